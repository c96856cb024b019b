import { mailboxOf } from '../../core/text/mailbox.ts';
import { isSignedInAtAll, isUserAtAll, type RootFieldRules } from '../../core/graphql/permissions.ts';
import { mailboxAndNetwork, networkOf } from '../../core/limits/rate.identity.ts';
import { inTurn, rateLimitRule, usedUpRule } from '../../core/limits/rate.limit.ts';
import type { RequestContext } from '../../core/context/request.context.ts';

const signInsOfNetwork = rateLimitRule(
  ({ limits }: RequestContext) => limits.signIn,
  ({ address }) => networkOf(address),
);

/** Failures only. One network cannot use up the limit of the account, so it takes many to close one. */
const failuresOfPair = usedUpRule(
  ({ limits }: RequestContext) => limits.signInPair,
  ({ address }, { email }: { email?: unknown }) => mailboxAndNetwork(email, address),
);

/** Failures only, and many of them: a stranger who guesses must not lock the owner out. */
const failuresOfAccount = usedUpRule(
  ({ limits }: RequestContext) => limits.signInFailures,
  (_ctx, args: { email?: unknown }) => mailboxOf(args.email),
);

/** Generous: many people share an address, and a refresh token cannot be guessed. */
const refreshesOfNetwork = rateLimitRule(
  ({ limits }: RequestContext) => limits.api,
  ({ address }) => networkOf(address),
);

export const sessionRules: RootFieldRules = {
  Query: {
    viewer: isSignedInAtAll,
  },
  Mutation: {
    signIn: inTurn(signInsOfNetwork, failuresOfPair, failuresOfAccount),
    signInWithIdentity: signInsOfNetwork,
    signInWithLink: signInsOfNetwork,
    refreshSession: refreshesOfNetwork,
    signOut: isUserAtAll,
    acceptInvitation: signInsOfNetwork,
    requestPasswordReset: signInsOfNetwork,
    resetPassword: signInsOfNetwork,
  },
};
