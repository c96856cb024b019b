import type pg from 'pg';
import { DatabaseClient } from '../core/database/hosts/database.client.ts';
import { PLATFORM_ROLE } from '../core/database/tenancy.ts';

const BATCH = 1_000;

/** Connects with access to all tenants, in one read-only snapshot. The caller must end the connection. */
export async function connectAsPlatform(databaseUrl: string): Promise<pg.Client> {
  const client = new DatabaseClient(databaseUrl);
  await client.connect();
  await client.query('begin isolation level repeatable read read only');
  await client.query(`select set_config('role', $1, true), set_config('timezone', 'UTC', true)`, [PLATFORM_ROLE]);
  return client;
}

/** Streams a statement's rows, with at most a thousand in memory. */
export async function* readInBatches<Row extends pg.QueryResultRow>(
  client: pg.Client,
  statement: string,
  values: unknown[] = [],
): AsyncGenerator<Row> {
  await client.query(`declare batch no scroll cursor for ${statement}`, values);
  for (;;) {
    const { rows } = await client.query<Row>(`fetch ${BATCH} from batch`);
    yield* rows;
    if (rows.length < BATCH) break;
  }
  await client.query('close batch');
}
