import { PartnershipType, PartnerRole } from '../generated/enums.ts';
import type { Viewer } from '../session/session.store.ts';

type PartnerAccount = NonNullable<Viewer['partnerAccount']>;

/* What is shown to whom. The API refuses the rest whatever is shown. */

export const isReseller = ({ partnerships }: Pick<PartnerAccount, 'partnerships'>): boolean =>
  partnerships.some(({ type }) => type === PartnershipType.Reseller);

export const mayManageClients = ({ partnerAccount }: Viewer): boolean =>
  partnerAccount != null && isReseller(partnerAccount) && partnerAccount.clientManagementEnabled;

export const mayManageMembers = ({ partnerRole }: Viewer): boolean => partnerRole === PartnerRole.Owner;

export const mayManageKeys = ({ partnerRole }: Viewer): boolean =>
  partnerRole === PartnerRole.Owner || partnerRole === PartnerRole.Member;
