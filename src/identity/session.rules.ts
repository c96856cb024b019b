import { mailboxOf } from '../core/mailbox.ts';
import { isSignedInAtAll, isUserAtAll, type RootFieldRules } from '../core/permissions.ts';
import { networkOf } from '../core/rate.identity.ts';
import { inTurn, rateLimitRule } from '../core/rate.limit.ts';
import type { RequestContext } from '../core/request.context.ts';

const signInsOfNetwork = rateLimitRule(
  ({ limits }: RequestContext) => limits.signIn,
  ({ address }) => networkOf(address),
);

const signInsToAccount = rateLimitRule(
  ({ limits }: RequestContext) => limits.signIn,
  (_ctx, args: { email?: unknown }) => `account:${mailboxOf(args.email)}`,
);

/** Nobody can have a stranger's mailbox filled. */
export const mailsToMailbox = rateLimitRule(
  ({ limits }: RequestContext) => limits.recipient,
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
    signIn: inTurn(signInsOfNetwork, signInsToAccount),
    signInWithIdentity: signInsOfNetwork,
    refreshSession: refreshesOfNetwork,
    signOut: isUserAtAll,
    acceptInvitation: signInsOfNetwork,
    requestPasswordReset: inTurn(signInsOfNetwork, mailsToMailbox),
    resetPassword: signInsOfNetwork,
  },
};
