import { presentRows } from '../events/event.presenter.ts';
import type { FollowedEvent, Presenter, PublicEvent } from '../events/event.types.ts';
import { presentPartners, PARTNER_EXAMPLE } from '../partners/partner.events.ts';
import { CompanyChange } from './company-change.entity.ts';

const present = presentRows(CompanyChange, [
  'id',
  'before',
  'after',
  'status',
  'message',
  'version',
  'createdAt',
  'closedAt',
]);

/** The entry of the audit log is about the account, and names the change in its changes. */
const presentChanges: Presenter = (em, events) =>
  present(
    em,
    events.map((event) => ({ ...event, targetId: changeIdOf(event) })),
  );

function changeIdOf({ changes, targetId }: FollowedEvent): string {
  const { changeId } = JSON.parse(changes ?? '{}') as { changeId?: { to: string } };
  return changeId?.to ?? targetId;
}

const before = {
  companyName: 'Blue Peak Consulting',
  legalName: null,
  street: null,
  postalCode: null,
  city: null,
  countryCode: null,
  vatId: null,
};

const example = {
  id: '01980e4a-5b20-7d13-9a6e-2c4f6a8b0d1e',
  before,
  after: {
    ...before,
    legalName: 'Blue Peak Consulting GmbH',
    street: 'Hauptstraße 12',
    postalCode: '10827',
    city: 'Berlin',
    countryCode: 'DE',
    vatId: 'DE123456789',
  },
  status: 'APPROVED',
  message: null,
  version: 2,
  createdAt: '2026-12-01T09:12:00.000Z',
  closedAt: '2026-12-01T10:30:00.000Z',
};

const shown = { forPartners: true, present: presentChanges, example };

export const companyEvents: readonly PublicEvent[] = [
  {
    action: 'partner.company_changed',
    text: 'The data of a company was changed, by an owner or by an approved request.',
    forPartners: true,
    present: presentPartners,
    example: PARTNER_EXAMPLE,
  },
  { action: 'company.change_requested', text: 'An owner requested a change of company data.', ...shown },
  {
    action: 'company.change_withdrawn',
    text: 'A requested change of company data was withdrawn or replaced.',
    ...shown,
  },
  { action: 'company.change_decided', text: 'A requested change of company data was approved or declined.', ...shown },
];
