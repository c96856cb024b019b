import { once } from 'node:events';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { PartnerApplication } from '../../../src/applications/application.entity.ts';
import { postTo, useApi } from '../../support/api.ts';
import { givenKey } from '../../support/given/api-keys.ts';
import { givenApplication } from '../../support/given/applications.ts';
import { givenPartner, type Partner } from '../../support/given/partners.ts';
import { waitingFor } from '../../support/locks.ts';
import { expectAlike, makeKnown, newVersion, watchFastify, wayOf } from '../../support/oracles/two.ways.ts';

const api = useApi();
watchFastify();

const ORIGIN = 'http://localhost:4000';
const QUERY = 'query Who { viewer { id } }';
const asAdmin = () => ({ authorization: `Bearer ${api.admin.accessToken}` });

let reseller: Partner;
beforeAll(async () => void (reseller = await givenPartner(api)));

describe('a known document is answered like a new one', () => {
  test.each([
    ['from an allowed origin', { origin: ORIGIN }],
    ['E8: from another origin', { origin: 'https://evil.example' }],
    ['E8: from no origin', { origin: 'null' }],
    ['with forwarded headers', { 'x-forwarded-for': '192.0.2.1', 'x-forwarded-host': '!', 'x-forwarded-proto': '?' }],
    ['with a strange cookie', { cookie: 'a=b; reachgenie_refresh=%%; ;' }],
    ['with another method in a header', { 'x-http-method-override': 'DELETE' }],
    ['for an HTTP client', { accept: 'application/json, text/plain, */*' }],
    ['for JSON', { accept: 'application/json' }],
    ['with a charset', { 'content-type': 'application/json; charset=utf-8' }],
  ])('%s', async (_, headers) => {
    expect(await expectAlike(api, { query: QUERY }, { ...asAdmin(), ...headers })).toContain('"outcome": "ok"');
  });

  test.each(['Basic abc', 'Bearer', 'Bearer a b', ''])('with the authorization %j', async (authorization) => {
    expect(await expectAlike(api, { query: QUERY }, { authorization })).toContain('UNAUTHENTICATED');
  });

  test.each([
    ['its operation by name', { query: 'query A { viewer { id } } query B { viewer { name } }', operationName: 'B' }],
    ['null for all that it may leave out', { query: QUERY, operationName: null, variables: null, extensions: null }],
    ['variables that it does not have', { query: QUERY, variables: { other: 1 } }],
    ['conditions', { query: 'query ($yes: Boolean!) { viewer { id @skip(if: $yes) } }', variables: { yes: true } }],
    ['a question about the schema', { query: '{ __schema { queryType { name } } }' }],
    ['an error below null', { query: '{ a: viewer { id } b: partnerApplications(limit: 0) { items { id } } }' }],
  ])('with %s', async (_, sent) => {
    await expectAlike(api, sent, asAdmin());
  });

  test.each(['1', '2'])('behind %s trusted proxies', async (TRUST_PROXY) => {
    const another = await given({ TRUST_PROXY });
    for (const addresses of [
      '192.0.2.1',
      '192.0.2.1, 192.0.2.2 ,192.0.2.3',
      '192.0.2.1:99',
      '[2001:db8::1]:99',
      ' , ',
      '?',
    ])
      await expectAlike(another, { query: QUERY }, { 'x-forwarded-for': addresses });
  });

  test('with an API key that is not allowed from here', async () => {
    const { accessToken } = await givenKey(api, reseller.actor, { allowedAddresses: ['192.0.2.1'] });
    const query = '{ clientAccounts { items { id } } }';

    const answer = await expectAlike(api, { query }, { authorization: `Bearer ${accessToken}` });

    expect(answer).toContain('ADDRESS_NOT_ALLOWED');
  });

  test('after too many requests', async () => {
    const another = await given({ RATE_LIMIT_API: '1/day' });
    await postTo(another.url, { query: QUERY }, asAdmin());
    const days = vi.spyOn(Date, 'now').mockReturnValue(Date.now());
    onTestFinished(() => days.mockRestore());

    expect(await expectAlike(another, { query: QUERY }, asAdmin())).toMatch(/"status": 429[^]*"retry-after"/);
  });

  test('after an internal error', async () => {
    const id = await givenApplication(api);
    vi.spyOn(PartnerApplication.prototype, 'moveTo').mockImplementation(() => {
      throw new TypeError('Cannot read it');
    });
    onTestFinished(() => void vi.restoreAllMocks());
    const query = 'mutation ($id: ID!) { updatePartnerApplicationStatus(id: $id, status: REVIEWING) { id } }';

    expect(await expectAlike(api, { query, variables: { id } }, asAdmin())).toMatch(
      /Cannot read it[^]*unhandled error/,
    );
  });

  test('by a process that stops', async () => {
    const another = await given();
    another.drain();

    expect(await expectAlike(another, { query: QUERY })).toMatch(/"connection",\s+"close"/);
  });

  test('if the queue fills while its body comes', async () => {
    const another = await given({ REQUESTS_AT_ONCE: '1', LONGEST_WAIT: '60000' });
    const id = await givenApplication(api);
    await makeKnown(another, QUERY);
    const [known, unknown] = await Promise.all([QUERY, newVersion(QUERY)].map((query) => sendHead(another.url, query)));
    await api.rows('begin');
    onTestFinished(async () => void (await api.rows('rollback')));
    await api.rows('select from partner_application where id = $1 for update', [id]);
    const change = 'mutation ($id: ID!) { updatePartnerApplicationStatus(id: $id, status: REVIEWING) { id } }';
    const ask = () => postTo(another.url, { query: change, variables: { id } }, asAdmin());
    const answers = Array.from({ length: 1 + 20 + 1 }, ask); // in progress, waiting, refused
    await expect.poll(() => waitingFor(api)).toBe(1);
    expect((await Promise.race(answers)).status).toBe(503);

    const [first, second] = [await known?.finish(), await unknown?.finish()];

    expect(first).toMatch(/^HTTP\/1\.1 503 [^]*retry-after: 1/);
    expect(first).toBe(second);
    await api.rows('commit');
    const statuses = (await Promise.all(answers)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(21);
  });
});

describe('what is unusual goes to Fastify and Apollo', () => {
  const send = (body: string | object, headers: Record<string, string> = {}) =>
    postTo(api.url, body, { ...asAdmin(), ...headers });
  const text = (query: string) => JSON.stringify({ query });
  const chunked = (query: string) =>
    fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...asAdmin() },
      body: new Blob([text(query)]).stream(),
      duplex: 'half',
    } as RequestInit);
  const get = (query: string) =>
    fetch(`${api.url}/graphql?query=${encodeURIComponent(query)}`, {
      headers: { ...asAdmin(), 'apollo-require-preflight': 'yes' },
    });

  test.each<[what: string, status: number, ask: (query: string) => Promise<Response>]>([
    ['E7: a form', 400, (query) => send(text(query), { 'content-type': 'text/plain' })],
    ['an unknown type', 400, (query) => send(text(query), { 'content-type': 'application/graphql' })],
    ['an invalid type', 415, (query) => send(text(query), { 'content-type': 'json' })],
    ['another charset', 200, (query) => send(text(query), { 'content-type': 'application/json; charset=latin1' })],
    [
      'a wish for the type of GraphQL',
      200,
      (query) => send(text(query), { accept: 'application/graphql-response+json' }),
    ],
    ['a wish for HTML', 406, (query) => send(text(query), { accept: 'text/html' })],
    ['a chunked body', 200, chunked],
    ['GET', 200, get],
    ['half a body', 400, (query) => send(text(query).slice(0, -1))],
    ['B7: a prototype in the body', 400, (query) => send(`{"__proto__":{},${text(query).slice(1)}`)],
    [
      'B7: a prototype in the variables',
      400,
      (query) => send(`{"variables":{"\\u005f_proto__":{}},${text(query).slice(1)}`),
    ],
    ['B7: a constructor', 400, (query) => send(`{"constructor":{"prototype":{}},${text(query).slice(1)}`)],
    [
      'another document under the same name',
      400,
      (query) => send(`${text(query).slice(0, -1)},"query":"{ nothing }"}`),
    ],
    ['more than an object', 400, (query) => send(`${text(query)}{}`)],
    ['E3: a batch', 400, (query) => send([{ query }])],
    ['an unknown operation', 400, (query) => send({ query, operationName: 'Nope' })],
    ['an empty operation name', 400, (query) => send({ query, operationName: '' })],
    ['a number for the operation name', 400, (query) => send({ query, operationName: 1 })],
    ['a list of variables', 400, (query) => send({ query, variables: [] })],
    ['a text of variables', 400, (query) => send({ query, variables: '{}' })],
    ['extensions', 200, (query) => send({ query, extensions: {} })],
    ['a text of extensions', 400, (query) => send({ query, extensions: '{}' })],
    ['a persisted query', 200, (query) => send({ query, extensions: { persistedQuery: { version: 1 } } })],
    ['a document in a list', 400, (query) => send({ query: [query] })],
    ['E6: a large body', 413, (query) => send({ query, variables: { text: 'x'.repeat(256 * 1024) } })],
    ['a body behind a byte order mark', 200, (query) => send(`\ufeff${text(query)}`)],
  ])('%s: %i, whether the document is known or not', async (_, status, ask) => {
    await makeKnown(api, QUERY);

    const known = await wayOf(api, () => ask(QUERY));
    const unknown = await wayOf(api, () => ask(newVersion(QUERY)));

    expect(known.answer).toContain(`"status": ${status}`);
    expect(known.answer).toBe(unknown.answer);
  });

  test.each([
    ['/graphql/', 404],
    ['/graphql?x=1', 200],
    ['//graphql', 404],
  ])('the address %s: %i', async (path, status) => {
    await makeKnown(api, QUERY);
    const ask = (query: string) =>
      fetch(api.url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...asAdmin() },
        body: text(query),
      });

    const known = await wayOf(api, () => ask(QUERY));
    const unknown = await wayOf(api, () => ask(newVersion(QUERY)));

    expect(known.answer).toContain(`"status": ${status}`);
    expect(known.answer).toBe(unknown.answer);
  });
});

