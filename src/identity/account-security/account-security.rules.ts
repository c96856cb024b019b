import { canResetFactors, isRecent, isUser, isUserAtAll, type RootFieldRules } from '../../core/graphql/permissions.ts';
import { inTurn } from '../../core/limits/rate.limit.ts';

/** An admin who still has to add a second factor may do just that. Passwords and codes are counted where they are compared. */
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
  },
};
