import type pg from 'pg';
import { mailboxOf } from '../core/text/mailbox.ts';
import { findPerson, type Person } from './person.ts';
import { deletionOf, personalTables } from './personal.tables.ts';

interface Erasure {
  address: string;
  /** The address of the admin in the audit log. */
  by: string;
}

/** Columns of an address and its mailbox. No email can reach the domain (RFC 2606), and it is unique. */
const ERASED = `'erased@' || id || '.invalid'`;

const STAYS = [
  'Stays, because contracts and accounting need it: companies of partners and clients, subscriptions and partnerships.',
  'Stays, because statistics count it: type, size, industry, state and times of applications, without names.',
  'Stays, because the law requires a trail: audit events and client accesses, with IDs in place of names and addresses.',
];

/**
 * Erases a person in the owner's transaction, and returns what to tell the caller.
 * @throws Error if `by` is no other active admin
 */
export async function erasePerson(client: pg.Client, { address, by }: Erasure): Promise<string[]> {
  const admin = await adminAt(client, by);
  await lockRows(client, address);
  const person = await findPerson(client, address);
  if (person.users.includes(admin.id)) throw new Error('--by: must be the address of another admin');
  const erased = new Map<string, number>();
  const erase = async (what: string, text: string, values: unknown[]) => {
    const { rowCount } = await client.query(text, values);
    if (rowCount) erased.set(what, (erased.get(what) ?? 0) + rowCount);
  };
  // Before the rows change, because the values find them.
  const events = await eventsAbout(client, person);

  await recordErasure(client, person, admin);
  await withdrawOpen(client, person);
  for (const table of personalTables.filter(({ isDeleted }) => isDeleted)) {
    const { text, values } = deletionOf(table, person);
    await erase(table.table, text, values);
  }
  await erase(
    'applications',
    'with erased as (select erase_applications($1, $2, $3) as count) select from erased, generate_series(1, count)',
    [person.applications, admin.id, admin.email],
  );
  await eraseUsers(erase, person);
  await erase(
    'clients',
    `update client_account set contact_name = '(erased)', contact_email = ${ERASED}, contact_mailbox = ${ERASED},
      contact_phone = null, version = version + 1 where id = any ($1)`,
    [person.clients],
  );
  await erase(
    'answers of the product',
    'update client_provisioning set detail = null where client_id = any ($1) and detail is not null',
    [person.clients],
  );
  // A reason is free text about the client.
  await erase(
    'reasons of accesses',
    `update client_access_session set reason = '(erased)' where client_id = any ($1) and reason <> '(erased)'`,
    [person.clients],
  );
  await erase(
    'partner accounts',
    `update partner_account set admin_email = ${ERASED}, version = version + 1 where id = any ($1)`,
    [person.partners],
  );
  const { rows } = await client.query<{ redacted: number }>('select redact_audit_events($1, $2, $3, $4) as redacted', [
    events.acted,
    events.about,
    admin.id,
    admin.email,
  ]);
  const redacted = rows[0]?.redacted ?? 0;
  if (redacted > 0) erased.set('audit events', redacted);

  if (erased.size === 0) return ['Nothing is stored about this address.'];
  return [...Array.from(erased, ([what, count]) => `Erased: ${what}: ${count}`), ...STAYS, backupsOf(person)];
}

const backupsOf = ({ since }: Person): string =>
  `Backups ${since ? `since ${since.toISOString()} ` : ''}until now still hold the data. After a restore, run this again.`;

interface Admin {
  id: string;
  email: string;
}

/** Not the person, so one admin always remains. */
async function adminAt(client: pg.Client, address: string): Promise<Admin> {
  const { rows } = await client.query<Admin>(
    `select id, email from user_account
     where coalesce(mailbox, email) = $1 and is_active and 'ALL' = any (admin_roles) for update`,
    [mailboxOf(address)],
  );
  const [admin] = rows;
  if (!admin) throw new Error('--by: must be the address of an active admin with the role ALL');
  return admin;
}

