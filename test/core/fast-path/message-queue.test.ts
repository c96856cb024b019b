import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { MessageQueue, type Messages } from '../../../src/core/database/fast-path/message.queue.ts';
import { PlainMessages } from '../../../src/core/database/fast-path/plain.messages.ts';
import { query } from '../../support/database.ts';
import { failureOf, inNextTick, OPENING, pidOf, read, usePools } from '../../support/message.queues.ts';

const open = usePools();
let one: Messages;
beforeAll(() => void (one = new MessageQueue(open(1))));

test('rows are those of pg, for values of all types and sizes', async () => {
  const text = `select null::text as nothing, '' as empty, 'Größe – 😀' as words, repeat('ä', 300000) as long, true as yes,
    -1::int2 as small, 2147483647 as whole, 9007199254740993 as big, 0.1::float8 as part, 12345.678 as exact,
    $1::timestamptz as moment, '2024-02-29'::date as day, array['a', null, 'c "d"'] as texts, array[1, 2] as numbers,
    '{"a": [1, null]}'::jsonb as json, '\\x0102ff'::bytea as bytes, gen_random_uuid() is null as "a ""name", n
    from generate_series(1, $2::int) as n where n > $3`;
  const plain = new PlainMessages(open(1));

  for (const count of [0, 1, 3]) {
    const values = [new Date('2026-01-02T03:04:05.678Z'), count, 0];
    expect(await read(one, text, values)).toEqual(await read(plain, text, values));
  }
  expect(await read(one, 'select n from generate_series(1, 20000) as n')).toHaveLength(20_000);
});

test('a column may have any name', async () => {
  const names = ['__proto__', 'constructor', 'a\\"b', '`${c}`', '0'];
  const columns = names.map((name, index) => `${index} as "${name.replaceAll('"', '""')}"`);

  const [row] = await read(one, `select 'null'::json as "__proto__", ${columns.join()}`);

  expect(Object.getPrototypeOf(row)).toBe(Object.prototype);
  expect(new Map(Object.entries(row ?? {}))).toEqual(new Map(names.map((name, index) => [name, index])));
});

test('an error has all fields of pg', async () => {
  const plain = new PlainMessages(open(1));
  const texts = [
    'select 1 / 0',
    'select nothing',
    `select 1 from unnest(array['x']) as word where word::int = 1`,
    `do $$ begin raise exception 'no' using errcode = 'RG999', detail = 'd', hint = 'h', column = 'c', constraint = 'k', table = 't'; end $$`,
  ];
  for (const text of texts) {
    const [fast, slow] = [await failureOf(read(one, text)), await failureOf(read(plain, text))];

    expect(fast).toBeInstanceOf(pg.DatabaseError);
    expect({ ...(fast as object) }).toEqual({ ...(slow as object) });
    expect((fast as Error).message).toBe((slow as Error).message);
  }
});

test('settings end with their read, also after an error', async () => {
  const setting = async () => {
    const pool = open(1);
    const messages = new MessageQueue(pool);
    await failureOf(read(messages, 'select 1 / 0'));
    await read(messages, 'select 1');
    return await query(pool, `select current_setting('test.caller', true) as caller`);
  };

  expect(await read(one, `select current_setting('test.caller') as caller`)).toEqual([{ caller: 'somebody' }]);
  expect(await setting()).toEqual([{ caller: '' }]);
});

