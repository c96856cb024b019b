import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { createDatabase, type DatabaseUrls } from '../../src/dev/postgres/development.database.ts';
import { fillWithDemoData } from '../../src/dev/demo/demo.data.ts';
import { databaseUrl, SUPERUSER } from '../../src/dev/postgres/embedded.database.ts';
import { migrate } from '../../src/migrations/migrate.ts';
import { runCommandWith, type Ran } from './processes/commands.ts';
import { installedPostgres, PostgresServer } from './clusters/postgres.server.ts';
import type { TestDatabase } from './database.ts';

/** A PostgreSQL of Debian, which comes with its pg_dump. The embedded one has none. */
const [programs] = (await installedPostgres())
  .map(([, found]) => found)
  .filter(({ postgres }) => existsSync(join(postgres, '..', 'pg_dump')));

export const HAS_POSTGRES_TOOLS = programs !== undefined;

export const BACKUP_KEY = 'a passphrase of a test, with 40 letters.';

type Command = 'backup' | 'restore' | 'drill';

interface Backups {
  server: PostgresServer;
  urls: DatabaseUrls;
  /** A new folder for each test file. */
  folder: string;
  rows: TestDatabase['rows'];
  /** Creates another database in the cluster, without migrations. */
  newDatabase(name: string): Promise<DatabaseUrls>;
  /** The settings of a command on the database of the file. */
  settings: Record<string, string>;
  run(command: Command, options?: string[], settings?: Record<string, string>): Promise<Ran>;
  /** Names of the files in the folder. */
  files(): Promise<string[]>;
  /** Backs up, and returns the path of the file. */
  backUp(settings?: Record<string, string>): Promise<string>;
}

/** Starts a PostgreSQL with a migrated database for the test file. */
export function useBackups(): Backups {
  const backups = {} as Backups;
  const closings: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    if (!programs) return;
    const server = await PostgresServer.start(programs);
    closings.push(() => server.stop());
    const urls = await createDatabase(server.port, 'reachgenie');
    await migrate(urls);
    const folder = await mkdtemp(join(tmpdir(), 'backups-'));
    closings.push(() => rm(folder, { recursive: true }));
    const superuser = new pg.Client(databaseUrl(server.port, SUPERUSER, 'reachgenie'));
    await superuser.connect();
    closings.push(() => superuser.end());
    await superuser.query('alter role reachgenie_owner createdb');
    const settings = { ...settingsOf(urls), BACKUP_DIR: folder, BACKUP_KEY };
    Object.assign(backups, { server, urls, folder, settings });
    backups.rows = async (sql, values) => (await superuser.query(sql, values)).rows;
  });

  backups.newDatabase = (name) => createDatabase(backups.server.port, name);
  backups.run = (command, options = [], settings = {}) =>
    runCommandWith({ ...backups.settings, ...settings }, `src/backups/${command}.command.ts`, ...options);
  backups.files = async () => (await readdir(backups.folder)).toSorted();
  backups.backUp = async (settings) => {
    const { code, stdout, stderr } = await backups.run('backup', [], settings);
    if (code !== 0) throw new Error(stderr);
    return stdout.slice(0, stdout.indexOf(': '));
  };

  afterAll(async () => {
    for (const close of closings.reverse()) await close();
  });
  return backups;
}

export const settingsOf = ({ ownerUrl, loginUrl }: DatabaseUrls): Record<string, string> => ({
  DATABASE_URL: loginUrl,
  MIGRATION_DATABASE_URL: ownerUrl,
});

/** Fills an empty database with demo data. */
export async function fill({ ownerUrl }: DatabaseUrls): Promise<void> {
  await fillWithDemoData(ownerUrl, { info: () => undefined });
}

/** Runs SQL with a connection of its own. */
export async function rowsAt(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
