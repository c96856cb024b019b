import { presentRows } from '../events/event.presenter.ts';
import type { PublicEvent } from '../events/event.types.ts';
import { PartnerApplication } from './application.entity.ts';

const present = presentRows(PartnerApplication, [
  'id',
  'companyName',
  'contactName',
  'contactEmail',
  'contactPhone',
  'website',
  'partnershipType',
  'companySize',
  'industry',
  'status',
  'version',
  'createdAt',
  'decidedAt',
  'withdrawnAt',
]);

const example = {
  id: '01980d31-77aa-7e10-b9c8-d7e6f5a4b3c2',
  companyName: 'Alpine Media',
  contactName: 'Anna Alm',
  contactEmail: 'anna@alpine.example',
  contactPhone: null,
  website: 'https://alpine.example',
  partnershipType: 'REFERRAL',
  companySize: '11-50',
  industry: 'Marketing',
  status: 'APPROVED',
  version: 3,
  createdAt: '2026-11-28T07:30:00.000Z',
  decidedAt: '2026-12-01T10:30:00.000Z',
  withdrawnAt: null,
};

const shown = { forPartners: false, present, example };

export const applicationEvents: readonly PublicEvent[] = [
  { action: 'application.status_changed', text: 'The status of an application was changed.', ...shown },
  { action: 'application.updated', text: 'An admin corrected the answers of an application.', ...shown },
  { action: 'application.assigned', text: 'An application was assigned, or its assignee was removed.', ...shown },
  { action: 'application.withdrawn', text: 'An applicant withdrew the application.', ...shown },
];
