import { isAdmin, isOwner, type RootFieldRules } from '../core/permissions.ts';
import { inTurn, rateLimitRule } from '../core/rate.limit.ts';
import type { RequestContext } from '../core/request.context.ts';
import { mailsToMailbox } from './session.rules.ts';

/** An invitation goes to the same mailbox each time. */
const mailsOfInvitation = rateLimitRule(
  ({ limits }: RequestContext) => limits.recipient,
  (_ctx, args: { id?: unknown }) => args.id,
);

export const memberRules: RootFieldRules = {
  Query: {
    admins: isAdmin,
    members: isOwner,
  },
  Mutation: {
    inviteAdmin: inTurn(isAdmin, mailsToMailbox),
    resendAdminInvitation: inTurn(isAdmin, mailsOfInvitation),
    deactivateAdmin: isAdmin,
    inviteMember: inTurn(isOwner, mailsToMailbox),
    resendMemberInvitation: inTurn(isOwner, mailsOfInvitation),
    changeMemberRole: isOwner,
    removeMember: isOwner,
  },
};
