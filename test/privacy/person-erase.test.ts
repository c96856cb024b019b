import { expect, test } from 'vitest';
import { ADMIN, useApi } from '../support/api.ts';
import { givenKey } from '../support/given/api-keys.ts';
import { changeStatus, givenSubmission, submit, validInput } from '../support/given/applications.ts';
import { givenAccess } from '../support/given/callers/client-access.ts';
import { givenClient } from '../support/given/client-accounts.ts';
import { givenPartner } from '../support/given/partners.ts';
import { auditOf, givenAdmin, givenMember, inviteMember } from '../support/given/people.ts';
import { waitingFor } from '../support/locks.ts';
import { runCommand } from '../support/processes/commands.ts';

const api = useApi();

const erase = (address: string, by = ADMIN.email) =>
  runCommand('src/privacy/person.erase.command.ts', api.database, address, '--by', by);
const exportOf = async (address: string) => {
  const { stdout } = await runCommand('src/privacy/person.export.command.ts', api.database, address);
  return JSON.parse(stdout) as { tables: Record<string, unknown[]> };
};
const verify = () => runCommand('src/audit/audit.verify.command.ts', api.database.loginUrl);
const countersAreRight = () => runCommand('src/applications/counters/counters.command.ts', api.database, 'check');

/** All rows that mention a text, by table. */
async function mentions(text: string): Promise<string[]> {
  const tables = await api.rows(
    `select table_schema || '.' || table_name as name from information_schema.tables
     where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await api.rows(`select 1 from ${String(name)} as stored where to_jsonb(stored)::text ilike $1`, [
      `%${text}%`,
    ]);
    if (rows.length > 0) found.push(String(name));
  }
  return found;
}

test('a partner’s owner: personal values end everywhere, and companies, counters and the audit log stay right', async () => {
  const partner = await givenPartner(api, { companyName: 'Harbor Traders' });
  const other = await givenPartner(api);
  const key = await givenKey(api, partner.actor, { name: 'Laptop' });
  const ownClient = await givenClient(api, partner.actor);
  await givenAccess(api, partner.actor, ownClient.id);
  const client = await givenClient(api, other.actor, { contactEmail: partner.email, companyName: 'Harbor Client' });
  const trail = (await auditOf(api, ownClient.id)).map(({ action }) => action);

  const { code, stdout } = await erase(partner.email.toUpperCase());

  expect(code).toBe(0);
  for (const line of ['Erased: users: 1', 'Erased: clients: 1', 'Stays, because contracts', 'Backups since 20']) {
    expect(stdout).toContain(line);
  }
  expect(await mentions(partner.email)).toEqual([]);
  expect((await exportOf(partner.email)).tables).toEqual(
    Object.fromEntries(Object.keys((await exportOf(partner.email)).tables).map((table) => [table, []])),
  );
  expect(
    await api.rows('select name, is_active, password_hash from user_account where id = $1', [partner.ownerId]),
  ).toEqual([{ name: '(erased)', is_active: false, password_hash: null }]);
  expect(await api.rows('select company_name from partner_account where id = $1', [partner.resellerId])).toEqual([
    { company_name: 'Harbor Traders' },
  ]);
  expect(await api.rows('select company_name, contact_name from client_account where id = $1', [client.id])).toEqual([
    { company_name: 'Harbor Client', contact_name: '(erased)' },
  ]);
  for (const caller of [partner.actor, key]) {
    expect((await api.ask(caller, '{ clientAccounts { items { id } } }')).errors?.[0]?.extensions.code).toBe(
      'UNAUTHENTICATED',
    );
  }
  // The events about others stay, without the actor's address.
  expect((await auditOf(api, ownClient.id)).map(({ action }) => action)).toEqual(trail);
  expect((await auditOf(api, ownClient.id)).map((event) => event['actor_email'])).toContain('(erased)');
  expect((await auditOf(api, client.id)).at(-1)).toMatchObject({ action: 'person.erased', actor_email: ADMIN.email });
  expect(await verify()).toMatchObject({ code: 0 });
  expect(await countersAreRight()).toMatchObject({ code: 0 });
});

test('an open application is withdrawn, and its address is free for another one', async () => {
  const input = validInput();
  const { id, token } = await givenSubmission(api, input);
  await api.ask(api.admin, `mutation { addPartnerApplicationNote(id: "${id}", note: "Zoë called.") { id } }`);

  expect((await erase(input.contactEmail)).code).toBe(0);

  const [row] = await api.rows('select * from partner_application where id = $1', [id]);
  expect(row).toMatchObject({ status: 'REJECTED', contact_name: '(erased)', contact_phone: null, website: null });
  expect(String(row?.['company_name'])).toMatch(/^Erased [\da-f]{12}$/);
  expect(row?.['withdrawn_at']).toBeInstanceOf(Date);
  expect(await api.rows('select 1 from partner_application_note where application_id = $1', [id])).toEqual([]);
  expect(await mentions('Zoë called')).toEqual([]);
  expect(await mentions(input.contactEmail)).toEqual([]);
  expect(token).not.toBe('');
  expect((await submit(api, input)).errors).toBeUndefined();
  expect(await verify()).toMatchObject({ code: 0 });
  expect(await countersAreRight()).toMatchObject({ code: 0 });
});

test('what others keep about a person ends: summaries, views and the pages opened last', async () => {
  const input = validInput();
  const { id } = await givenSubmission(api, input);
  const { id: userId } = await givenAdmin(api);
  const told = { told: [{ kind: 'MENTIONED', subjectId: id, detail: 'Kept by others' }] };
  await api.rows(
    `insert into email_message select (jsonb_populate_record(null::email_message, to_jsonb(other) || jsonb_build_object(
       'id', gen_random_uuid(), 'template', 'notification.summary', 'application_id', null,
       'recipient', 'reader@reachgenie.example', 'data', $1::jsonb))).* from (select * from email_message limit 1) as other`,
    [JSON.stringify(told)],
  );
  await api.rows(
    `insert into saved_view (id, user_id, list, name, search, position, created_at, updated_at)
     values (gen_random_uuid(), $1, 'APPLICATIONS', 'Kept by others', $2, 0, now(), now())`,
    [userId, JSON.stringify({ search: input.contactEmail })],
  );
  await api.rows(`insert into interface_state (user_id, key, value, updated_at) values ($1, 'RECENT', $2, now())`, [
    userId,
    JSON.stringify({ opened: [{ id, name: 'Kept by others' }] }),
  ]);
  expect(await mentions('Kept by others')).toHaveLength(3);

  expect((await erase(input.contactEmail)).code).toBe(0);

  expect(await mentions('Kept by others')).toEqual([]);
});

test('an admin whose acts summaries tell to others: these summaries are exported, and end', async () => {
  const { id, email } = await givenAdmin(api);
  const told = { told: [{ kind: 'CLIENT_STOPPED', actorId: id, actorName: 'Named in a summary' }] };
  await api.rows(
    `insert into email_message (id, recipient, template, data, status, tries, created_at)
     values (gen_random_uuid(), 'reader@reachgenie.example', 'notification.summary', $1, 'SENT', 1, now())`,
    [JSON.stringify(told)],
  );

  expect((await exportOf(email)).tables['email_message']).toMatchObject([{ data: {} }, { data: told }]);
  expect((await erase(email)).code).toBe(0);

  expect(await mentions('Named in a summary')).toEqual([]);
});

test('an admin: notes and steps lose the name, and the address can be invited again', async () => {
  const admin = await givenAdmin(api);
  const { id } = await givenSubmission(api);
  await api.rows(`update user_account set name = 'Unique Admin' where id = $1`, [admin.id]);
  await api.rows(
    `insert into partner_application_note (id, application_id, author_name, note, created_at)
     values (gen_random_uuid(), $1, 'Unique Admin', 'Fine.', now())`,
    [id],
  );

  expect((await erase(admin.email)).code).toBe(0);

  expect(await mentions('Unique Admin')).toEqual([]);
  const partner = await givenPartner(api);
  expect((await inviteMember(api, partner.actor, { email: admin.email })).errors).toBeUndefined();
});

test('a second erasure changes nothing', async () => {
  const partner = await givenPartner(api);
  const member = await givenMember(api, partner);
  await erase(member.email);
  const events = await api.rows('select * from audit_event order by chain_id, sequence');

  expect(await erase(member.email)).toEqual({ code: 0, stdout: 'Nothing is stored about this address.\n', stderr: '' });

  expect(await api.rows('select * from audit_event order by chain_id, sequence')).toEqual(events);
});

test('a longer address of someone else keeps all', async () => {
  const partner = await givenPartner(api);
  const short = partner.email.replace(/^zoe-/, '');
  const before = (await exportOf(partner.email)).tables;

  expect((await erase(short)).stdout).toBe('Nothing is stored about this address.\n');

  expect((await exportOf(partner.email)).tables).toEqual(before);
});

test.each([
  ['someone who is no admin', () => 'nobody@nowhere.example', /^--by: must be the address of an active admin/],
  ['the person', () => ADMIN.email, /^--by: must be the address of another admin/],
])('is refused by %s, and changes nothing', async (_, by, problem) => {
  const before = await api.rows('select * from user_account order by id');

  const { code, stderr } = await erase(ADMIN.email, by());

  expect(code).toBe(1);
  expect(stderr).toMatch(problem);
  expect(await api.rows('select * from user_account order by id')).toEqual(before);
});

test('a change of a redacted event is found', async () => {
  const partner = await givenPartner(api);
  await givenClient(api, partner.actor);
  await erase(partner.email);
  expect(await verify()).toMatchObject({ code: 0 });
  const [event] = await api.rows(
    `select id, action from audit_event where actor_email = '(erased)' and reseller_id = $1 limit 1`,
    [partner.resellerId],
  );
  const change = (action: unknown) =>
    api.rows('update audit_event set action = $2 where id = $1', [event?.['id'], action]);

  await change('client.updated_by_no_one');

  expect(await verify()).toMatchObject({ code: 1, stderr: expect.stringContaining(String(event?.['id'])) as string });
  await change(event?.['action']);
  expect(await verify()).toMatchObject({ code: 0 });
});

test('a client that gets another contact meanwhile keeps it', async () => {
  const partner = await givenPartner(api);
  const client = await givenClient(api, partner.actor, {
    contactName: 'Zoë Before',
    contactEmail: 'before@zoe.example',
  });
  const change = `mutation ($id: ID!, $input: UpdateClientAccountInput!) {
    updateClientAccount(id: $id, input: $input) { id } }`;

  await api.rows('begin');
  await api.rows('select from client_account where id = $1 for update', [client.id]);
  const changed = api.ask(partner.actor, change, {
    id: client.id,
    input: { contactName: 'Bo After', contactEmail: 'after@bo.example' },
  });
  await expect.poll(() => waitingFor(api)).toBe(1);
  const erased = erase('before@zoe.example');
  await expect.poll(() => waitingFor(api), { timeout: 5_000 }).toBe(2);
  await api.rows('commit');

  expect((await changed).errors).toBeUndefined();
  expect(await erased).toMatchObject({ code: 0 });
  expect(await api.rows('select contact_name, contact_email from client_account where id = $1', [client.id])).toEqual([
    { contact_name: 'Bo After', contact_email: 'after@bo.example' },
  ]);
  expect(await mentions('before@zoe.example')).toEqual([]);
  expect(await mentions('Zoë Before')).toEqual([]);
  expect(await verify()).toMatchObject({ code: 0 });
});

test('the reason of an access ends with the client’s contact, and the access stays', async () => {
  const partner = await givenPartner(api);
  const client = await givenClient(api, partner.actor);
  const access =
    'mutation ($id: ID!, $reason: String!) { accessClientAccount(id: $id, reason: $reason) { sessionId } }';
  await api.ask(partner.actor, access, { id: client.id, reason: 'Zoë Unique asked for it.' });
  expect(await erase(client.contactEmail)).toMatchObject({ code: 0 });

  expect(await mentions('Zoë Unique')).toEqual([]);
  expect(await api.rows('select reason from client_access_session where client_id = $1', [client.id])).toEqual([
    { reason: '(erased)' },
  ]);
});

test('an application decided meanwhile keeps its decision', async () => {
  const input = validInput({ partnershipType: 'REFERRAL' });
  const { id } = await givenSubmission(api, input);
  await changeStatus(api, api.admin, { id, status: 'REJECTED', message: 'Dear Zoë, not yet.' });

  await erase(input.contactEmail);

  const [row] = await api.rows('select status, withdrawn_at, decided_at from partner_application where id = $1', [id]);
  expect(row).toMatchObject({ status: 'REJECTED', withdrawn_at: null });
  expect(row?.['decided_at']).toBeInstanceOf(Date);
  expect(await mentions('Dear Zoë')).toEqual([]);
});
