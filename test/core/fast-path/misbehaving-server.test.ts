import pg from 'pg';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { MessageQueue, type Pool } from '../../../src/core/database/fast-path/message.queue.ts';
import { databaseProblem } from '../../../src/core/database/database.problem.ts';
import { PipelinedClient } from '../../../src/core/database/pipelined.client.ts';
import { databaseUrl, SUPERUSER } from '../../../src/dev/postgres/embedded.database.ts';
import { query } from '../../support/database.ts';
import { ManglingProxy, type Mangle } from '../../support/proxies/mangling.proxy.ts';

let proxy: ManglingProxy;
let pool: pg.Pool;
let messages: MessageQueue;

beforeEach(async () => {
  proxy = new ManglingProxy(inject('databasePort'));
  const connectionString = databaseUrl(await proxy.start(), SUPERUSER, 'postgres');
  pool = new pg.Pool({ connectionString, max: 1, Client: PipelinedClient, pipeline: true });
  pool.on('error', () => undefined).on('connect', (client) => client.on('error', () => undefined));
  messages = new MessageQueue(pool as unknown as Pool);
});
afterEach(async () => {
  await proxy.stop();
  await pool.end();
});

const OPENING = { text: `select set_config('test.caller', 'somebody', true)`, values: [] };
const numbers = (count: number) =>
  messages.read({}, OPENING, { text: `select n, 'word' as word from generate_series(1, $1) as n`, values: [count] });
const rows = (count: number) => Array.from({ length: count }, (_, index) => ({ n: index + 1, word: 'word' }));

const typeOf = (answer: Buffer) => String.fromCharCode(answer[0] ?? 0);
const frame = (type: string, content: string) => {
  const body = Buffer.from(content, 'latin1');
  const head = Buffer.alloc(5);
  head.write(type, 0, 'latin1');
  head.writeUInt32BE(4 + body.length, 1);
  return Buffer.concat([head, body]);
};
const NOTICE = frame('N', 'C00000\0Mby the way\0\0');
const STATUS = frame('S', 'application_name\0other\0');
const NOTIFICATION = frame('A', '\0\0\0\u0001channel\0payload\0');

/** Changes the first answer of this type. Of rows, those of numbers. */
function once(type: string, change: Mangle): Mangle {
  let done = false;
  return (answer, cut) => {
    if (done || typeOf(answer) !== type || (type === 'D' && !answer.includes('word'))) return [answer];
    done = true;
    return change(answer, cut);
  };
}

/** Answers the first message without descriptions, in one piece. */
function atOnce(): Mangle {
  let piece: Buffer[] | undefined;
  let done = false;
  return (answer) => {
    if (typeOf(answer) === '3' && !done) piece ??= [];
    if (!piece) return [answer];
    if (typeOf(answer) !== 'T') piece.push(answer);
    if (typeOf(answer) !== 'Z') return [];
    const all = Buffer.concat(piece);
    piece = undefined;
    done = true;
    return [all];
  };
}

const HARMLESS: Record<string, Mangle> = {
  'byte by byte': (answer) => Array.from(answer, (byte) => Buffer.of(byte)),
  'in halves': (answer) => [answer.subarray(0, answer.length >> 1), answer.subarray(answer.length >> 1)],
  'with notices between': (answer) => [NOTICE, answer, STATUS, NOTIFICATION],
};

test.each(Object.entries(HARMLESS))('rows are right if they arrive %s', async (_, mangle) => {
  await query(pool, 'select 1');
  proxy.mangle = mangle;

  for (const count of [0, 3, 200]) expect(await numbers(count)).toEqual(rows(count));
  expect(await Promise.all([1, 2, 3].map(numbers))).toEqual([1, 2, 3].map(rows));
  await expect(messages.read({}, OPENING, { text: 'select 1 / 0', values: [] })).rejects.toMatchObject({
    code: '22012',
  });
});

