import pg from 'pg';
import { PLATFORM_ROLE } from '../core/database/tenancy.ts';

const BATCH = 1_000;

/** A connection of the platform, which sees all tenants; whatever is read by it is of one moment. To be ended by the caller. */
export async function connectAsPlatform(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  await client.query('begin isolation level repeatable read read only');
  await client.query(`select set_config('role', $1, true), set_config('timezone', 'UTC', true)`, [PLATFORM_ROLE]);
  return client;
}

/** The rows of a statement, however many, with a thousand of them in memory. */
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
