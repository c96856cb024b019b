import { PartnershipType, PartnerRole } from '../generated/enums.ts';
import type { Viewer } from '../session/session.store.ts';

type PartnerAccount = NonNullable<Viewer['partnerAccount']>;

/* Which actions pages show. The API enforces permissions. */

const isReseller = ({ partnerships }: Pick<PartnerAccount, 'partnerships'>): boolean =>
  partnerships.some(({ type }) => type === PartnershipType.Reseller);

/** Partners with client management. */
export const maySeeClients = ({ partnerAccount }: Viewer): boolean =>
  partnerAccount != null && isReseller(partnerAccount) && partnerAccount.clientManagementEnabled;

export const mayChangeClients = (viewer: Viewer): boolean => maySeeClients(viewer) && mayManageKeys(viewer);

/** Owners and members. */
export const mayManageKeys = ({ partnerRole }: Viewer): boolean =>
  partnerRole === PartnerRole.Owner || partnerRole === PartnerRole.Member;

/** Owners of partners with client management. */
export const mayPlanOnboarding = (viewer: Viewer): boolean => maySeeClients(viewer) && mayManageMembers(viewer);

export const mayManageMembers = ({ partnerRole }: Viewer): boolean => partnerRole === PartnerRole.Owner;
