import { canResetFactors, isRecent, isUser, isUserAtAll, type RootFieldRules } from '../../core/graphql/permissions.ts';
import { inTurn } from '../../core/limits/shield.ts';

/**
 * Admins without their required second factor may only add one. Services count passwords and codes when they compare
 * them.
 */
export const accountSecurityRules: RootFieldRules = {
  Query: {
    accountSecurity: isUserAtAll,
    sessions: isUser,
  },
  Mutation: {
    changePassword: isUser,
    confirmIdentity: isUserAtAll,
    confirmSecondFactor: isUserAtAll,
    endOtherSessions: isUser,
    endSession: isUser,
    removeSecondFactor: inTurn(isUser, isRecent),
    renewRecoveryCodes: inTurn(isUser, isRecent),
    resetSecondFactor: inTurn(canResetFactors, isRecent),
    startSecondFactor: inTurn(isUserAtAll, isRecent),
    updateViewer: isUser,
  },
};