test('reads of one caller are one transaction, and a failed one fails no other', async () => {
  const caller = {};
  const transaction = 'select pg_backend_pid() as pid, now()::text as begun'; // as text: with microseconds
  const [first, failed, second, third] = await Promise.allSettled(
    [transaction, 'select 1 / 0', transaction, `${transaction} `].map((text) => read(one, text, [], caller)),
  );

  expect(failed).toMatchObject({ status: 'rejected', reason: { code: '22012' } });
  expect([first, second, third].map((each) => each?.status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
  expect(third).toEqual(second);
  expect(second).not.toEqual(first);
});

test('a failed opening fails all reads of its caller at once, and of no other', async () => {
  const pool = open(1);
  const messages = new MessageQueue(pool);
  const sequence = `test_${Date.now()}_openings`;
  await query(pool, `create sequence ${sequence}`);
  try {
    const fails = { text: `select 1 / (nextval('${sequence}') - 1)`, values: [] }; // the first time
    const caller = {};
    const reads = ['select 1 as n', 'select 2 as n'].map((text) => messages.read(caller, fails, { text, values: [] }));
    const [first, second, other] = await Promise.allSettled([...reads, read(messages, 'select 3 as n')]);

    expect([first, second]).toMatchObject([{ reason: { code: '22012' } }, { reason: { code: '22012' } }]);
    expect(other).toMatchObject({ value: [{ n: 3 }] });
  } finally {
    await query(pool, `drop sequence ${sequence}`);
  }
});

test('a new statement is prepared for each caller, so that a failed caller takes it from no other', async () => {
  const messages = new MessageQueue(open(1));
  const ended = { text: 'select 1 / $1::int', values: [0] };
  const shared = { text: 'select $1::int as shared', values: [1] };
  const answers = await Promise.allSettled([
    messages.read({}, ended, shared),
    messages.read({}, OPENING, shared),
    read(messages, 'select 1 / 0 as other'),
    messages.read({}, ended, shared),
    messages.read({}, OPENING, { ...shared, values: [2] }),
  ]);

  const refused = { status: 'rejected', reason: { code: '22012' } };
  expect(answers).toMatchObject([refused, { value: [{ shared: 1 }] }, refused, refused, { value: [{ shared: 2 }] }]);
  expect(await messages.read({}, OPENING, shared)).toEqual([{ shared: 1 }]);
});

test('of five hundred callers on two connections, each gets its own answers', async () => {
  const two = new MessageQueue(open(2));
  const numbers = Array.from({ length: 500 }, (_, index) => index);
  const answers = await Promise.all(
    numbers.map((number) =>
      number % 7 === 0 ? failureOf(read(two, 'select 1 / $1::int', [0])) : read(two, 'select $1::int as n', [number]),
    ),
  );

  for (const number of numbers) {
    if (number % 7 === 0) expect(answers[number]).toMatchObject({ code: '22012' });
    else expect(answers[number]).toEqual([{ n: number }]);
  }
});

test('a canceled read keeps its connection, a terminated one gets another', async () => {
  const pool = open(1);
  const messages = new MessageQueue(pool);
  const before = await pidOf(messages);

  const canceled = await failureOf(read(messages, 'select pg_cancel_backend(pg_backend_pid())::text, pg_sleep(9)'));
  expect(canceled).toMatchObject({ code: '57014' });
  expect(await pidOf(messages)).toEqual(before);

  const text = 'select pg_terminate_backend(pg_backend_pid())::text, pg_sleep(9)';
  const [terminated, behind] = await Promise.all([
    failureOf(read(messages, text)),
    failureOf(read(messages, 'select 1 as n')),
  ]);
  expect(terminated).toMatchObject({ code: '57P01' });
  expect(behind).toEqual(undefined);
  expect(await pidOf(messages)).not.toEqual(before);
});

test('statements that another program removed or made wrong are prepared again', async () => {
  const pool = open(1);
  const messages = new MessageQueue(pool);
  const table = `test_${Date.now()}`;
  await query(pool, `create table ${table} as select 1 as n`);
  try {
    const all = () => read(messages, `select * from ${table}`);
    expect(await all()).toEqual([{ n: 1 }]);
    await query(pool, 'deallocate all');
    expect(await all()).toEqual([{ n: 1 }]);
    await query(pool, `alter table ${table} add column word text default 'new'`);
    expect(await all()).toEqual([{ n: 1, word: 'new' }]);
  } finally {
    await query(pool, `drop table ${table}`);
  }
});

test('a plan that is outdated on several connections is prepared again on each', async () => {
  const pool = open(2);
  const messages = new MessageQueue(pool);
  const table = `test_${Date.now()}_plans`;
  const another = open(1);
  await query(another, `create table ${table} as select 1 as n`);
  try {
    const all = () => read(messages, `select * from ${table}`);
    await Promise.all([all(), all()]);
    await query(another, `alter table ${table} add column word text default 'new'`);
    const held = await pool.connect();
    const answer = all();
    const next = pool.connect(); // gets the first connection before the read is sent again
    const other = await next;
    held.release();
    other.release();

    expect(await answer).toEqual([{ n: 1, word: 'new' }]);
  } finally {
    await query(another, `drop table ${table}`);
  }
});

test('a message may have more statements than a connection keeps', async () => {
  const pool = open(1);
  const messages = new MessageQueue(pool);
  const numbers = Array.from({ length: 300 }, (_, index) => index);
  for (let round = 0; round < 2; round++) {
    const caller = {};
    const answers = await Promise.all(numbers.map((number) => read(messages, `select ${number} as n`, [], caller)));
    expect(answers).toEqual(numbers.map((number) => [{ n: number }]));
  }
  await read(messages, 'select 0 as n');

  // The next message closes what the last one was too many: two statements.
  const rows = await query(pool, 'select count(*)::int as statements from pg_prepared_statements');
  expect(rows[0]?.['statements']).toBeLessThanOrEqual(252);
});

test('a connection keeps a bounded number of statements', async () => {
  const pool = open(1);
  const messages = new MessageQueue(pool);
  for (let number = 0; number < 400; number++) {
    expect(await read(messages, `select ${number} as n`)).toEqual([{ n: number }]);
  }
  expect(await read(messages, 'select 0 as n')).toEqual([{ n: 0 }]);

  const rows = await query(pool, 'select count(*)::int as statements from pg_prepared_statements');
  expect(rows[0]?.['statements']).toBeGreaterThan(200);
  expect(rows[0]?.['statements']).toBeLessThanOrEqual(251);
});

test('a read waits for a connection as long as the pool allows', async () => {
  const pool = open(1, { connectionTimeoutMillis: 200 });
  const messages = new MessageQueue(pool);
  const client = await pool.connect();

  await expect(read(messages, 'select 1')).rejects.toThrow('timeout exceeded when trying to connect');

  const waiting = read(messages, 'select 1 as n');
  client.release();
  expect(await waiting).toEqual([{ n: 1 }]);
});

test('only a bounded number of callers waits', async () => {
  const pool = open(1, { connectionTimeoutMillis: 500 });
  const messages = new MessageQueue(pool);
  const client = await pool.connect();
  const waiting = Array.from({ length: 10_000 }, () => failureOf(read(messages, 'select 1')));

  await expect(read(messages, 'select 1')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  await Promise.all(waiting);
  client.release();
});

test('a connection is free after eight callers', async () => {
  const pool = open(1);
  const messages = new MessageQueue(pool);
  await read(messages, 'select 1 as n');
  let done = 0;
  const reads = Array.from({ length: 20 }, () => read(messages, 'select 1 as n').then(() => done++));

  const client = await inNextTick(() => pool.connect());

  expect(done).toBe(8);
  expect((await client.query({ text: `select current_setting('test.caller') as caller` })).rows).toEqual([
    { caller: '' },
  ]);
  client.release();
  await Promise.all(reads);
});

test('writes are done together or not at all', async () => {
  const pool = open(2);
  const messages = new MessageQueue(pool);
  const table = `test_${Date.now()}_writes`;
  await query(pool, `create table ${table} (n int unique)`);
  const insert = (n: number) => ({ text: `insert into ${table} values ($1)`, values: [n] });
  try {
    await messages.write([OPENING, insert(1), insert(2)]);
    await expect(messages.write([OPENING, insert(3), insert(2)])).rejects.toMatchObject({ code: '23505' });
    await messages.write([OPENING, insert(4)]);

    expect(await read(messages, `select n from ${table} order by n`)).toEqual([{ n: 1 }, { n: 2 }, { n: 4 }]);
  } finally {
    await query(pool, `drop table ${table}`);
  }
});
