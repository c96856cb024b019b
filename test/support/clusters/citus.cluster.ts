import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { createDatabase } from '../../../src/dev/postgres/development.database.ts';
import { databaseUrl, PASSWORD, SUPERUSER } from '../../../src/dev/postgres/embedded.database.ts';
import type { PostgresPrograms } from '../../../src/dev/postgres/postgres.program.ts';
import { migrate } from '../../../src/migrations/migrate.ts';
import type { TestDatabase } from '../database.ts';
import { installedPostgres, PostgresServer } from './postgres.server.ts';

const DATABASE = 'reachgenie';
const WORKERS = 2;

/** A PostgreSQL with the extension Citus. Undefined if none is installed. */
export async function installedCitus(): Promise<PostgresPrograms | undefined> {
  const installed = await installedPostgres();
  return installed.map(([, programs]) => programs).find(({ postgres }) => existsSync(libraryBeside(postgres)));
}

const libraryBeside = (program: string): string => join(dirname(program), '../lib/citus.so');

/** A coordinator and two workers, set up from a migrated database by the steps of docs/operations.md. */
export async function startCitus(programs: PostgresPrograms): Promise<TestDatabase> {
  const closings: (() => Promise<unknown>)[] = [];
  const start = async () => {
    const server = await PostgresServer.start(programs, SETTINGS);
    closings.push(() => server.stop());
    const urls = await createDatabase(server.port, DATABASE);
    const superuser = new pg.Client(databaseUrl(server.port, SUPERUSER, DATABASE));
    await superuser.connect();
    closings.push(() => superuser.end());
    return {
      ...urls,
      port: server.port,
      rows: async (sql: string, values?: unknown[]) => (await superuser.query(sql, values)).rows,
    };
  };
  const coordinator = await start();
  await migrate(coordinator);
  const workers = await Promise.all(Array.from({ length: WORKERS }, start));
  for (const { rows } of [coordinator, ...workers]) await rows('create extension citus');
  for (const { rows } of workers) await rows('create extension unaccent');
  await coordinator.rows(ON_COORDINATOR);
  await coordinator.rows(`select citus_set_coordinator_host('127.0.0.1', ${coordinator.port})`);
  for (const { port } of workers) await coordinator.rows(`select citus_add_node('127.0.0.1', ${port})`);
  await distribute(coordinator.ownerUrl);
  for (const { rows } of workers) await rows(SIGN_IN);
  return {
    ...coordinator,
    close: async () => {
      for (const close of closings.toReversed()) await close();
    },
  };
}

const SETTINGS = [
  '--shared_preload_libraries=citus',
  '--max_prepared_transactions=100',
  '--citus.propagate_set_commands=local',
];

/** The coordinator signs in to the workers as the role that a transaction has taken on. */
const SIGN_IN = `
  set citus.enable_alter_role_propagation to off;
  alter role reachgenie_platform login password '${PASSWORD}';
  alter role reachgenie_tenant login password '${PASSWORD}';`;

const ON_COORDINATOR = ['postgres', 'reachgenie_owner', 'reachgenie_platform', 'reachgenie_tenant']
  .map((role) => `insert into pg_dist_authinfo values (0, '${role}', 'password=${PASSWORD}');`)
  .join('\n');

/** Can run again. */
export const distribute = (ownerUrl: string) =>
  promisify(execFile)('psql', ['--no-psqlrc', '--quiet', ownerUrl, '--file', 'ops/citus/distribute.sql']);
