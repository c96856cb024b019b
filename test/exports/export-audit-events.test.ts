import { beforeAll, expect, test } from 'vitest';
import { useApi, type Actor } from '../support/api.ts';
import { changeStatus, givenApplication } from '../support/given/applications.ts';
import { givenAdminKey, givenKey } from '../support/given/api-keys.ts';
import { create, givenClient, update, validClient } from '../support/given/client-accounts.ts';
import { askForLink, downloadExport, EXPORT_AUDIT, exportLink } from '../support/given/exports.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { givenAdmin, givenMember } from '../support/given/people.ts';
import { statementsOf } from '../support/statements.ts';

const api = useApi();

let mine: Partner;
let theirs: Partner;

const download = (variables: object, actor?: Actor) => downloadExport(api, variables, actor, EXPORT_AUDIT);

const stored = () => api.rows('select (select count(*) from list_export), (select count(*) from audit_event)');

beforeAll(async () => {
  mine = await givenPartner(api, { companyName: 'Zephyr Technologies' });
  theirs = await givenPartner(api, { companyName: 'Aurora Systems' });
});

test('says who did what to which object, what changed, and from which address', async () => {
  const { id } = await givenClient(api, mine.actor, { companyName: 'Harbor Motors' });
  await update(api, mine.actor, { id, input: { companyName: '=Harbor Motors', billingOwnedByReseller: false } });

  const [changed, created] = await download({ filter: { targetId: id } });

  expect(changed).toEqual({
    'Time (UTC)': expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
    Who: 'Olive Owner',
    Email: mine.email,
    Action: 'Changed a client',
    Object: 'Client',
    Name: "'=Harbor Motors",
    Partner: 'Zephyr Technologies',
    'Changes (UTC)': 'Company: Harbor Motors → =Harbor Motors; Billed by the reseller: Yes → No',
    'IP address': '127.0.0.1',
    'Request ID': expect.any(String),
    ID: expect.stringMatching(/^[\da-f-]{36}$/),
  });
  expect(created?.['Action']).toBe('Created a client');
});

test('has titles, actions and values in German', async () => {
  const { id } = await givenClient(api, mine.actor);
  await update(api, mine.actor, { id, input: { billingOwnedByReseller: false } });

  const [changed] = await download({ filter: { targetId: id }, language: 'DE' });

  expect(changed).toMatchObject({ Wer: 'Olive Owner', Objekt: 'Kunde' });
  expect(changed?.['Änderungen (UTC)']).toContain('Ja → Nein');
});

test('names the people in changes, and the key of a program', async () => {
  const { id: adminId } = await givenAdmin(api);
  const applicationId = await givenApplication(api);
  const assign = 'mutation ($id: ID!, $to: ID) { assignPartnerApplication(id: $id, assigneeId: $to) { id } }';
  await api.ask(api.admin, assign, { id: applicationId, to: adminId });
  const key = await givenKey(api, mine.actor, { name: 'CRM sync' });
  const { data } = await create(api, key, validClient());

  const [assigned] = await download({ filter: { targetId: applicationId } });
  const [made] = await download({ filter: { targetId: data?.createClientAccount.id } });

  expect(assigned?.['Changes (UTC)']).toBe('Assignee: Olive Owner');
  expect(made?.['Who']).toBe('Olive Owner (API key CRM sync)');
});

test('an object that the reader cannot see has no ID in the changes', async () => {
  const { id: adminId } = await givenAdmin(api);
  const { id } = await givenClient(api, mine.actor);
  await api.rows(
    `insert into audit_event (id, reseller_id, occurred_at, action, actor_email, actor_id, actor_role, credential, target_type,
       target_id, changes, hash)
     select gen_random_uuid(), reseller_id, now(), 'client.updated', actor_email, actor_id, actor_role, credential, target_type,
       target_id, $2, '' from audit_event where target_id = $1`,
    [id, JSON.stringify({ managerId: { from: null, to: adminId } })],
  );

  const [ofPartner] = await download({ filter: { targetId: id } }, mine.actor);
  const [ofAdmin] = await download({ filter: { targetId: id } });

  expect(JSON.stringify(ofPartner)).not.toContain(adminId);
  expect(ofPartner?.['Changes (UTC)']).toMatch(/: someone else$/);
  expect(ofAdmin?.['Changes (UTC)']).toMatch(/: Olive Owner$/);
});

test('a partner exports its own events, and learns nothing about our team', async () => {
  await givenClient(api, theirs.actor, { companyName: 'A client of theirs' });
  await api.ask(api.admin, 'mutation ($id: ID!) { updatePartnerAccount(id: $id, input: { tier: GOLD }) { id } }', {
    id: mine.resellerId,
  });

  const rows = await download({}, mine.actor);

  const [tier] = rows.filter((row) => row['Action'] === 'Changed a partner account');
  expect(tier).toMatchObject({
    Who: 'ReachGenie',
    Email: '',
    'IP address': '',
    'Changes (UTC)': 'Tier: Silver → Gold',
  });
  expect(Object.keys(tier ?? {})).not.toContain('Partner');
  const text = JSON.stringify(rows);
  for (const secret of ['admin@reachgenie.example', theirs.email, 'Aurora', 'A client of theirs']) {
    expect(text).not.toContain(secret);
  }
  expect(await download({ filter: { resellerId: theirs.resellerId } }, mine.actor)).toEqual([]);
  // The second export is an event too.
  expect(await download({ filter: { resellerId: mine.resellerId } })).toHaveLength(rows.length + 1);
});

