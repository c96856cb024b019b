import type pg from 'pg';
import { mailboxBeside } from '../core/text/mailbox.column.ts';
import { isTaken } from '../core/database/unique.violation.ts';

/** The owner's connection or pool. */
type Owner = Pick<pg.Client, 'query'>;

/** Tables with a mailbox. Their unique index is `<table>_mailbox_unique`, among `live` rows of the same `scope`. */
const TABLES = [
  { table: 'user_account', address: 'email', mailbox: 'mailbox', live: 'is_active', scope: 'is_active' },
  {
    table: 'partner_application',
    address: 'contact_email',
    mailbox: 'contact_mailbox',
    live: `status in ('PENDING', 'REVIEWING')`,
    scope: 'partnership_type',
  },
  {
    table: 'client_account',
    address: 'contact_email',
    mailbox: 'contact_mailbox',
    live: `subscription_status <> 'CANCELED'`,
    scope: 'reseller_id',
  },
] as const;

type Table = (typeof TABLES)[number];

/** Rows per batch. */
const BATCH = 10_000;

interface StoredAddress {
  id: string;
  address: string;
  mailbox: string | null;
  rank: number;
}

/** Live rows that share a mailbox since a rule of src/core/text/mailbox.ts changed. The first of `rows` owns it. */
export interface SharedMailbox {
  table: string;
  mailbox: string;
  rows: { id: string; address: string }[];
}

/**
 * Corrects each outdated mailbox by the rules of src/core/text/mailbox.ts, oldest row first. If another live row
 * already has that mailbox, the row gets the next rank. Can run beside the product, and again after an interruption.
 */
export async function rebuildMailboxes(owner: Owner): Promise<void> {
  for (const table of TABLES) {
    for await (const rows of rowsToMend(owner, table)) await mendAll(owner, table, rows);
  }
}

/** Number of rows with an outdated mailbox. Reads all tables. */
export async function countWrongMailboxes(owner: Owner): Promise<number> {
  let wrong = 0;
  for (const table of TABLES) {
    for await (const rows of rowsToMend(owner, table)) wrong += rows.filter(isWrong).length;
  }
  return wrong;
}

export async function findSharedMailboxes(owner: Owner): Promise<SharedMailbox[]> {
  const found: SharedMailbox[] = [];
  for (const { table, address, mailbox, live, scope } of TABLES) {
    const key = `coalesce(${mailbox}, ${address})`;
    const { rows } = await owner.query<Omit<SharedMailbox, 'table'>>(
      `select ${key} as mailbox, json_agg(json_build_object('id', id, 'address', ${address}) order by mailbox_rank, id) as rows
       from ${table} where ${live} and ${key} in (select ${key} from ${table} where ${live} and mailbox_rank > 0)
       group by ${key}, ${scope} having count(*) > 1 order by 1`,
    );
    found.push(...rows.map((row) => ({ table, ...row })));
  }
  return found;
}

const isWrong = ({ address, mailbox }: StoredAddress): boolean => mailboxBeside(address) !== mailbox;

async function* rowsToMend(owner: Owner, { table, address, mailbox }: Table): AsyncGenerator<StoredAddress[]> {
  let rows: StoredAddress[] = [];
  do {
    // IDs are UUIDs of version 7, which sort by time.
    ({ rows } = await owner.query<StoredAddress>(
      `select id, ${address} as address, ${mailbox} as mailbox, mailbox_rank as rank from ${table}
       where id > $1 order by id limit ${BATCH}`,
      [rows.at(-1)?.id ?? '00000000-0000-0000-0000-000000000000'],
    ));
    yield rows.filter((row) => isWrong(row) || row.rank > 0);
  } while (rows.length === BATCH);
}

/** All rows in one statement, which fails only if a mailbox is taken. */
async function mendAll(owner: Owner, table: Table, rows: StoredAddress[]): Promise<void> {
  if (rows.length === 0) return;
  try {
    await give(owner, table, rows);
  } catch (error) {
    if (!isTaken(error, `${table.table}_mailbox_unique`)) throw error;
    for (const row of rows) await mend(owner, table, row);
  }
}

async function mend(owner: Owner, table: Table, row: StoredAddress): Promise<void> {
  try {
    await give(owner, table, [row]);
  } catch (error) {
    if (!isTaken(error, `${table.table}_mailbox_unique`)) throw error;
    const key = `coalesce(${table.mailbox}, ${table.address})`;
    const next = `(select coalesce(max(mailbox_rank), 0) + 1 from ${table.table} where ${key} = coalesce(given.mailbox, given.address))`;
    if (isWrong(row)) await give(owner, table, [row], next);
  }
}

/** Changes nothing if the address has changed since it was read. */
const give = (owner: Owner, { table, address, mailbox }: Table, rows: StoredAddress[], rank = '0') =>
  owner.query(
    `update ${table} set ${mailbox} = given.mailbox, mailbox_rank = ${rank}
     from unnest($1::uuid[], $2::text[], $3::text[]) as given (id, address, mailbox)
     where ${table}.id = given.id and ${table}.${address} = given.address`,
    [rows.map(({ id }) => id), rows.map((row) => row.address), rows.map((row) => mailboxBeside(row.address))],
  );
