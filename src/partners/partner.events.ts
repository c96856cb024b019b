import { presentRows } from '../events/event.presenter.ts';
import type { PublicEvent } from '../events/event.types.ts';
import { withManagers } from './managers/manager.presenter.ts';
import { PartnerAccount } from '../tenants/partner-account.entity.ts';

/** A partner, as it sees itself. */
export const presentPartners = presentRows(PartnerAccount, [
  'id',
  'companyName',
  'adminEmail',
  'website',
  'phone',
  'description',
  'legalName',
  'street',
  'postalCode',
  'city',
  'countryCode',
  'vatId',
  'partnershipType',
  'tier',
  'isActive',
  'clientManagementEnabled',
  'whitelabelEnabled',
  'version',
  'createdAt',
  'updatedAt',
]);

export const PARTNER_EXAMPLE = {
  id: '01970b1c-2f3d-7c11-8e9a-5d4c3b2a1f00',
  companyName: 'Blue Peak Consulting',
  adminEmail: 'olive@bluepeak.example',
  website: 'https://bluepeak.example',
  phone: '+49 30 1234567',
  description: null,
  legalName: 'Blue Peak Consulting GmbH',
  street: 'Hauptstraße 12',
  postalCode: '10827',
  city: 'Berlin',
  countryCode: 'DE',
  vatId: 'DE123456789',
  partnershipType: 'RESELLER',
  tier: 'GOLD',
  isActive: true,
  clientManagementEnabled: true,
  whitelabelEnabled: false,
  version: 4,
  createdAt: '2026-06-15T08:00:00.000Z',
  updatedAt: '2026-12-01T10:30:00.000Z',
};

const partner = { present: presentPartners, example: PARTNER_EXAMPLE };

export const partnerEvents: readonly PublicEvent[] = [
  { action: 'partner.created', text: 'A partner account was created.', forPartners: false, ...partner },
  { action: 'partner.updated', text: 'A partner account was changed.', forPartners: true, ...partner },
  {
    action: 'partner.tier_changed',
    text: 'A tier was assigned to a partner, or pinned.',
    forPartners: true,
    ...partner,
  },
  {
    action: 'partner.manager_assigned',
    text: 'The partner manager or the technical account manager of a partner changed.',
    forPartners: true,
    present: withManagers(presentPartners),
    example: {
      ...PARTNER_EXAMPLE,
      manager: { name: 'Ada Winter', email: 'ada@reachgenie.example' },
      technicalManager: null,
    },
  },
  {
    action: 'partner.partnership_added',
    text: 'A partnership was added to a partner account.',
    forPartners: true,
    ...partner,
  },
];
