import { presentRows } from '../events/event.presenter.ts';
import type { PublicEvent } from '../events/event.types.ts';
import { PartnerAccount } from '../tenants/partner-account.entity.ts';

const present = presentRows(PartnerAccount, [
  'id',
  'companyName',
  'adminEmail',
  'partnershipType',
  'tier',
  'isActive',
  'clientManagementEnabled',
  'whitelabelEnabled',
  'version',
  'createdAt',
  'updatedAt',
]);

const example = {
  id: '01970b1c-2f3d-7c11-8e9a-5d4c3b2a1f00',
  companyName: 'Blue Peak Consulting',
  adminEmail: 'olive@bluepeak.example',
  partnershipType: 'RESELLER',
  tier: 'GOLD',
  isActive: true,
  clientManagementEnabled: true,
  whitelabelEnabled: false,
  version: 4,
  createdAt: '2026-06-15T08:00:00.000Z',
  updatedAt: '2026-12-01T10:30:00.000Z',
};

export const partnerEvents: readonly PublicEvent[] = [
  { action: 'partner.created', text: 'A partner account was created.', forPartners: false, present, example },
  { action: 'partner.updated', text: 'A partner account was changed.', forPartners: true, present, example },
  {
    action: 'partner.partnership_added',
    text: 'A partnership was added to a partner account.',
    forPartners: true,
    present,
    example,
  },
];
