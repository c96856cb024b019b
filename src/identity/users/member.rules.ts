import {
  canManageAdmins,
  canReadPartners,
  isAdmin,
  isOwner,
  isRecent,
  recentIf,
  type RootFieldRules,
} from '../../core/graphql/permissions.ts';
import { inTurn } from '../../core/limits/shield.ts';
import { AdminRole, PartnerRole } from './user.entity.ts';

/** Owners and admins have full access, so an unattended session must not be able to create one. */
const isRecentForOwners = recentIf(({ role }: { role?: PartnerRole }) => role === PartnerRole.OWNER);

const isRecentForAll = recentIf(({ roles }: { roles?: AdminRole[] }) => roles?.includes(AdminRole.ALL) === true);

/** Services count invitations when they email them: see invitation.service.ts. */
export const memberRules: RootFieldRules = {
  Query: {
    admins: isAdmin,
    members: isOwner,
    partnerMembers: canReadPartners,
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
