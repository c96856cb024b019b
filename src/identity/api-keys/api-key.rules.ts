import { canManageKeys, isRecent, type RootFieldRules } from '../../core/graphql/permissions.ts';
import { inTurn } from '../../core/limits/shield.ts';

/** Only users manage keys, so that a stolen key cannot create others. */
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
