import type pg from 'pg';
import { expect, inject, test } from 'vitest';
import { MessageQueue } from '../../../src/core/database/fast-path/message.queue.ts';
import { PASSWORD, SUPERUSER } from '../../../src/dev/postgres/embedded.database.ts';
import { query } from '../../support/database.ts';
import { failureOf, OPENING, pidOf, read, usePools } from '../../support/message.queues.ts';

const open = usePools();

const SLEEP = 'select pg_sleep($1)::text as slept';
const sleepers = (pool: pg.Pool) =>
  query(pool, `select from pg_stat_activity where query = '${SLEEP}' and state = 'active'`);

test('a read whose signal aborts ends in PostgreSQL too, and those behind it run on another connection', async () => {
  const pool = open(1, { options: '-c client_connection_check_interval=100' });
  const messages = new MessageQueue(pool);
  await read(messages, SLEEP, [0]);
  await read(messages, 'select 1 as n');
  const before = await pidOf(messages);
  const client = await pool.connect();
  const gone = new AbortController();
  const slow = failureOf(messages.read({}, OPENING, { text: SLEEP, values: [60] }, gone.signal));
  const behind = read(messages, 'select 1 as n');
  client.release();
  const observer = open(1);
  await expect.poll(() => sleepers(observer)).toHaveLength(1);

  gone.abort(new Error('gone'));

  expect(await slow).toMatchObject({ message: 'gone' });
  expect(await behind).toEqual([{ n: 1 }]);
  await expect.poll(() => sleepers(observer), { timeout: 5_000 }).toEqual([]);
  expect(await pidOf(messages)).not.toEqual(before);
});

test('a read whose signal aborts while it waits is not sent, and a short one leaves its connection', async () => {
  const pool = open(1);
  const messages = new MessageQueue(pool);
  const before = await pidOf(messages);
  const client = await pool.connect();
  const gone = new AbortController();
  const waiting = failureOf(messages.read({}, OPENING, { text: 'select 1 as waiting', values: [] }, gone.signal));
  gone.abort(new Error('gone'));

  expect(await waiting).toMatchObject({ message: 'gone' });
  await expect(messages.read({}, OPENING, { text: 'select 1 as waiting', values: [] }, gone.signal)).rejects.toThrow(
    'gone',
  );
  client.release();
  expect(await pidOf(messages)).toEqual(before);
  expect(await query(pool, `select from pg_prepared_statements where statement = 'select 1 as waiting'`)).toEqual([]);
});

test('a write whose signal aborts is not done', async () => {
  const pool = open(2, { options: '-c client_connection_check_interval=100' });
  const messages = new MessageQueue(pool);
  const table = `test_${Date.now()}_gone`;
  await query(pool, `create table ${table} (n int)`);
  const observer = open(1);
  const gone = new AbortController();
  try {
    const write = failureOf(
      messages.write(
        [OPENING, { text: `insert into ${table} values (1)`, values: [] }, { text: SLEEP, values: [60] }],
        gone.signal,
      ),
    );
    await expect.poll(() => sleepers(observer)).toHaveLength(1);
    gone.abort(new Error('gone'));

    expect(await write).toMatchObject({ message: 'gone' });
    await expect.poll(() => sleepers(observer), { timeout: 5_000 }).toEqual([]);
    expect(await query(observer, `select from ${table}`)).toEqual([]);
  } finally {
    await query(observer, `drop table ${table}`);
  }
});

test('a write whose statements another program removed is done once', async () => {
  const pool = open(1);
  const messages = new MessageQueue(pool);
  const table = `test_${Date.now()}_again`;
  await query(pool, `create table ${table} (n int)`);
  const insert = () => messages.write([OPENING, { text: `insert into ${table} values ($1)`, values: [1] }]);
  try {
    await insert();
    await query(pool, 'deallocate all');
    await insert();

    expect(await query(pool, `select n from ${table}`)).toEqual([{ n: 1 }, { n: 1 }]);
  } finally {
    await query(pool, `drop table ${table}`);
  }
});

test('a connection that cannot be opened fails no reads that another serves', async () => {
  const passwords = ['wrong', PASSWORD];
  const password = async (): Promise<string> => {
    const next = passwords.shift();
    if (next === PASSWORD) await expect.poll(() => pool.totalCount).toBe(1); // the first one has failed
    return next ?? PASSWORD;
  };
  const account = { host: '127.0.0.1', port: inject('databasePort'), user: SUPERUSER, database: 'postgres' };
  const pool = open(2, { connectionString: undefined, ...account, password });
  const messages = new MessageQueue(pool);

  const served = await Promise.all(Array.from({ length: 20 }, () => read(messages, 'select 1 as n')));

  expect(served).toEqual(served.map(() => [{ n: 1 }]));
});
