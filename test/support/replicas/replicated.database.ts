import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { createDatabase, LOGIN_ROLE, type DatabaseUrls } from '../../../src/dev/postgres/development.database.ts';
import { databaseUrl } from '../../../src/dev/postgres/embedded.database.ts';
import { migrate } from '../../../src/migrations/migrate.ts';
import type { TestDatabase } from '../database.ts';
import { rowsOf } from '../clusters/postgres.cluster.ts';
import { PostgresServer } from '../clusters/postgres.server.ts';
import { findReplicating, PostgresReplica } from './postgres.replica.ts';

const DATABASE = 'reachgenie';

const programs = await findReplicating();

export const canReplicate = programs !== undefined;

interface ReplicatedDatabase {
  urls: DatabaseUrls;
  primary: PostgresServer;
  replica: PostgresReplica;
  /** The settings with which the product finds both. */
  environment: Record<string, string>;
  /** Runs SQL on the primary as the superuser. */
  rows: TestDatabase['rows'];
  /** Returns the statements that each server logged during `work`. */
  statementsOf(work: () => Promise<unknown>): Promise<{ primary: string; replica: string }>;
}

/** Starts the product's database and a streaming replica, from the first test to the last. Both log all statements. */
export function useReplicatedDatabase(): ReplicatedDatabase {
  const database = {} as ReplicatedDatabase;

  beforeAll(async () => {
    if (!programs) return;
    const primary = await PostgresServer.start(programs);
    const urls = await createDatabase(primary.port, DATABASE);
    await migrate(urls);
    const rows = rowsOf(primary.port);
    await rows(`alter role ${LOGIN_ROLE} set log_statement to 'all'`);
    const replica = await PostgresReplica.start(primary, programs);
    const environment = {
      DATABASE_URL: urls.loginUrl,
      DATABASE_REPLICA_URLS: databaseUrl(replica.port, LOGIN_ROLE, DATABASE),
    };
    const statementsOf = async (work: () => Promise<unknown>) => {
      const logs = [join(primary.folder, 'log'), replica.logFile];
      const read = () => Promise.all(logs.map((file) => readFile(file, 'utf8')));
      const before = await read();
      await work();
      const [onPrimary = '', onReplica = ''] = (await read()).map((log, index) => log.slice(before[index]?.length));
      return { primary: onPrimary, replica: onReplica };
    };
    Object.assign(database, { urls, primary, replica, environment, rows, statementsOf });
  }, 120_000);

  afterAll(async () => {
    if (!programs) return;
    await database.replica.stop();
    await database.primary.stop();
  });

  return database;
}