test('a notice between answers reaches pg', async () => {
  const notices: unknown[] = [];
  pool.on('connect', (client) => client.on('notice', ({ message }) => notices.push(message)));
  await query(pool, 'select 1');
  proxy.mangle = once('D', (answer) => [NOTICE, answer]);

  expect(await numbers(1)).toEqual(rows(1));
  expect(notices).toEqual(['by the way']);
});

/** The server's misbehavior, and whether all rows have arrived before. */
const HARMFUL: [wrong: string, isComplete: boolean, mangle: Mangle][] = [
  ['closes instead of an answer', false, once('D', (_, cut) => (cut(), []))],
  ['closes within an answer', false, once('D', (answer, cut) => (setImmediate(cut), [answer.subarray(0, 7)]))],
  ['closes before the end', true, once('Z', (_, cut) => (cut(), []))],
  ['sends rows without a description', false, once('T', () => [])],
  ['sends a row of fewer columns', false, once('D', () => [frame('D', '\0\u0001\0\0\0\u00011')])],
  ['sends a row of more columns', false, once('D', () => [frame('D', `\0\u0003${'\0\0\0\u00011'.repeat(3)}`)])],
  ['sends a row that ends early', false, once('D', () => [frame('D', '\0\u0002\0\0')])],
  ['sends no description, all at once', false, atOnce()],
  ['ends without an answer', false, once('C', () => [])],
  ['leaves a transaction open', true, once('Z', () => [frame('Z', 'T')])],
  ['sends a wrong length', false, once('D', () => [Buffer.from('D\0\0\0\0')])],
  ['sends a wrong length at the end', true, once('Z', () => [Buffer.from('Z\0\0\0\u0003I')])],
  ['asks for a copy', false, once('D', () => [frame('G', '\0\0\0')])],
];

test.each(HARMFUL)(
  'a server that %s gives no wrong rows, and the next connection serves',
  async (_, isComplete, mangle) => {
    const before = await query(pool, 'select pg_backend_pid() as pid');
    proxy.mangle = mangle;

    const answers = await Promise.allSettled([1, 2, 3].map(numbers));
    const refused = answers.filter((answer) => answer.status === 'rejected');
    expect(refused.length === 0).toBe(isComplete);
    proxy.mangle = (answer) => [answer];
    for (const { reason } of refused) expect(databaseProblem(reason)?.code).toBe('UNAVAILABLE');
    for (const [index, answer] of answers.entries()) {
      if (answer.status === 'fulfilled') expect(answer.value).toEqual(rows(index + 1));
    }

    expect(await Promise.all([1, 2, 3].map(numbers))).toEqual([1, 2, 3].map(rows));
    expect(await query(pool, 'select pg_backend_pid() as pid')).not.toEqual(before);
  },
);

test('a connection that a failed read leaves in a transaction serves nobody else', async () => {
  const pid = 'select pg_backend_pid() as pid';
  const before = await query(pool, pid);
  let failed = false;
  proxy.mangle = (answer) => {
    failed ||= typeOf(answer) === 'E';
    return [failed && typeOf(answer) === 'Z' ? frame('Z', 'E') : answer];
  };

  const read = messages.read({}, OPENING, { text: 'select 1 / 0', values: [] });
  await nextTick();
  const next = query(pool, pid); // waits for the connection
  await expect(read).rejects.toThrow('an open transaction');
  proxy.mangle = (answer) => [answer];

  expect(await next).not.toEqual(before);
});

test('a read waits for the end of an answer whose error pg has already passed on', async () => {
  for (let time = 0; time < 30; time++) {
    await expect(query(pool, 'select 1 / 0')).rejects.toThrow('division by zero');

    expect(await numbers(1)).toEqual(rows(1));
  }
});

/** Reads ask for a connection in the next tick. */
const nextTick = () => new Promise<void>((resolve) => process.nextTick(resolve));
