import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { createDatabase, OWNER_ROLE, type DatabaseUrls } from '../src/dev/development.database.ts';
import { migrate } from '../src/migrations/migrate.ts';
import { entities } from '../src/schema.ts';
import { applicationRows } from './application.rows.ts';
import { asSuperuser } from './cluster.ts';
import { copyInto } from './copy.into.ts';
import { Progress } from './progress.ts';

/** A database's worth of data: always the same, but for its dates. */
export interface Dataset {
  name: string;
  applications: number;
}

export const DATASETS: readonly Dataset[] = [
  { name: 'applications_20000', applications: 20_000 },
  { name: 'applications_200000', applications: 200_000 },
];

const BATCH = 5_000;

/** Makes the data where they are not there yet, or were made by other code. */
export async function prepareDataset(port: number, dataset: Dataset, fresh: boolean): Promise<void> {
  const { name, applications } = dataset;
  const code = fingerprint();
  const found = await asSuperuser(port, 'postgres', async (client) => {
    const { rows } = await client.query<{ code: string | null }>(
      `select shobj_description(oid, 'pg_database') as code from pg_database where datname = $1`,
      [name],
    );
    if (rows[0] && (fresh || rows[0].code !== code)) await client.query(`drop database ${name} with (force)`);
    return rows[0]?.code === code && !fresh;
  });
  if (found) return;

  const what = `${applications.toLocaleString('en')} applications`;
  console.log(`Making ${what}, once …`);
  const progress = new Progress(what, applications);
  await migrate({ ...(await createDatabase(port, name)), entities });
  await asSuperuser(port, name, async (client) => {
    await fill(client, applications, progress);
    // Last: a database without it was left unfinished.
    await client.query(`comment on database ${name} is '${code}'`);
  });
  console.log(`Made ${what} in ${progress.end().toFixed(0)} s.`);
}

/** Without triggers, foreign keys and indexes, which are made up for at the end: as fast as PostgreSQL can read. */
async function fill(client: pg.Client, applications: number, progress: Progress): Promise<void> {
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `select format('%I', indexname) as name, indexdef as definition from pg_indexes
     where tablename like 'partner_application%' and indexdef not like 'CREATE UNIQUE%'`,
  );
  await client.query(`set session_replication_role = replica`);
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  const now = new Date();
  let sent: Promise<unknown> = Promise.resolve();
  for (let first = 0; first < applications; first += BATCH) {
    const count = Math.min(BATCH, applications - first);
    // Made while PostgreSQL still reads the ones before.
    const tables = applicationRows({ first, count, of: applications, now });
    await sent;
    sent = copyAll(client, tables);
    progress.advance(count);
  }
  await sent;
  for (const { definition } of indexes) await client.query(definition);
  await client.query('set session_replication_role = origin');
  await client.query('analyze partner_application');
  await client.query('select rebuild_partner_application_counters()');
  await client.query('vacuum analyze');
}

async function copyAll(client: pg.Client, tables: ReturnType<typeof applicationRows>): Promise<void> {
  for (const [table, rows] of Object.entries(tables)) await copyInto(client, table, rows);
}

/** A copy to measure on, under the name `<dataset>_run`: what a run writes is not there for the next one. */
export async function copyDataset(port: number, { name }: Dataset): Promise<DatabaseUrls> {
  const copy = `${name}_run`;
  await removeCopy(port, { name });
  await asSuperuser(port, 'postgres', (client) =>
    client.query(`create database ${copy} owner ${OWNER_ROLE} template ${name} strategy file_copy`),
  );
  return createDatabase(port, copy);
}

export async function removeCopy(port: number, { name }: Pick<Dataset, 'name'>): Promise<void> {
  await asSuperuser(port, 'postgres', (client) => client.query(`drop database if exists ${name}_run with (force)`));
}

/** Of everything that the data depend on. */
function fingerprint(): string {
  const root = join(import.meta.dirname, '..');
  const folders = {
    'src/migrations': /\.ts$/,
    'src/applications': /\.sql\.ts$/,
    'src/dev': /^(chance|sample)/,
    bench: /^(dataset|application\.rows)/,
  };
  const hash = createHash('sha256');
  for (const [folder, pattern] of Object.entries(folders)) {
    const files = readdirSync(join(root, folder)).filter((name) => pattern.test(name));
    for (const file of files.toSorted()) hash.update(readFileSync(join(root, folder, file)));
  }
  return hash.digest('base64url');
}
