import { expect, test } from 'vitest';
import { forkFor } from '../../../src/core/database/tenancy.ts';
import { useApi, type Actor } from '../../support/api.ts';
import { changeStatus, givenApplication } from '../../support/given/applications.ts';
import { acceptInvitation, callerOf, givenPartner } from '../../support/given/partners.ts';
import { givenMember } from '../../support/given/people.ts';

const api = useApi();

const QUERY = `{ ownApplications {
  companyName partnershipType status submittedAt withdrawnAt history { status withdrawn message changedAt }
} }`;

interface Own {
  companyName: string;
  partnershipType: string;
  status: string;
  history: { status: string; withdrawn: boolean; message: string | null }[];
}

const own = async (actor: Actor) => (await api.ask<{ ownApplications: Own[] }>(actor, QUERY)).data?.ownApplications;

test('shows what the applicant was told, step by step, to every user of the partner', async () => {
  const id = await givenApplication(api, { companyName: 'Alpine' });
  await api.ask(api.admin, `mutation { addPartnerApplicationNote(id: "${id}", note: "A secret note") { id } }`);
  await changeStatus(api, api.admin, { id, status: 'REVIEWING', message: 'We are reading it.' });
  const { data } = await changeStatus(api, api.admin, { id, status: 'APPROVED', message: 'Welcome!' });
  const partner = await acceptInvitation(api, data?.updatePartnerApplicationStatus.contactEmail ?? '');
  const reader = await givenMember(api, partner, 'READ_ONLY');

  const shown = await own(reader.actor);

  expect(shown).toEqual([
    {
      companyName: 'Alpine',
      partnershipType: expect.any(String),
      status: 'APPROVED',
      submittedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      withdrawnAt: null,
      history: [
        { status: 'REVIEWING', withdrawn: false, message: 'We are reading it.', changedAt: expect.any(String) },
        { status: 'APPROVED', withdrawn: false, message: 'Welcome!', changedAt: expect.any(String) },
      ],
    },
  ]);
  expect(JSON.stringify(shown)).not.toMatch(/secret|Ada Admin|assignee/);
});

test('shows the application of each partnership, oldest first', async () => {
  const { actor, email } = await givenPartner(api);
  const id = await givenApplication(api, { partnershipType: 'REFERRAL', contactEmail: email });
  await changeStatus(api, api.admin, { id, status: 'APPROVED' });

  expect((await own(actor))?.map(({ partnershipType }) => partnershipType)).toEqual(['RESELLER', 'REFERRAL']);
});

test('C1: shows no application of others, and the tenant’s role reads nothing else of applications', async () => {
  const me = await givenPartner(api, { companyName: 'Alpine' });
  await givenPartner(api, { companyName: 'Birch' });
  await givenApplication(api, { companyName: 'Cedar' });

  expect((await own(me.actor))?.map(({ companyName }) => companyName)).toEqual(['Alpine']);
  const fork = forkFor(api.app.orm, callerOf(api, me));
  for (const table of [
    'partner_application',
    'partner_application_status_change',
    'partner_application_note',
    'application_receipt',
  ]) {
    await expect(fork.execute(`select * from ${table}`)).rejects.toThrow('permission denied');
  }
  const [row] = await fork.execute<object[]>('select * from own_applications()');
  expect(Object.keys(row ?? {})).toEqual([
    'company_name',
    'partnership_type',
    'status',
    'language',
    'created_at',
    'withdrawn_at',
    'history',
  ]);
});

test('an admin has no application of their own', async () => {
  expect((await api.ask(api.admin, QUERY)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});
