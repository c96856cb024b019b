import pg from 'pg';
import { v7 as uuid } from 'uuid';
import { inject } from 'vitest';
import { createDatabase, type DatabaseUrls } from '../../src/dev/postgres/development.database.ts';
import { databaseUrl, SUPERUSER } from '../../src/dev/postgres/embedded.database.ts';
import { TEMPLATE } from './template-database.ts';

export interface TestDatabase extends DatabaseUrls {
  /** Runs SQL as the superuser, past every policy and permission. */
  rows(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

/** Creates a separate database from the template. */
export const cloneDatabase = (): Promise<TestDatabase> => newDatabase(TEMPLATE);

/** Creates a separate database without migrations. */
export const emptyDatabase = (): Promise<TestDatabase> => newDatabase();

async function newDatabase(template?: string): Promise<TestDatabase> {
  const port = inject('databasePort');
  const name = `test_${uuid().replaceAll('-', '')}`;
  const urls = await createDatabase(port, name, template);
  const superuser = new pg.Client(databaseUrl(port, SUPERUSER, name));
  await superuser.connect();
  return {
    ...urls,
    rows: async (sql, values) => (await superuser.query(sql, values)).rows,
    close: () => superuser.end(),
  };
}

/** Runs SQL on a connection of a pool, past the messages of the fast path. */
export async function query(pool: pg.Pool, text: string): Promise<Record<string, unknown>[]> {
  const client = await pool.connect();
  try {
    return (await client.query({ text })).rows;
  } finally {
    client.release();
  }
}
