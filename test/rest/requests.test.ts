import { connect } from 'node:net';
import { beforeAll, describe, expect, test } from 'vitest';
import { restOperations } from '../../src/rest/rest.table.ts';
import { useApi } from '../support/api.ts';
import { whileRefused } from '../support/database.changes.ts';
import { counts, validClient } from '../support/given/client-accounts.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { callRest, namesIn, refusedRest } from '../support/rest.ts';

const api = useApi({ ALLOWED_ORIGINS: 'https://app.example.com' });
let reseller: Partner;

beforeAll(async () => {
  reseller = await givenPartner(api);
});

const CLIENTS = '/api/partner/clients';

describe('J16: each path', () => {
  test.each([...new Set(restOperations.map(({ path }) => path))])('%s refuses other methods with 405', async (path) => {
    const own = restOperations.filter((each) => each.path === path).map(({ method }): string => method);
    const others = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((method) => !own.includes(method));

    for (const method of others) {
      const sent = method === 'GET' ? {} : { body: 'no json', headers: { 'content-type': 'text/plain' } };
      const { status, headers, body } = await refusedRest(api, reseller.actor, `${method} ${path}`, sent);
      expect([status, body.code]).toEqual([405, 'BAD_REQUEST']);
      expect(
        headers
          .get('allow')
          ?.split(', ')
          .filter((each) => each !== 'HEAD')
          .sort(),
      ).toEqual(own.sort());
    }
  });
});

test.each(['/api', '/api/', '/api/nothing', `${CLIENTS}/a/b`, '/api?x=1'])(
  '%s does not exist: a problem, never the page',
  async (path) => {
    const { status, headers, body } = await refusedRest(api, undefined, `GET ${path}`, {
      headers: { accept: 'text/html' },
    });

    expect(status).toBe(404);
    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(body).toEqual({
      type: 'about:blank',
      title: 'Not Found',
      status: 404,
      detail: expect.stringContaining('/graphql'),
      code: 'NOT_FOUND',
      requestId: headers.get('x-request-id'),
    });
  },
);

test.each([
  ['text/plain', 415],
  ['application/x-www-form-urlencoded', 415],
  ['multipart/form-data; boundary=x', 415],
  ['application/xml', 415],
  ['application/json', 201],
  ['application/json; charset=utf-8', 201],
])('a body as %s gets %i', async (type, status) => {
  const sent = { body: validClient(), headers: { 'content-type': type } };
  expect((await callRest(api, reseller.actor, `POST ${CLIENTS}`, sent)).status).toBe(status);
});

test.each([
  ['no JSON', '{', 400, undefined],
  ['nothing', '', 400, undefined],
  ['B7: __proto__', '{"__proto__":{"isAdmin":true}}', 400, undefined],
  ['B7: constructor.prototype', '{"constructor":{"prototype":{"isAdmin":true}}}', 400, undefined],
  ['a text', '"text"', 400, ['body']],
  ['null', 'null', 400, ['body']],
  ['a list', '[{}]', 400, ['body']],
  ['a long text', `"${'x'.repeat(300_000)}"`, 413, undefined],
])('a body that is %s gets a problem, and nothing is stored', async (_, body, status, names) => {
  const before = await counts(api);

  const answer = await refusedRest(api, reseller.actor, `POST ${CLIENTS}`, { body });

  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  if (names) expect(namesIn(answer)).toEqual(names);
  expect(Reflect.get({}, 'isAdmin')).toBeUndefined();
  expect(await counts(api)).toEqual(before);
});

test('10,000 unknown fields get a short problem', async () => {
  const body = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`${'x'.repeat(9)}${index}`, {}]));

  const answer = await refusedRest(api, reseller.actor, `POST ${CLIENTS}`, { body });

  expect(answer.status).toBe(400);
  expect(answer.body.fields).toHaveLength(50);
});

test('names of unknown fields are cut', async () => {
  const [name = ''] = namesIn(await refusedRest(api, reseller.actor, `GET ${CLIENTS}?${'x'.repeat(8_000)}=1`));
  expect(name).toHaveLength(101);
});

test.each([
  '..%2f..%2fgraphql',
  '%00',
  "' or 1=1 --",
  '%F0%9F%98%80',
  'statistics',
  '__proto__',
  'x'.repeat(100),
  'x'.repeat(200),
])('the ID %s is nothing’s', async (id) => {
  const { status, body } = await refusedRest(api, reseller.actor, `GET ${CLIENTS}/${id}`);
  expect([status, body.code]).toEqual([404, 'NOT_FOUND']);
});

test.each([
  ['%zz', 400],
  ['%c3%28', 400],
])('the path with %s gets a problem that does not repeat it', async (id, status) => {
  const { status: got, headers, body } = await refusedRest(api, reseller.actor, `GET ${CLIENTS}/${id}`);

  expect(got).toBe(status);
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(body).toMatchObject({ code: 'BAD_REQUEST', requestId: headers.get('x-request-id') });
  expect(JSON.stringify(body)).not.toContain(id);
});

test('a huge query string is refused', async () => {
  const { port } = new URL(api.url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.write(`GET ${CLIENTS}?status=${'x'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`);
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(chunk as Buffer);

  expect(Buffer.concat(chunks).toString()).toMatch(/^HTTP\/1\.1 431 /);
});

test('H1: a fault is 500 with the request’s ID and nothing else, and one line of the log', async () => {
  const body = validClient({ companyName: 'Bug' });

  const { status, body: problem } = await whileRefused(
    api,
    { table: 'client_account', unless: `company_name <> 'Bug'` },
    () => refusedRest(api, reseller.actor, `POST ${CLIENTS}`, { body }),
  );

  expect([status, problem]).toEqual([
    500,
    {
      type: 'about:blank',
      title: 'Internal Server Error',
      status: 500,
      detail: 'Something went wrong.',
      code: 'INTERNAL_SERVER_ERROR',
      requestId: expect.any(String),
    },
  ]);
  const lines = api.logs.filter((line) => line['requestId'] === problem.requestId);
  expect(lines.filter(({ msg }) => msg === 'unhandled error')).toHaveLength(1);
  await expect
    .poll(() => api.logs.filter((line) => line['requestId'] === problem.requestId))
    .toContainEqual(
      expect.objectContaining({
        msg: 'request',
        method: 'POST',
        path: CLIENTS,
        status: 500,
        operation: 'RestCreateClientAccount',
        role: 'PARTNER',
        outcome: 'INTERNAL_SERVER_ERROR',
      }),
    );
});

test('E8: only scripts of allowed origins read answers, and their versions and addresses', async () => {
  const headersFor = async (origin: string) =>
    (await callRest(api, reseller.actor, `GET ${CLIENTS}`, { headers: { origin } })).headers;
  const allowed = await headersFor('https://app.example.com');
  const evil = await headersFor('https://app.example.com.evil.io');

  expect(allowed.get('access-control-allow-origin')).toBe('https://app.example.com');
  expect(allowed.get('access-control-expose-headers')).toBe('etag, location, retry-after, x-request-id');
  expect(evil.get('access-control-allow-origin')).toBeNull();
  const preflight = await fetch(`${api.url}${CLIENTS}/x`, {
    method: 'OPTIONS',
    headers: { origin: 'https://app.example.com', 'access-control-request-method': 'PUT' },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-methods')).toContain('PUT, PATCH');
});
