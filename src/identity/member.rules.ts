import { isAdmin, isOwner, type RootFieldRules } from '../core/permissions.ts';
import { inTurn } from '../core/rate.limit.ts';
import { mailsToMailbox } from './session.rules.ts';

/** Invitations that are sent again are counted where their mailbox is known: invitation.service.ts. */
export const memberRules: RootFieldRules = {
  Query: {
    admins: isAdmin,
    members: isOwner,
  },
  Mutation: {
    inviteAdmin: inTurn(isAdmin, mailsToMailbox),
    resendAdminInvitation: isAdmin,
    deactivateAdmin: isAdmin,
    inviteMember: inTurn(isOwner, mailsToMailbox),
    resendMemberInvitation: isOwner,
    changeMemberRole: isOwner,
    removeMember: isOwner,
  },
};
