import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { givenApplication } from '../support/given/applications.ts';
import { waitingFor } from '../support/locks.ts';

const AT_ONCE = 5;
const ORIGIN = 'http://localhost:4000';
const api = useApi({ REQUESTS_AT_ONCE: `${AT_ONCE}` });

const CHANGE = 'mutation ($id: ID!) { updatePartnerApplicationStatus(id: $id, status: REVIEWING) { status } }';
const QUERY = { query: '{ __typename }' };

/** A change that waits for a row, which is locked until `release`. */
async function givenHeldRow() {
  const id = await givenApplication(api);
  await api.rows('begin');
  onTestFinished(async () => void (await api.rows('rollback'))); // nothing, if it was released
  await api.rows('select from partner_application where id = $1 for update', [id]);
  const body = JSON.stringify({ query: CHANGE, variables: { id } });
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${api.admin.accessToken}` };
  return { body, headers, release: () => api.rows('commit') };
}

const allInWork = async () => await expect.poll(() => waitingFor(api), { timeout: 5_000 }).toBe(AT_ONCE);

/** Sends this many requests. As many as possible start, and wait until `release`. */
async function givenInWork(count: number) {
  const { body, headers, release } = await givenHeldRow();
  const hangUp = new AbortController();
  const ask = () => fetch(`${api.url}/graphql`, { method: 'POST', body, headers, signal: hangUp.signal });
  const answers = Array.from({ length: count }, ask);
  await allInWork();
  return { answers, hangUp: () => hangUp.abort(), release };
}

const statusOf = async (answer: Promise<Response>) => (await answer).status;
const room = async () => await expect.poll(() => statusOf(api.post(QUERY)), { timeout: 5_000 }).toBe(200);

test('refuses excess requests immediately, and answers those in progress', async () => {
  const { answers, release } = await givenInWork(AT_ONCE);

  const refused = await api.post(QUERY, { origin: ORIGIN });

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
  expect((await api.post(QUERY, { origin: 'https://evil.example' })).headers.has('access-control-allow-origin')).toBe(
    false,
  );
  await release();
  for (const answer of answers) {
    expect(await (await answer).json()).toEqual({ data: { updatePartnerApplicationStatus: { status: 'REVIEWING' } } });
  }
  await room();
});

test('answers health checks and preflights meanwhile', async () => {
  const { answers, release } = await givenInWork(AT_ONCE);

  const health = await Promise.all(['live', 'ready'].map((kind) => statusOf(fetch(`${api.url}/health/${kind}`))));
  const asksBefore = { origin: ORIGIN, 'access-control-request-method': 'POST' };
  const preflight = await fetch(`${api.url}/graphql`, { method: 'OPTIONS', headers: asksBefore });

  expect([...health, preflight.status]).toEqual([200, 200, 204]);
  await release();
  await Promise.all(answers);
});

test('accepts exactly the allowed number of concurrent requests', async () => {
  const { answers, release } = await givenInWork(4 * AT_ONCE);

  await release();

  const statuses = await Promise.all(answers.map(statusOf));
  expect(statuses.toSorted()).toEqual([...Array(AT_ONCE).fill(200), ...Array(3 * AT_ONCE).fill(503)]);
});

test('a disconnected client frees its slot only when the work is done', async () => {
  const { answers, hangUp, release } = await givenInWork(AT_ONCE);
  hangUp();
  await Promise.allSettled(answers);

  const meanwhile = await statusOf(api.post(QUERY));

  expect(meanwhile).toBe(503);
  await release();
  await room();
});

test('half a request takes no slot, and its second half may be refused', async () => {
  const { body, headers, release } = await givenHeldRow();
  const fields = { host: 'localhost', ...headers, 'content-length': body.length, expect: '100-continue' };
  const head = `POST /graphql HTTP/1.1\r\n${Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n`;
  const halves = await Promise.all(Array.from({ length: 2 * AT_ONCE }, () => sendHalf(head)));

  const meanwhile = await Promise.all(Array.from({ length: AT_ONCE }, () => statusOf(api.post(QUERY))));
  const statuses = halves.map((socket) => answerOn(socket, body));
  await allInWork();
  await release();

  expect(meanwhile).toEqual(Array(AT_ONCE).fill(200));
  expect((await Promise.all(statuses)).toSorted()).toEqual([
    ...Array(AT_ONCE).fill('HTTP/1.1 200 OK'),
    ...Array(AT_ONCE).fill('HTTP/1.1 503 Service Unavailable'),
  ]);
});

/** Sends the head of a request, and waits until the server wants the body. */
async function sendHalf(head: string): Promise<Socket> {
  const socket = connect(Number(new URL(api.url).port), '127.0.0.1').setEncoding('utf8');
  socket.write(head);
  expect(String(await once(socket, 'data'))).toMatch(/^HTTP\/1.1 100 /);
  return socket;
}

/** Sends the body, and returns the first line of the response. */
async function answerOn(socket: Socket, body: string): Promise<string | undefined> {
  socket.write(body);
  const [answer] = await once(socket, 'data');
  socket.destroy();
  return String(answer).split('\r\n')[0];
}

test('an overload is one log line, not one for each refusal', async () => {
  const lines = () => api.logs.filter(({ msg }) => msg === 'requests refused: over capacity');
  await expect.poll(lines).not.toEqual([]);

  expect(lines()).toEqual(lines().map(() => expect.objectContaining({ level: 40, refused: expect.any(Number) })));
});