describe('on the wire, a known document is answered like a new one', () => {
  const json = (query: string) => Buffer.from(JSON.stringify({ query }));
  const notUtf8 = (query: string) =>
    Buffer.from(`{"variables":{"a":"\xff\xc3("},${JSON.stringify({ query }).slice(1)}`, 'latin1');

  test.each<[what: string, status: number, lines: string[], body?: (query: string) => Buffer]>([
    ['of HTTP/1.0', 200, ['POST /graphql HTTP/1.0', 'Content-Type: application/json']],
    ['of JSON, then of text', 200, ['Content-Type: application/json', 'Content-Type: text/plain']],
    ['of text, then of JSON', 400, ['Content-Type: text/plain', 'Content-Type: application/json']],
    [
      'with two callers',
      200,
      ['Content-Type: application/json', 'Authorization: Basic abc', 'Authorization: Bearer a'],
    ],
    ['with two addresses', 200, ['Content-Type: application/json', 'X-Forwarded-For: ::1', 'X-Forwarded-For: ::2']],
    ['that is not compressed', 200, ['Content-Type: application/json', 'Content-Encoding: gzip']],
    ['compressed', 400, ['Content-Type: application/json', 'Content-Encoding: gzip'], (query) => gzipSync(json(query))],
    ['with bytes that are no text', 200, ['Content-Type: application/json'], notUtf8],
    ['with two lengths', 400, ['Content-Type: application/json', 'Content-Length: 1']],
    ['of a length and chunked', 400, ['Content-Type: application/json', 'Transfer-Encoding: chunked']],
  ])('%s: %i', async (_, status, lines, bodyOf = json) => {
    await makeKnown(api, QUERY);
    const ask = (query: string) => sendLines(api.url, lines, bodyOf(query));

    const known = await ask(QUERY);

    expect(known).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(known).toBe(await ask(newVersion(QUERY)));
  });
});

