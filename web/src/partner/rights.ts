import { PartnershipType, PartnerRole } from '../generated/enums.ts';
import type { Viewer } from '../session/session.store.ts';

type PartnerAccount = NonNullable<Viewer['partnerAccount']>;

/* What is shown to whom. The API refuses the rest whatever is shown. */

export const isReseller = ({ partnerships }: Pick<PartnerAccount, 'partnerships'>): boolean =>
  partnerships.some(({ type }) => type === PartnershipType.Reseller);

/** Every user of a partner that manages clients. */
export const maySeeClients = ({ partnerAccount }: Viewer): boolean =>
  partnerAccount != null && isReseller(partnerAccount) && partnerAccount.clientManagementEnabled;

export const mayChangeClients = (viewer: Viewer): boolean => maySeeClients(viewer) && mayManageKeys(viewer);

/** Owners and members change clients, and have API keys. */
export const mayManageKeys = ({ partnerRole }: Viewer): boolean =>
  partnerRole === PartnerRole.Owner || partnerRole === PartnerRole.Member;

export const mayManageMembers = ({ partnerRole }: Viewer): boolean => partnerRole === PartnerRole.Owner;