test('applies the filter, newest first', async () => {
  const { id } = await givenClient(api, mine.actor, { companyName: 'Filtered' });
  await update(api, mine.actor, { id, input: { companyName: 'Filtered again' } });

  const ofType = await download({ filter: { types: ['CLIENT_UPDATED'], targetId: id } });
  const named = await download({ filter: { search: 'Filtered again' } });
  const later = await download({ filter: { targetId: id, from: '2100-01-01T00:00:00Z' } });

  expect(ofType.map((row) => row['Action'])).toEqual(['Changed a client']);
  expect(named.map((row) => row['Action'])).toEqual(['Changed a client', 'Created a client']);
  expect(later).toEqual([]);
});

test('reads many events in pages, each once, and names without a query per event', async () => {
  const { id } = await givenClient(api, mine.actor);
  await api.rows(
    `insert into audit_event (chain_id, id, reseller_id, occurred_at, action, actor_email, actor_id, actor_role, credential, target_type, target_id)
     select $1, gen_random_uuid(), $1, now() - n * interval '1 second', 'client.updated', 'x@x.example', $2, 'PARTNER', 'link', 'ClientAccount', $3
     from generate_series(1, 1100) n`,
    [mine.resellerId, mine.ownerId, id],
  );
  const link = await exportLink(api, { filter: { targetId: id } }, mine.actor, EXPORT_AUDIT);

  let file = '';
  const statements = await statementsOf(async () => void (file = await (await fetch(link)).text()));

  expect(new Set(file.split('\r\n')).size).toBe(1 + 1101 + 1);
  // Three pages and their names.
  expect(statements.filter((text) => text.includes('from "audit_event"'))).toHaveLength(3);
  expect(statements.filter((text) => text.includes('from "client_account"'))).toHaveLength(3);
});

test('the export is an event of the requester, without the filter', async () => {
  await askForLink(
    api,
    mine.actor,
    { filter: { search: 'our own search', targetId: theirs.resellerId } },
    EXPORT_AUDIT,
  );
  await askForLink(api, api.admin, { filter: { resellerId: mine.resellerId, search: 'Aurora' } }, EXPORT_AUDIT);

  const ours = await download({ filter: { types: ['LIST_EXPORTED'] } }, mine.actor);
  const all = await download({ filter: { types: ['LIST_EXPORTED'] } });

  expect(ours.length).toBeGreaterThan(0);
  expect(ours.every((row) => row['Who'] === 'Olive Owner')).toBe(true);
  expect(JSON.stringify(all)).not.toMatch(/our own search|Aurora|session:/);
  const byAdmin = all.find((row) => row['Email'] === 'admin@reachgenie.example');
  expect(byAdmin).toMatchObject({ Object: 'Export', Partner: '' });
  expect(byAdmin?.['Changes (UTC)']).toContain('List: Audit log');
});

test('accepts any ID in the filter, and finds nothing', async () => {
  expect(await download({ filter: { targetId: 'a\u0000b', actorIds: ['x'.repeat(5000)] } })).toEqual([]);
});

const signedOut = async () => {
  const { id, actor } = await givenMember(api, mine);
  const link = await exportLink(api, {}, actor, EXPORT_AUDIT);
  await api.ask(mine.actor, 'mutation ($id: ID!) { removeMember(id: $id) }', { id });
  return link;
};

const expired = async () => {
  const link = await exportLink(api, {}, mine.actor, EXPORT_AUDIT);
  await api.rows(`update list_export set expires_at = now() - interval '1 second'`);
  return link;
};

test.each([
  { what: 'an expired link', link: expired },
  { what: 'the link of a removed user', link: signedOut },
  {
    what: 'a link at the address of another list',
    link: async () =>
      (await exportLink(api, {}, api.admin, EXPORT_AUDIT)).replace('/exports/audit-events', '/exports/partners'),
  },
  { what: 'a forged link', link: async () => (await exportLink(api, {}, api.admin, EXPORT_AUDIT)).slice(0, -3) },
])('$what gets the same answer as a missing page', async ({ link }) => {
  const response = await fetch(await link());

  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
});

test.each([
  { who: 'an anonymous caller', actor: async () => undefined, code: 'UNAUTHENTICATED' },
  { who: 'an API key that reads', actor: () => givenKey(api, mine.actor, { scopes: ['READ'] }), code: 'FORBIDDEN' },
  { who: 'an admin’s API key', actor: () => givenAdminKey(api), code: 'FORBIDDEN' },
])('refuses $who, and stores nothing', async ({ actor, code }) => {
  const asker = await actor();
  const before = await stored();

  const { errors } = await askForLink(api, asker, {}, EXPORT_AUDIT);

  expect(errors).toMatchObject([{ extensions: { code } }]);
  expect(await stored()).toEqual(before);
});

test('shows a withdrawn decision as people read it', async () => {
  const id = await givenApplication(api);
  await changeStatus(api, api.admin, { id, status: 'REVIEWING' });

  const [row] = await download({ filter: { targetId: id, types: ['APPLICATION_STATUS_CHANGED'] } });

  expect(row?.['Changes (UTC)']).toBe('Status: Pending → In review');
});
