import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { useApi } from '../../support/api.ts';
import { counts, validInput } from '../../support/given/applications.ts';
import { whileRefused } from '../../support/database.changes.ts';

const api = useApi();

const codesOf = async (query: string) => {
  const response = await api.post({ query });
  const { errors } = (await response.json()) as { errors?: { extensions: { code: string; requestId?: string } }[] };
  return { status: response.status, codes: errors?.map(({ extensions }) => extensions.code) };
};

const refused = { status: 400, codes: [expect.stringMatching(/^GRAPHQL_(VALIDATION|PARSE)_FAILED$/)] };
const repeat = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => part(i)).join(' ');

test.each([
  ['E1: 101 aliases', `{ ${repeat(101, (i) => `a${i}: viewer { id }`)} }`],
  ['E1: 101 aliases in a fragment', `{ ...f } fragment f on Query { ${repeat(101, (i) => `a${i}: viewer { id }`)} }`],
  [
    'E1: aliases multiplied by fragments',
    `{ ...a ...a ...a } fragment a on Query { ...b ...b ...b ...b ...b ...b } fragment b on Query { ...c ...c ...c ...c ...c ...c ...c } fragment c on Query { viewer { id } }`,
  ],
  ['E1: __typename 500 times', `{ ${'__typename '.repeat(500)} }`],
  ['E1: __typename 20,000 times', `{ ${'__typename '.repeat(20_000)} }`],
  ['E2: 10 unknown directives', `{ viewer ${repeat(10, (i) => `@x${i}`)} { id } }`],
  ['E2: @include 2,000 times', `{ viewer ${'@include(if: true) '.repeat(2000)} { id } }`],
  ['E2: 60 directives', `{ ${repeat(60, (i) => `a${i}: __typename @include(if: true)`)} }`],
  ['E2: circular fragments', '{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }'],
  ['E2: depth 30', `{ partnerApplications { items { ${'notes { '.repeat(30)} id ${'} '.repeat(30)} } } }`],
  ['E2: 5,000 braces', `{ ${'a { '.repeat(5000)} ${'} '.repeat(5000)} }`],
  [
    'A7: two sign-ins in one document',
    `mutation { a: signIn(email: "a@b.co", password: "x") { accessToken } b: signIn(email: "a@b.co", password: "y") { accessToken } }`,
  ],
  [
    'A7: 100 sign-ins in one document',
    `mutation { ${repeat(100, (i) => `a${i}: signIn(email: "a@b.co", password: "${i}") { accessToken }`)} }`,
  ],
])('%s: 400', async (_, query) => {
  const answer = await codesOf(query);

  expect(answer.status).toBe(refused.status);
  expect(new Set(answer.codes)).toEqual(new Set(refused.codes));
});

test('E3: an array batch: 400', async () => {
  const response = await api.post([{ query: '{ __typename }' }, { query: '{ __typename }' }]);
  expect(response.status).toBe(400);
});

test('E6: a body of 10 MB: 413, in the common error format', async () => {
  const response = await api.post({ query: `{ __typename } # ${'x'.repeat(10_000_000)}` });

  expect(response.status).toBe(413);
  expect(await response.json()).toMatchObject({
    errors: [{ extensions: { code: 'BAD_REQUEST', requestId: expect.any(String) } }],
  });
});

test('E6: endless headers: 408', async () => {
  const { port } = new URL(api.url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.write('POST /graphql HTTP/1.1\r\nHost: x\r\nX-Slow: ');
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(chunk as Buffer);

  expect(Buffer.concat(chunks).toString()).toMatch(/^HTTP\/1\.1 408 /);
});

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
  'E7: POST as %s: 400',
  async (type) => {
    const response = await api.post('{"query":"{ __typename }"}', { 'content-type': type });
    expect(response.status).toBe(400);
  },
);

test('E7: GET without a preflight header: 400', async () => {
  expect((await fetch(`${api.url}/graphql?query={__typename}`)).status).toBe(400);
});

test('E7: a mutation by GET: 405, and nothing happens', async () => {
  const before = await counts(api);
  const query = encodeURIComponent(
    'mutation { signIn(email: "admin@reachgenie.example", password: "correct horse battery") { accessToken } }',
  );

  const response = await fetch(`${api.url}/graphql?query=${query}`, { headers: { 'apollo-require-preflight': 'yes' } });

  expect(response.status).toBe(405);
  expect(await counts(api)).toEqual(before);
});

test.each([
  { origin: 'http://localhost:4000', allowed: 'http://localhost:4000' },
  { origin: 'https://evil.example', allowed: null },
  { origin: 'null', allowed: null },
  { origin: 'http://localhost:4000.evil.io', allowed: null },
])('E8: Origin $origin: $allowed', async ({ origin, allowed }) => {
  for (const method of ['OPTIONS', 'POST']) {
    const response = await fetch(`${api.url}/graphql`, {
      method,
      headers: { origin, 'content-type': 'application/json', 'access-control-request-method': 'POST' },
      ...(method === 'POST' ? { body: '{"query":"{ __typename }"}' } : {}),
    });
    expect(response.headers.get('access-control-allow-origin')).toBe(allowed);
  }
});

test('D4: reveals only what it must', async () => {
  const response = await api.post({ query: '{ __typename }' });

  expect(response.headers.get('x-powered-by')).toBeNull();
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
});

test('a wrong variable is named without its value', async () => {
  const response = await api.post({
    query:
      'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { accessToken } }',
    variables: { email: 'a@b.co', password: { secret: 'hunter2-hunter2' } },
  });
  const text = await response.text();

  expect(response.status).toBe(400);
  expect(JSON.parse(text)).toMatchObject({
    errors: [{ extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'password' }] } }],
  });
  expect(text).not.toContain('hunter2');
});

test('a wrong literal is refused', async () => {
  const { status } = await codesOf('{ partnerApplications(limit: "x") { items { id } } }');
  expect(status).toBe(400);
});

test('an error in the database: the answer has a request ID, and the log has the cause', async () => {
  const submit =
    'mutation ($input: SubmitPartnerApplicationInput!) { submitPartnerApplication(input: $input) { applicationId } }';
  const { errors } = await whileRefused(api, { table: 'partner_application', unless: `company_name <> 'Bug'` }, () =>
    api.ask(undefined, submit, { input: validInput({ companyName: 'Bug' }) }),
  );

  expect(errors).toEqual([
    {
      message: 'Something went wrong.',
      path: ['submitPartnerApplication'],
      locations: expect.any(Array),
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: expect.any(String) },
    },
  ]);
  const requestId = errors?.[0]?.extensions.requestId;
  const logged = api.logs.find((line) => line['requestId'] === requestId && line['msg'] === 'unhandled error');
  expect(JSON.stringify(logged)).toContain('refused');
});

test('a request is one log line without secrets', async () => {
  const { accessToken } = api.admin;
  await api.ask(api.admin, 'query WhoAmI { viewer { id } }');

  const lines = () => api.logs.filter(({ operation }) => operation === 'WhoAmI');
  await expect.poll(() => lines().length).toBe(1);
  expect(lines()).toMatchObject([
    {
      msg: 'request',
      method: 'POST',
      path: '/graphql',
      status: 200,
      role: 'ADMIN',
      outcome: 'ok',
      requestId: expect.any(String),
      durationMs: expect.any(Number),
    },
  ]);
  const everything = JSON.stringify(api.logs);
  expect(everything).not.toContain(accessToken);
  expect(everything).not.toContain('correct horse battery');
  expect(everything).not.toMatch(/authorization|cookie/i);
});