test('a document is not known to another process, nor if it was refused', async () => {
  const another = await given({ RATE_LIMIT_DOCUMENTS: '1/day' });
  const refused = '{ viewer { nothing } }';

  for (let time = 0; time < 2; time++) {
    const { isShort, answer } = await wayOf(another, () => postTo(another.url, { query: refused }));
    expect(isShort).toBe(false);
    expect(answer).toMatch(time === 0 ? /GRAPHQL_VALIDATION_FAILED/ : /"status": 429/);
  }
});

/** Another process with its own log lines in the same place. */
async function given(environment: Record<string, string> = {}) {
  const app = await api.startAnother(environment);
  onTestFinished(() => app.stop());
  return { url: app.url ?? '', logs: api.logs, drain: () => app.drain() };
}

/** Sends the head of a request, and waits until the server wants the body. */
async function sendHead(url: string, query: string) {
  const body = JSON.stringify({ query });
  const socket = connect(Number(new URL(url).port), '127.0.0.1').setEncoding('utf8');
  socket.write(
    `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nExpect: 100-continue\r\n\r\n`,
  );
  expect(String(await once(socket, 'data'))).toMatch(/^HTTP\/1\.1 100 /);
  return {
    /** Sends the body. Returns the answer's lines in order, without what differs between any two. */
    finish: async () => {
      socket.write(body);
      const answer = String(await once(socket, 'data'));
      socket.destroy();
      return masked(answer);
    },
  };
}

/** Sends a request in the words of its lines. Returns the answer's lines as above. */
async function sendLines(url: string, lines: string[], body: Buffer): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1').setEncoding('utf8');
  let answer = '';
  socket.on('data', (text) => (answer += String(text)));
  const [first = '', ...others] = lines[0]?.startsWith('POST') ? lines : ['POST /graphql HTTP/1.1', ...lines];
  const head = [first, 'Host: x', 'Connection: close', `Content-Length: ${body.length}`, ...others, '', ''];
  socket.write(Buffer.concat([Buffer.from(head.join('\r\n')), body]));
  await once(socket, 'close');
  return masked(answer);
}

function masked(answer: string): string {
  const [status, ...lines] = answer
    .replaceAll(/[0-9a-f-]{36}/g, '<request>')
    .replace(/^Date: .*$/im, '')
    .split('\r\n');
  return [status, ...lines.map((line) => line.replace(/^[\w-]+:/, (name) => name.toLowerCase())).sort()].join('\n');
}
