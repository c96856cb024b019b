import { presentRows } from '../events/event.presenter.ts';
import type { PublicEvent } from '../events/event.types.ts';
import { ClientAccount } from './client-account.entity.ts';

/** A client, as partners see it. */
export const presentClients = presentRows(ClientAccount, [
  'id',
  'companyName',
  'contactName',
  'contactEmail',
  'contactPhone',
  'subscriptionTier',
  'subscriptionStatus',
  'billingOwnedByReseller',
  'version',
  'createdAt',
  'updatedAt',
]);

export const CLIENT_EXAMPLE = {
  id: '01980d2f-6c1e-7a52-9c44-0b6f1f5a7d21',
  companyName: 'Harbour Bakery',
  contactName: 'Nora North',
  contactEmail: 'nora@harbour.example',
  contactPhone: '+49 30 1234567',
  subscriptionTier: 'Growth',
  subscriptionStatus: 'ACTIVE',
  billingOwnedByReseller: true,
  version: 3,
  createdAt: '2026-11-02T09:12:44.120Z',
  updatedAt: '2026-12-01T10:30:00.000Z',
};

const shown = { forPartners: true, present: presentClients, example: CLIENT_EXAMPLE };

export const clientEvents: readonly PublicEvent[] = [
  { action: 'client.created', text: 'A client was created.', ...shown },
  { action: 'client.updated', text: 'The details of a client were changed.', ...shown },
  {
    action: 'client.subscription_changed',
    text: 'The plan or the status of a subscription was changed.',
    ...shown,
  },
];
