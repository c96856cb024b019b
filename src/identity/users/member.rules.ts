import {
  canManageAdmins,
  isAdmin,
  isOwner,
  isRecent,
  recentIf,
  type RootFieldRules,
} from '../../core/graphql/permissions.ts';
import { inTurn } from '../../core/limits/rate.limit.ts';
import { AdminRole, PartnerRole } from './user.entity.ts';

/** An owner can do everything in an account, and an admin everywhere: a session left open shall not make one. */
const isRecentForOwners = recentIf(({ role }: { role?: PartnerRole }) => role === PartnerRole.OWNER);

const isRecentForAll = recentIf(({ roles }: { roles?: AdminRole[] }) => roles?.includes(AdminRole.ALL) === true);

/** Invitations are counted when they are mailed: invitation.service.ts. */
export const memberRules: RootFieldRules = {
  Query: {
    admins: isAdmin,
    members: isOwner,
  },
  Mutation: {
    inviteAdmin: inTurn(canManageAdmins, isRecent),
    resendAdminInvitation: canManageAdmins,
    changeAdminRoles: inTurn(canManageAdmins, isRecentForAll),
    deactivateAdmin: canManageAdmins,
    inviteMember: inTurn(isOwner, isRecentForOwners),
    resendMemberInvitation: isOwner,
    changeMemberRole: inTurn(isOwner, isRecentForOwners),
    removeMember: isOwner,
  },
};
