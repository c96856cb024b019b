import { isUser, type RootFieldRules } from '../core/graphql/permissions.ts';

/** Each kind of result has its own rule: see search.service.ts. */
export const searchRules: RootFieldRules = {
  Query: {
    search: isUser,
  },
};
