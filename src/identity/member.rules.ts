import { isAdmin, isOwner, type RootFieldRules } from '../core/permissions.ts';

/** Invitations are counted when they are mailed: invitation.service.ts. */
export const memberRules: RootFieldRules = {
  Query: {
    admins: isAdmin,
    members: isOwner,
  },
  Mutation: {
    inviteAdmin: isAdmin,
    resendAdminInvitation: isAdmin,
    deactivateAdmin: isAdmin,
    inviteMember: isOwner,
    resendMemberInvitation: isOwner,
    changeMemberRole: isOwner,
    removeMember: isOwner,
  },
};
