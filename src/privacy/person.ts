import type pg from 'pg';
import { mailboxOf, tidyAddress } from '../core/text/mailbox.ts';

/** All rows that belong to a mailbox, in all tenants. */
export interface Person {
  /** The given address, its mailbox, and all spellings that are stored. */
  addresses: string[];
  users: string[];
  applications: string[];
  clients: string[];
  /** Partner accounts whose admin has the address. */
  partners: string[];
  apiKeys: string[];
  /** Of all of the above. */
  ids: string[];
  /** When the first of these rows was stored. Undefined if there is none. */
  since: Date | undefined;
}

interface Found {
  kind: 'users' | 'applications' | 'clients' | 'partners' | 'apiKeys';
  id: string;
  address: string | null;
  created_at: Date;
}

/** $1: the mailbox. */
const BY_MAILBOX = `
  select 'users' as kind, id, email as address, created_at from user_account where coalesce(mailbox, email) = $1
  union all select 'applications', id, contact_email, created_at from partner_application
    where coalesce(contact_mailbox, contact_email) = $1
  union all select 'clients', id, contact_email, created_at from client_account
    where coalesce(contact_mailbox, contact_email) = $1`;

/** $1: addresses, $2: users. */
const BY_ADDRESS = `
  select 'partners' as kind, id, admin_email as address, created_at from partner_account where lower(admin_email) = any ($1)
  union all select 'apiKeys', id, null, created_at from api_key where created_by = any ($2)`;

/** Any spelling of the address finds the person. */
export async function findPerson(client: pg.Client, given: string): Promise<Person> {
  const mailbox = mailboxOf(given);
  const { rows } = await client.query<Found>(BY_MAILBOX, [mailbox]);
  const stored = rows.flatMap(({ address }) => address ?? []);
  const addresses = [...new Set([tidyAddress(given), mailbox, ...stored].map((address) => address.toLowerCase()))];
  const users = idsOf(rows, 'users');
  const { rows: others } = await client.query<Found>(BY_ADDRESS, [addresses, users]);
  const all = [...rows, ...others];
  const times = all.map(({ created_at: createdAt }) => createdAt.getTime());
  return {
    addresses,
    users,
    applications: idsOf(all, 'applications'),
    clients: idsOf(all, 'clients'),
    partners: idsOf(all, 'partners'),
    apiKeys: idsOf(all, 'apiKeys'),
    ids: all.map(({ id }) => id),
    since: times.length > 0 ? new Date(Math.min(...times)) : undefined,
  };
}

const idsOf = (rows: readonly Found[], wanted: Found['kind']): string[] =>
  rows.flatMap(({ kind, id }) => (kind === wanted ? id : []));
