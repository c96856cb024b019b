import { beforeAll, expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { givenAdminKey } from '../support/given/api-keys.ts';
import { askForLink, downloadExport, EXPORT_PARTNERS, exportLink } from '../support/given/exports.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { givenAdmin } from '../support/given/people.ts';
import { statementsOf } from '../support/statements.ts';

const api = useApi();

let birch: Partner;

const download = (variables: object) => downloadExport(api, variables, api.admin, EXPORT_PARTNERS);

const stored = () => api.rows('select (select count(*) from list_export), (select count(*) from audit_event)');

beforeAll(async () => {
  birch = await givenPartner(api, { companyName: 'Birch' });
  await givenPartner(api, { companyName: '@Cedar', partnershipType: 'REFERRAL' });
  const change = 'mutation ($id: ID!) { updatePartnerAccount(id: $id, input: { tier: GOLD, isActive: false }) { id } }';
  await api.ask(api.admin, change, { id: birch.resellerId });
  const { id: managerId } = await givenAdmin(api, 'PARTNERS');
  const assign = 'mutation ($id: ID!, $managerId: ID) { assignPartnerManager(id: $id, managerId: $managerId) { id } }';
  await api.ask(api.admin, assign, { id: birch.resellerId, managerId });
});

test('exports partners with words, newest first', async () => {
  const [cedar, other] = await download({});

  expect(other).toEqual({
    Company: 'Birch',
    Email: birch.email,
    Partnership: 'Reseller',
    Tier: 'Gold',
    Status: 'Deactivated',
    'Client management': 'Yes',
    'White label': 'No',
    'Partner manager': 'Olive Owner',
    'Technical account manager': '',
    'Partner since (UTC)': expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
    'Last changed (UTC)': expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
    ID: birch.resellerId,
  });
  expect(cedar).toMatchObject({ Company: "'@Cedar", Partnership: 'Referral partner', Status: 'Active' });
});

test('applies filter and language', async () => {
  expect(await download({ filter: { isActive: false }, language: 'DE' })).toMatchObject([
    { Unternehmen: 'Birch', Stufe: 'Gold', Status: 'Deaktiviert' },
  ]);
  expect(await download({ filter: { search: 'nobody' } })).toEqual([]);
});

test('partnerships and managers do not cost a query per row', async () => {
  const link = await exportLink(api, {}, api.admin, EXPORT_PARTNERS);

  const statements = await statementsOf(async () => void (await (await fetch(link)).text()));

  expect(statements.filter((text) => text.includes('from partnership'))).toHaveLength(1);
  expect(statements.filter((text) => text.includes('technical_manager_id)) as post'))).toHaveLength(1);
});

test('every admin exports them, also with FINANCE only', async () => {
  const { actor } = await givenAdmin(api, 'FINANCE');

  expect(await downloadExport(api, {}, actor, EXPORT_PARTNERS)).toHaveLength(2);
});

test.each([
  { who: 'an anonymous caller', actor: async () => undefined, code: 'UNAUTHENTICATED' },
  { who: 'a partner', actor: async () => (await givenPartner(api)).actor, code: 'FORBIDDEN' },
  { who: 'an API key', actor: () => givenAdminKey(api), code: 'FORBIDDEN' },
])('refuses $who, and stores nothing', async ({ actor, code }) => {
  const asker = await actor();
  const before = await stored();

  const { errors } = await askForLink(api, asker, {}, EXPORT_PARTNERS);

  expect(errors).toMatchObject([{ extensions: { code } }]);
  expect(await stored()).toEqual(before);
});
