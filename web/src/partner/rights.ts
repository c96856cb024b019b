import { PartnershipType, PartnerRole } from '../generated/enums.ts';
import type { Viewer } from '../session/session.store.ts';

/* What is shown to whom. The API refuses the rest whatever is shown. */

export const mayManageClients = ({ partnerAccount }: Viewer): boolean =>
  partnerAccount?.partnershipType === PartnershipType.Reseller && partnerAccount.clientManagementEnabled;

export const mayManageMembers = ({ partnerRole }: Viewer): boolean => partnerRole === PartnerRole.Owner;
