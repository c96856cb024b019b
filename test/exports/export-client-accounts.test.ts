import { beforeAll, expect, test } from 'vitest';
import { useApi, type Actor } from '../support/api.ts';
import { givenKey } from '../support/given/api-keys.ts';
import { givenClient, givenClientThatIs } from '../support/given/client-accounts.ts';
import { askForLink, downloadExport, EXPORT_CLIENTS, exportLink } from '../support/given/exports.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { givenMember } from '../support/given/people.ts';

const api = useApi();

let mine: Partner;

const download = (variables: object, actor: Actor = mine.actor) =>
  downloadExport(api, variables, actor, EXPORT_CLIENTS);

const stored = () => api.rows('select (select count(*) from list_export), (select count(*) from audit_event)');

beforeAll(async () => {
  mine = await givenPartner(api);
  await givenClient(api, (await givenPartner(api)).actor, { companyName: 'A client of others' });
  await givenClient(api, mine.actor, {
    companyName: '=Cedar',
    contactPhone: '+4930123456',
    subscriptionTier: 'Starter',
  });
  await givenClient(api, mine.actor, { companyName: 'Birch', billingOwnedByReseller: false });
  await givenClientThatIs(api, mine.actor, 'SUSPENDED');
});

test('exports the caller’s clients with words, in the order of the list', async () => {
  const rows = await download({ sortOrder: 'ASC' });

  expect(rows).toHaveLength(3);
  expect(rows[0]).toEqual({
    Company: "'=Cedar",
    Contact: expect.any(String),
    Email: expect.stringContaining('@'),
    Phone: '+49 30123456',
    Plan: 'Starter',
    Subscription: 'Active',
    Billing: 'Billed by us',
    'Client since (UTC)': expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
    'Last changed (UTC)': expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
    ID: expect.stringMatching(/^[\da-f-]{36}$/),
  });
  expect(rows[1]?.['Billing']).toBe('Billed by ReachGenie');
  expect(JSON.stringify(rows)).not.toContain('A client of others');
});

test('applies filter, order and language', async () => {
  expect(await download({ filter: { status: ['SUSPENDED'] }, language: 'DE' })).toMatchObject([
    { Abonnement: 'Gesperrt' },
  ]);
  expect((await download({ filter: { search: 'birch' } })).map(({ Company }) => Company)).toEqual(['Birch']);
  const names = (await download({ filter: { status: ['ACTIVE'] }, sortBy: 'COMPANY_NAME', sortOrder: 'DESC' })).map(
    ({ Company }) => Company,
  );
  expect(names).toEqual(['Birch', "'=Cedar"]);
});

test.each(['MEMBER', 'BILLING', 'READ_ONLY'])('a colleague with %s exports them too', async (role) => {
  const { actor } = await givenMember(api, mine, role);

  expect(await download({}, actor)).toHaveLength(3);
});

test('is an attachment that no cache stores', async () => {
  const response = await fetch(await exportLink(api, {}, mine.actor, EXPORT_CLIENTS));

  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="clients-[\d-]+\.csv"$/);
  expect(response.headers.get('cache-control')).toBe('no-store');
});

test('records the list in the partner’s audit log, without the filter', async () => {
  await askForLink(api, mine.actor, { filter: { search: 'recorded' }, sortBy: 'COMPANY_NAME' }, EXPORT_CLIENTS);

  const [event] = await api.rows(
    `select reseller_id, actor_email, changes from audit_event where action = 'list.exported' order by occurred_at desc limit 1`,
  );
  expect(event).toMatchObject({ reseller_id: mine.resellerId, actor_email: mine.email });
  expect(String(event?.['changes'])).not.toContain('recorded');
  expect(JSON.parse(String(event?.['changes']))).toMatchObject({
    list: { to: 'CLIENTS' },
    sortBy: { to: 'companyName' },
  });
  expect(event?.['changes']).not.toContain('credential');
});

test('a link ends with the session', async () => {
  const { actor } = await givenMember(api, mine);
  const link = await exportLink(api, {}, actor, EXPORT_CLIENTS);
  await api.ask(actor, 'mutation { endOtherSessions }');
  expect((await fetch(link)).status).toBe(200);

  await api.rows(
    `delete from user_session where id = (select split_part(credential, ':', 2)::uuid from list_export order by created_at desc, id desc limit 1)`,
  );

  expect((await fetch(link)).status).toBe(404);
});

test.each([
  { who: 'an anonymous caller', actor: async () => undefined, code: 'UNAUTHENTICATED' },
  { who: 'an admin', actor: async () => api.admin, code: 'FORBIDDEN' },
  {
    who: 'a partner without clients',
    actor: async () => (await givenPartner(api, { partnershipType: 'REFERRAL' })).actor,
    code: 'FORBIDDEN',
  },
  { who: 'an API key', actor: () => givenKey(api, mine.actor, { scopes: ['READ', 'CLIENTS'] }), code: 'FORBIDDEN' },
])('refuses $who, and stores nothing', async ({ actor, code }) => {
  const asker = await actor();
  const before = await stored();

  const { errors } = await askForLink(api, asker, {}, EXPORT_CLIENTS);

  expect(errors).toMatchObject([{ extensions: { code } }]);
  expect(await stored()).toEqual(before);
});
