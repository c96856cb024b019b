import type { Feature } from '../feature.ts';
import { SearchResolver } from './search.resolver.ts';
import { searchRules } from './search.rules.ts';

/** One search over everything that has a name. */
export const search: Feature = {
  resolvers: [SearchResolver],
  rules: [searchRules],
};
