import { isResellerUser, type RootFieldRules } from '../core/permissions.ts';

/** Keys are for people to make: one that got out shall not make others. */
export const apiKeyRules: RootFieldRules = {
  Query: {
    apiKeys: isResellerUser,
  },
  Mutation: {
    createApiKey: isResellerUser,
    revokeApiKey: isResellerUser,
  },
};
