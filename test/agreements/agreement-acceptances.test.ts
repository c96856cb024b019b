import { beforeAll, expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { accept, givenAgreement, givenVersionRow } from '../support/given/agreements.ts';
import { downloadExport } from '../support/given/exports.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';

const api = useApi();

const LIST = `query ($filter: AgreementAcceptanceFilter) {
  agreementAcceptances(filter: $filter, limit: 100) {
    items { companyName versionNumber status name title sha256 ipAddress acceptedAt }
    counts { missing accepted } pageInfo { totalItems }
  }
}`;

const EXPORT = `mutation ($filter: AgreementAcceptanceFilter, $language: Language) {
  link: exportAgreementAcceptances(filter: $filter, language: $language) { url expiresAt }
}`;

interface Listed {
  agreementAcceptances: {
    items: { companyName: string; versionNumber: number; status: string; name: string | null }[];
    counts: object;
  };
}

let agreementId: string;
let first: { id: string; sha256: string };
let second: { id: string; sha256: string };
let birch: Partner;

beforeAll(async () => {
  agreementId = await givenAgreement(api);
  first = await givenVersionRow(api, agreementId, { binding: '-60 days' });
  birch = await givenPartner(api, { companyName: 'Birch' });
  const cedar = await givenPartner(api, { companyName: 'Cedar' });
  const dogwood = await givenPartner(api, { companyName: 'Dogwood' });
  await givenPartner(api, { companyName: 'Elm', partnershipType: 'REFERRAL' });
  const gone = await givenPartner(api, { companyName: 'Fir' });
  const deactivate = 'mutation ($id: ID!) { updatePartnerAccount(id: $id, input: { isActive: false }) { id } }';
  await api.ask(api.admin, deactivate, { id: gone.resellerId });
  for (const { actor } of [birch, cedar]) await accept(api, actor, first);
  second = await givenVersionRow(api, agreementId, { number: 2, binding: '20 days' });
  await accept(api, birch.actor, second);
  await accept(api, dogwood.actor, second);
});

async function listed(filter: object) {
  const { data, errors } = await api.ask<Listed>(api.admin, LIST, { filter: { agreementId, ...filter } });
  expect(errors).toBeUndefined();
  return data?.agreementAcceptances;
}

const linesOf = async (filter: object) =>
  (await listed(filter))?.items.map(
    ({ companyName, versionNumber, status }) => `${companyName} ${versionNumber} ${status}`,
  );

test('shows who has accepted which version, and who has not, among active partners that it concerns', async () => {
  expect((await linesOf({}))?.toSorted()).toEqual([
    'Birch 1 ACCEPTED',
    'Birch 2 ACCEPTED',
    'Cedar 1 ACCEPTED',
    'Cedar 2 MISSING',
    'Dogwood 2 ACCEPTED',
  ]);
  expect((await listed({}))?.counts).toEqual({ missing: 1, accepted: 4 });
});

test('filters by version, status, partner and name, and counts under the other filters', async () => {
  expect(await linesOf({ versionId: second.id })).toEqual([
    'Birch 2 ACCEPTED',
    'Cedar 2 MISSING',
    'Dogwood 2 ACCEPTED',
  ]);
  expect(await linesOf({ status: ['MISSING'] })).toEqual(['Cedar 2 MISSING']);
  expect((await listed({ status: ['MISSING'] }))?.counts).toEqual({ missing: 1, accepted: 4 });
  expect(await linesOf({ partnerId: birch.resellerId, versionId: first.id })).toEqual(['Birch 1 ACCEPTED']);
  expect(await linesOf({ search: 'Dogwood' })).toEqual(['Dogwood 2 ACCEPTED']);
});

test('an acceptance shows its proof, and a missing one has none', async () => {
  expect((await listed({ versionId: second.id }))?.items).toMatchObject([
    { name: 'Olive Owner', title: 'Managing Director', sha256: second.sha256, ipAddress: '127.0.0.1' },
    { name: null, title: null, sha256: second.sha256, ipAddress: null, acceptedAt: null },
    { name: 'Olive Owner' },
  ]);
});

test('exports the list with all proof, in the language asked for', async () => {
  const rows = await downloadExport(api, { filter: { agreementId, status: ['MISSING'] } }, api.admin, EXPORT);
  const german = { filter: { versionId: first.id, search: 'Birch' }, language: 'DE' };

  expect(rows).toMatchObject([
    { Company: 'Cedar', Agreement: 'Reseller agreement', Version: '2', Status: 'Not agreed to', Name: '' },
  ]);
  expect(await downloadExport(api, german, api.admin, EXPORT)).toMatchObject([
    {
      Unternehmen: 'Birch',
      Status: 'Zugestimmt',
      Name: 'Olive Owner',
      Position: 'Managing Director',
      'SHA-256 der PDF-Datei': first.sha256,
      'IP-Adresse': '127.0.0.1',
    },
  ]);
});

test('the export is in the audit log', async () => {
  await downloadExport(api, { filter: { agreementId } }, api.admin, EXPORT);

  const [event] = await api.rows(
    `select changes from audit_event where action = 'list.exported' order by occurred_at desc limit 1`,
  );
  expect(JSON.parse(String(event?.['changes']))).toMatchObject({ list: { to: 'AGREEMENT_ACCEPTANCES' } });
});
