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

/** Notes that all events of the snapshot were verified, for the metrics. Ends the snapshot. A replica cannot note it. */
export async function noteVerified(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ until: Date }>('select now() as until where not pg_is_in_recovery()');
  await client.query('commit');
  const [snapshot] = rows;
  if (!snapshot) return;
  await client.query('begin');
  await client.query(`select set_config('role', $1, true)`, [PLATFORM_ROLE]);
  await client.query(
    `insert into audit_verification (verified_until) values ($1)
     on conflict (one) do update set verified_until = greatest(audit_verification.verified_until, excluded.verified_until)`,
    [snapshot.until],
  );
  await client.query('commit');
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
