import { canManageKeys, isRecent, type RootFieldRules } from '../../core/graphql/permissions.ts';
import { inTurn } from '../../core/limits/rate.limit.ts';

/** Keys are for people to make: one that got out shall not make others. */
export const apiKeyRules: RootFieldRules = {
  Query: {
    apiKeys: canManageKeys,
    apiKeyUses: canManageKeys,
  },
  Mutation: {
    createApiKey: inTurn(canManageKeys, isRecent),
    revokeApiKey: canManageKeys,
    rotateApiKey: inTurn(canManageKeys, isRecent),
  },
};
