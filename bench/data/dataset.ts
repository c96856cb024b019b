import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { createDatabase, type DatabaseUrls } from '../../src/dev/postgres/development.database.ts';
import { migrate } from '../../src/migrations/migrate.ts';
import { addAdmins } from './admins.ts';
import { applicationRows } from './application.rows.ts';
import { clientRows } from './client.rows.ts';
import { asSuperuser } from './cluster.ts';
import { copyInto, type Row } from './copy.into.ts';
import { Progress } from '../report/progress.ts';
import { addResellers } from './resellers.ts';

/** The data of one database. It is always the same except for its dates. */
export interface Dataset {
  name: string;
  applications: number;
  resellers: number;
  clients: number;
}

/** Only applications grow beyond 200,000: resellers and clients stop at 2,000 and 500,000. */
const sized = (applications: number): Dataset => ({
  name: `bench_${applications}`,
  applications,
  resellers: Math.min(applications / 100, 2_000),
  clients: Math.min(applications * 2.5, 500_000),
});

export const SMALL = sized(20_000);
export const MAIN = sized(200_000);
export const LARGE = sized(2_000_000);

/** Domain of contacts in rows that a run writes. No others have it. */
export const MAIL_DOMAIN = 'bench.example';

const BATCH = 5_000;

/** Creates the data if it is missing or its code has changed. Removes rows of earlier runs. */
export async function prepareDataset(port: number, dataset: Dataset, fresh: boolean): Promise<DatabaseUrls> {
  const { name } = dataset;
  const code = fingerprint();
  const found = await asSuperuser(port, 'postgres', async (client) => {
    const { rows } = await client.query<{ code: string | null }>(
      `select shobj_description(oid, 'pg_database') as code from pg_database where datname = $1`,
      [name],
    );
    if (rows[0] && (fresh || rows[0].code !== code)) await client.query(`drop database ${name} with (force)`);
    return rows[0]?.code === code && !fresh;
  });
  const urls = await createDatabase(port, name);
  if (found) {
    await asSuperuser(port, name, clean);
    return urls;
  }

  const size = `${dataset.applications.toLocaleString('en')} applications and ${dataset.clients.toLocaleString('en')} clients`;
  console.log(`Making ${size} …`);
  const progress = new Progress(size, dataset.applications + dataset.clients);
  await migrate(urls);
  await asSuperuser(port, name, async (client) => {
    await fill(client, dataset, progress);
    // Comes last: a database without this comment is unfinished.
    await client.query(`comment on database ${name} is '${code}'`);
  });
  console.log(`Made ${size} in ${progress.end().toFixed(0)} s.`);
  return urls;
}

/** Loads without triggers, foreign keys and indexes, and builds indexes and counters at the end: many times faster. */
async function fill(
  client: pg.Client,
  { applications, resellers, clients }: Dataset,
  progress: Progress,
): Promise<void> {
  const now = new Date();
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `select format('%I', indexname) as name, indexdef as definition from pg_indexes
     where tablename ~ '^(partner_application|client_account)'
       and not exists (select from pg_constraint where conindid = format('%I', indexname)::regclass)`,
  );
  await client.query(`set session_replication_role = replica`);
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  await addAdmins(client);
  await copyBatches(client, applications, progress, (batch) => applicationRows({ ...batch, of: applications, now }));
  const ids = await addResellers(client, resellers);
  await copyBatches(client, clients, progress, (batch) => clientRows({ ...batch, of: clients, now, resellers: ids }));
  for (const { definition } of indexes) await client.query(definition);
  await client.query('set session_replication_role = origin');
  await client.query('analyze partner_application');
  await client.query('select rebuild_partner_application_counters()');
  await client.query('vacuum analyze');
}

/** Creates the next batch while PostgreSQL reads the last one. */
async function copyBatches(
  client: pg.Client,
  total: number,
  progress: Progress,
  rowsOf: (batch: { first: number; count: number }) => Record<string, Row[]>,
): Promise<void> {
  let sent: Promise<unknown> = Promise.resolve();
  for (let first = 0; first < total; first += BATCH) {
    const count = Math.min(BATCH, total - first);
    const tables = rowsOf({ first, count });
    await sent;
    sent = copyAll(client, tables);
    progress.advance(count);
  }
  await sent;
}

async function copyAll(client: pg.Client, tables: Record<string, Row[]>): Promise<void> {
  for (const [table, rows] of Object.entries(tables)) await copyInto(client, table, rows);
}

/** Removes rows of earlier runs, so that every run finds the same data. Triggers adjust the counters. */
async function clean(client: pg.Client): Promise<void> {
  await client.query(
    `truncate audit_event, audit_chain, event_consumer, email_message, idempotency_key, user_session, pgboss.job_common cascade`,
  );
  const { rowCount: applications } = await client.query(
    `delete from partner_application where search like '%@${MAIL_DOMAIN}'`,
  );
  const { rowCount: clients } = await client.query(
    `delete from client_account where contact_email like '%@${MAIL_DOMAIN}'`,
  );
  if (applications || clients) await client.query('vacuum analyze');
}

/** A hash of all code that the data depends on. */
function fingerprint(): string {
  const root = join(import.meta.dirname, '../..');
  const folders = {
    'src/migrations': /\.ts$/,
    'src/migrations/versions': /\.ts$/,
    'src/dev': /^(chance|sample)/,
    'bench/data': /^(dataset|admins|resellers|.*\.rows)/,
  };
  const hash = createHash('sha256');
  for (const [folder, pattern] of Object.entries(folders)) {
    const files = readdirSync(join(root, folder)).filter((name) => pattern.test(name));
    for (const file of files.toSorted()) hash.update(readFileSync(join(root, folder, file)));
  }
  return hash.digest('base64url');
}
