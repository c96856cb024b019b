import { readFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { databaseUrl, startEmbeddedDatabase, SUPERUSER } from '../../src/dev/postgres/embedded.database.ts';

/** Kept between runs, so that the data is created once. Safe to delete between runs. */
export const FOLDER = join(tmpdir(), 'reachgenie-partners-bench');

/** Settings of a dedicated database server. Durability stays on, as in production. */
const SETTINGS: Record<string, string> = {
  shared_buffers: '2GB',
  effective_cache_size: '6GB',
  maintenance_work_mem: '512MB',
  max_wal_size: '8GB',
  checkpoint_timeout: '30min',
  random_page_cost: '1.1',
  jit: 'off',
};

export interface Cluster {
  /** On 127.0.0.1. */
  readonly port: number;
  /** Process id of the parent of all PostgreSQL processes. */
  readonly postmaster: number;
  readonly stop: () => Promise<void>;
}

/** Starts the benchmark's own PostgreSQL with the data of earlier runs. @throws Error if another benchmark runs */
export async function startCluster(): Promise<Cluster> {
  const folder = join(FOLDER, 'postgres');
  await mkdir(folder, { recursive: true });
  let database = await startEmbeddedDatabase({ folder });
  try {
    if (await changeSettings(database.port)) {
      await database.stop();
      database = await startEmbeddedDatabase({ folder });
    }
    const pidFile = await readFile(join(folder, 'data', 'postmaster.pid'), 'utf8');
    return { port: database.port, postmaster: Number.parseInt(pidFile, 10), stop: () => database.stop() };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/** Runs `work` in a database as the superuser. */
export async function asSuperuser<Result>(
  port: number,
  database: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client(databaseUrl(port, SUPERUSER, database));
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Whether PostgreSQL needs a restart. */
function changeSettings(port: number): Promise<boolean> {
  return asSuperuser(port, 'postgres', async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select name from json_each_text($1) as wanted (name, value)
       where current_setting(name) <> value and not exists (
         select from pg_file_settings where pg_file_settings.name = wanted.name and setting = value)`,
      [JSON.stringify(SETTINGS)],
    );
    for (const { name } of rows) await client.query(`alter system set ${name} = '${SETTINGS[name]}'`);
    return rows.length > 0;
  });
}
