import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { ADMIN, useApi } from '../support/api.ts';
import { givenApplication } from '../support/given/applications.ts';
import {
  AT_ONCE,
  changeOf,
  fillQueue,
  givenBusy,
  givenHeldRow,
  givenProcess,
  headersOfAdmin,
  sendChange,
  sendMany,
  statusOf,
  times,
  WAITING,
} from '../support/processes/busy.process.ts';

const ORIGIN = 'http://localhost:4000';
const api = useApi();

const QUERY = { query: '{ __typename }' };

test('lets requests wait for their turn, refuses excess ones immediately, and answers all others', async () => {
  const busy = await givenBusy(api);
  const waiting = await fillQueue(() => busy.post(QUERY));

  const refused = await busy.post(QUERY, { origin: ORIGIN });

  expect(refused.status).toBe(503);
  expect(Object.fromEntries(refused.headers)).toMatchObject({
    'retry-after': '1',
    'x-request-id': expect.any(String),
    'access-control-allow-origin': ORIGIN,
  });
  expect(await refused.json()).toEqual({
    errors: [
      {
        message: 'The service is temporarily unavailable. Try again in a moment.',
        extensions: { code: 'UNAVAILABLE', requestId: refused.headers.get('x-request-id') },
      },
    ],
  });
  const { headers } = await busy.post(QUERY, { origin: 'https://evil.example' });
  expect(headers.has('access-control-allow-origin')).toBe(false);
  await busy.release();
  for (const answer of busy.answers) {
    expect(await (await answer).json()).toEqual({ data: { updatePartnerApplicationStatus: { status: 'REVIEWING' } } });
  }
  await waiting.all;
  expect(waiting.statuses).toEqual([503, ...times(WAITING, () => 200)]);
});

test('lets pages wait in the same queue', async () => {
  const busy = await givenBusy(api);
  const pages = sendMany(WAITING + 1, () => fetch(`${busy.url}/apply`, { headers: { accept: 'text/html' } }));
  await expect.poll(() => pages.statuses, { timeout: 5_000 }).toEqual([503]);

  await busy.release();

  await pages.all;
  expect(pages.statuses.slice(1)).not.toContain(503);
  expect(await statusOf(busy.post(QUERY))).toBe(200);
});

test('answers health checks and preflights meanwhile', async () => {
  const busy = await givenBusy(api);
  await fillQueue(() => busy.post(QUERY));

  const health = await Promise.all(['live', 'ready'].map((kind) => statusOf(fetch(`${busy.url}/health/${kind}`))));
  const asksBefore = { origin: ORIGIN, 'access-control-request-method': 'POST' };
  const preflight = await fetch(`${busy.url}/graphql`, { method: 'OPTIONS', headers: asksBefore });

  expect([...health, preflight.status]).toEqual([200, 200, 204]);
  await busy.release();
});

test('refuses a request that has waited too long', async () => {
  const busy = await givenBusy(api, { LONGEST_WAIT: '1' });

  const late = await busy.post(QUERY);

  expect([late.status, late.headers.get('retry-after')]).toEqual([503, '1']);
  await busy.release();
  expect(await Promise.all(busy.answers.map(statusOf))).toEqual(times(AT_ONCE, () => 200));
  expect(await statusOf(busy.post(QUERY))).toBe(200);
});

test('a waiting request leaves the queue without its change if its client disconnects', async () => {
  const id = await givenApplication(api);
  const busy = await givenBusy(api);
  const hangUp = new AbortController();
  const before = api.logs.length;
  const gone = sendMany(WAITING + 1, () => sendChange(api, busy.url, changeOf(id), hangUp.signal));
  await expect.poll(() => gone.statuses, { timeout: 5_000 }).toEqual([503]);

  hangUp.abort();

  await expect(gone.all).rejects.toThrow('aborted');
  const aborted = () => api.logs.slice(before).filter((line) => line['aborted']);
  await expect.poll(aborted, { timeout: 5_000 }).toHaveLength(WAITING);
  const others = await fillQueue(() => busy.post(QUERY));
  await busy.release();
  await others.all;
  expect(others.statuses).toEqual([503, ...times(WAITING, () => 200)]);
  expect(await api.rows('select status from partner_application where id = $1', [id])).toEqual([{ status: 'PENDING' }]);
});

