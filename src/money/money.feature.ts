import type { Feature } from '../feature.ts';
import { MoneyResolver } from './money.resolver.ts';

/** Amounts in minor units, and their currencies. */
export const money: Feature = { resolvers: [MoneyResolver] };
