import { mailboxOf } from '../../core/text/mailbox.ts';
import { isSignedInAtAll, isUserAtAll, type RootFieldRules } from '../../core/graphql/permissions.ts';
import { mailboxAndNetwork, networkOf } from '../../core/limits/rate.identity.ts';
import { rateLimitRule, usedUpRule } from '../../core/limits/rate.limit.ts';
import { inTurn } from '../../core/limits/shield.ts';
import type { RequestContext } from '../../core/context/request.context.ts';

const signInsOfNetwork = rateLimitRule(
  ({ limits }: RequestContext) => limits.signIn,
  ({ address }) => networkOf(address),
);

/** Counts failures only. One network cannot use up the account's limit, so blocking an account takes many networks. */
const failuresOfPair = usedUpRule(
  ({ limits }: RequestContext) => limits.signInPair,
  ({ address }, { email }: { email?: unknown }) => mailboxAndNetwork(email, address),
);

/** Counts failures only, with a high limit, so that a guessing stranger does not lock the owner out. */
const failuresOfAccount = usedUpRule(
  ({ limits }: RequestContext) => limits.signInFailures,
  (_ctx, args: { email?: unknown }) => mailboxOf(args.email),
);

/** A high limit: many users share an address, and a refresh token cannot be guessed. */
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