test('a disconnected client frees its place only when the work is done', async () => {
  const busy = await givenBusy(api);
  busy.hangUp();
  await Promise.allSettled(busy.answers);

  const waiting = await fillQueue(() => busy.post(QUERY));

  await busy.release();
  await waiting.all;
  expect(waiting.statuses).toEqual([503, ...times(WAITING, () => 200)]);
});

test('a request takes no place until its body is there', async () => {
  const { body, release } = await givenHeldRow(api);
  const { url, post } = await givenProcess(api);
  const fields = { host: 'localhost', ...headersOfAdmin(api), 'content-length': body.length, expect: '100-continue' };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = `POST /graphql HTTP/1.1\r\n${lines.join('')}\r\n`;
  const halves = await Promise.all(times(AT_ONCE + WAITING + 1, () => sendHalf(url, head)));

  const meanwhile = await statusOf(post(QUERY));
  const answers: string[] = [];
  const all = Promise.all(halves.map(async (socket) => void answers.push(await answerOn(socket, body))));

  expect(meanwhile).toBe(200);
  await expect.poll(() => answers, { timeout: 5_000 }).toEqual(['HTTP/1.1 503 Service Unavailable']);
  await release();
  await all;
  expect(answers.slice(1)).toEqual(times(AT_ONCE + WAITING, () => 'HTTP/1.1 200 OK'));
});

/** Sends the head of a request, and waits until the server wants the body. */
async function sendHalf(url: string, head: string): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1').setEncoding('utf8');
  socket.write(head);
  expect(String(await once(socket, 'data'))).toMatch(/^HTTP\/1.1 100 /);
  return socket;
}

/** Sends the body, and returns the first line of the response. */
async function answerOn(socket: Socket, body: string): Promise<string> {
  socket.write(body);
  const [answer] = await once(socket, 'data');
  socket.destroy();
  return String(answer).split('\r\n')[0] ?? '';
}

test('a stop answers waiting requests first', async () => {
  const busy = await givenBusy(api);
  const waiting = await fillQueue(() => busy.post(QUERY));

  const stopped = busy.stop();
  await busy.release();

  await waiting.all;
  expect(waiting.statuses).toEqual([503, ...times(WAITING, () => 200)]);
  await stopped;
});

const SIGN_IN = {
  query:
    'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { accessToken } }',
  variables: { email: ADMIN.email, password: ADMIN.password },
};

test('other requests do not wait for sign-ins', async () => {
  const { post } = await givenProcess(api, { REQUESTS_AT_ONCE: '64' });
  const signIns = sendMany(200, () => post(SIGN_IN));
  await expect.poll(() => signIns.statuses).toContain(503); // too many

  const read = await statusOf(post(QUERY));

  expect(read).toBe(200);
  expect(signIns.statuses.length).toBeLessThan(200);
  await signIns.all;
  expect(new Set(signIns.statuses)).toEqual(new Set([200, 503]));
});

test('a sign-in and all reads are answered while others always wait', async () => {
  const { post } = await givenProcess(api);
  const readers = AT_ONCE + WAITING / 2;
  const answered = new Set<unknown>();
  const reads = times(readers, async () => {
    const reader = {};
    do {
      expect(await statusOf(post(QUERY))).toBe(200);
      answered.add(reader);
    } while (answered.size < readers + 1);
  });

  const signIn = await statusOf(post(SIGN_IN));

  expect(signIn).toBe(200);
  answered.add('sign-in');
  await Promise.all(reads);
});

test('an overload is one log line, not one for each refusal', async () => {
  const busy = await givenBusy(api);
  await fillQueue(() => busy.post(QUERY));
  const refused = await Promise.all(times(20, () => statusOf(busy.post(QUERY))));

  expect(refused).toEqual(times(20, () => 503));
  const lines = () =>
    api.logs.filter(({ msg, refused: count }) => msg === 'requests refused: over capacity' && count !== 1);
  await expect.poll(lines, { timeout: 5_000 }).not.toEqual([]);
  expect(lines()).toEqual(lines().map(() => expect.objectContaining({ level: 40, refused: expect.any(Number) })));
  await busy.release();
});
