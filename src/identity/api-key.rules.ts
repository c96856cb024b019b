import { isRecent, isResellerUser, type RootFieldRules } from '../core/permissions.ts';
import { inTurn } from '../core/rate.limit.ts';

/** Keys are for people to make: one that got out shall not make others. */
export const apiKeyRules: RootFieldRules = {
  Query: {
    apiKeys: isResellerUser,
  },
  Mutation: {
    createApiKey: inTurn(isResellerUser, isRecent),
    revokeApiKey: isResellerUser,
  },
};