/** So that changes that are under way end before the rows and their events are read. */
async function lockRows(client: pg.Client, address: string): Promise<void> {
  for (const [table, mailbox] of [
    ['user_account', 'coalesce(mailbox, email)'],
    ['partner_application', 'coalesce(contact_mailbox, contact_email)'],
    ['client_account', 'coalesce(contact_mailbox, contact_email)'],
  ] as const) {
    await client.query(`select from ${table} where ${mailbox} = $1 order by id for update`, [mailboxOf(address)]);
  }
}

/** The events in which the person acted, and those whose changes are about the person. */
async function eventsAbout(client: pg.Client, person: Person): Promise<{ acted: string[]; about: string[] }> {
  const { rows } = await client.query<{ id: string; acted: boolean; about: boolean }>(
    `select id, actor_id = any ($1) or lower(actor_email) = any ($2) as acted,
      target_id = any ($1) or exists (
        select from unnest($2::text[]) as address where position('"' || address || '"' in lower(changes)) > 0) as about
     from audit_event where actor_id = any ($1) or target_id = any ($1) or lower(actor_email) = any ($2) or exists (
        select from unnest($2::text[]) as address where position('"' || address || '"' in lower(changes)) > 0)`,
    [person.ids, person.addresses],
  );
  return {
    acted: rows.flatMap(({ id, acted }) => (acted ? id : [])),
    about: rows.flatMap(({ id, about }) => (about ? id : [])),
  };
}

/** One event for each object, in the chain of its partner. PostgreSQL refuses changed clients, keys and partners without one. */
async function recordErasure(client: pg.Client, { ids }: Person, { id, email }: Admin): Promise<void> {
  await client.query(
    `insert into audit_event (id, reseller_id, occurred_at, action, actor_email, actor_id, actor_role, credential, target_type,
       target_id, hash)
     select gen_random_uuid(), reseller_id, now(), 'person.erased', $2, $3, 'ADMIN', 'command', type, id, ''
     from (
       select id, reseller_id, 'User' as type from user_account
       union all select id, null, 'PartnerApplication' from partner_application
       union all select id, reseller_id, 'ClientAccount' from client_account
       union all select id, id, 'PartnerAccount' from partner_account
       union all select id, reseller_id, 'ApiKey' from api_key
     ) as object where id = any ($1) order by reseller_id, id`,
    [ids, email, id],
  );
}

/** As the applicant would. The counters follow by their triggers. */
async function withdrawOpen(client: pg.Client, { applications }: Person): Promise<void> {
  await client.query(
    `with open as (
       select id, status from partner_application where id = any ($1) and status in ('PENDING', 'REVIEWING') for update
     ), step as (
       insert into partner_application_status_change (id, application_id, "from", "to", withdrawn, changed_by, changed_at)
       select gen_random_uuid(), id, status, 'REJECTED', true, '(erased)', now() from open
     )
     update partner_application set status = 'REJECTED', withdrawn_at = now(), updated_at = now(), version = version + 1
     where id in (select id from open)`,
    [applications],
  );
}

type Erase = (what: string, text: string, values: unknown[]) => Promise<void>;

/** The address is free again, and every way to sign in ends. */
async function eraseUsers(erase: Erase, { users, apiKeys }: Person): Promise<void> {
  await erase(
    'API keys',
    `update api_key set name = '(erased)', allowed_addresses = '{}', revoked_at = coalesce(revoked_at, now()) where id = any ($1)`,
    [apiKeys],
  );
  // Notes and steps name the admins, without an ID.
  for (const [table, column] of [
    ['partner_application_note', 'author_name'],
    ['partner_application_status_change', 'changed_by'],
  ] as const) {
    await erase(
      'names of the author',
      `update ${table} set ${column} = '(erased)' where ${column} in
        (select name from user_account where id = any ($1) and role = 'ADMIN')`,
      [users],
    );
  }
  await erase(
    'users',
    `update user_account set email = ${ERASED}, mailbox = ${ERASED}, name = '(erased)', password_hash = null,
      second_factor_at = null, is_active = false, version = version + 1 where id = any ($1)`,
    [users],
  );
}
