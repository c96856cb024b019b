import { isAdmin, isOwner, isRecent, recentIf, type RootFieldRules } from '../core/permissions.ts';
import { inTurn } from '../core/rate.limit.ts';
import { mailsToMailbox } from './session.rules.ts';
import { PartnerRole } from './user.entity.ts';

/** Invitations that are sent again are counted where their mailbox is known: invitation.service.ts. */
/** An owner can do everything in an account, and an admin everywhere: a session left open shall not make one. */
const isRecentForOwners = recentIf(({ role }: { role?: PartnerRole }) => role === PartnerRole.OWNER);

export const memberRules: RootFieldRules = {
  Query: {
    admins: isAdmin,
    members: isOwner,
  },
  Mutation: {
    inviteAdmin: inTurn(isAdmin, isRecent, mailsToMailbox),
    resendAdminInvitation: isAdmin,
    deactivateAdmin: isAdmin,
    inviteMember: inTurn(isOwner, isRecentForOwners, mailsToMailbox),
    resendMemberInvitation: isOwner,
    changeMemberRole: inTurn(isOwner, isRecentForOwners),
    removeMember: isOwner,
  },
};
