import pg from 'pg';
import { expect, test } from 'vitest';
import type { Pool } from '../../../src/core/database/fast-path/message.queue.ts';
import { PlainMessages } from '../../../src/core/database/fast-path/plain.messages.ts';
import { PipelinedClient } from '../../../src/core/database/pipelined.client.ts';
import { useApi } from '../../support/api.ts';

const api = useApi();

const statement = (text: string) => ({ text, values: [] });

test('a lost connection leaves its place in the pool to a new one', async () => {
  const pool = new pg.Pool({
    connectionString: api.database.loginUrl,
    max: 1,
    connectionTimeoutMillis: 2_000,
    Client: PipelinedClient,
  });
  pool.on('error', () => undefined);
  const messages = new PlainMessages(pool as unknown as Pool);
  const read = (text: string) => messages.read({}, statement('select 1'), statement(text));

  await expect(read('select pg_terminate_backend(pg_backend_pid())')).rejects.toThrow(/terminating connection/);

  expect(await read('select 2 as found')).toEqual([{ found: 2 }]);
  await pool.end();
});
