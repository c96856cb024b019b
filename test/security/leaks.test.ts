import { request } from 'node:http';
import { connect } from 'node:net';
import { v7 as uuid } from 'uuid';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { PartnerApplication } from '../../src/applications/application.entity.ts';
import { ADMIN, signIn, useApi, type GraphQLProblem } from '../support/api.ts';
import { view, withdraw } from '../support/given/callers/applicants.ts';
import {
  changeStatus,
  givenApplication,
  givenSubmission,
  stored,
  submit,
  SUBMIT,
  validInput,
} from '../support/given/applications.ts';
import { whileChanged, whileRefused } from '../support/database.changes.ts';

const api = useApi({ LOG_LEVEL: 'trace', TRUST_PROXY: '1' });

const SECRET = 'what-nobody-may-read';
const NOTE = `mutation ($id: ID!, $note: String!) { addPartnerApplicationNote(id: $id, note: $note) { id } }`;
const SIGN_IN = `mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { accessToken } }`;

const asAdmin = () => ({ authorization: `Bearer ${api.admin.accessToken}` });

/** Checks that the only error is masked, with just a request ID, and that the log has the cause under that ID. */
async function expectMasked(field: string, cause: RegExp, ask: () => Promise<Response>): Promise<void> {
  const response = await ask();
  const text = await response.text();
  const { errors } = JSON.parse(text) as { errors: GraphQLProblem[] };

  expect(errors).toEqual([
    {
      message: 'Something went wrong.',
      path: field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
      locations: expect.any(Array),
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: expect.any(String) },
    },
  ]);
  expect(text).not.toContain(SECRET);
  const requestId = errors[0]?.extensions.requestId;
  const logged = api.logs.filter((line) => line['requestId'] === requestId && line['msg'] === 'unhandled error');
  expect(logged).toHaveLength(1);
  expect(JSON.stringify(logged)).toMatch(cause);
}

describe('H1: an internal error returns a request ID and nothing else', () => {
  afterEach(() => void vi.restoreAllMocks());

  test('a unique violation', async () => {
    const id = await givenApplication(api);
    const variables = { id, note: SECRET };
    await api.ask(api.admin, NOTE, variables);
    const before = await stored(api, id);

    const change = 'create unique index surprise on partner_application_note (note)';
    await whileChanged(api, { change, back: 'drop index surprise' }, () =>
      expectMasked('addPartnerApplicationNote', /surprise/, () => api.post({ query: NOTE, variables }, asAdmin())),
    );

    expect(await stored(api, id)).toEqual(before);
    expect(JSON.stringify(api.logs)).not.toContain(SECRET);
  });

  test('a statement that the database cannot parse', async () => {
    const id = await givenApplication(api);
    const change = 'alter table partner_application_note rename column note to note_elsewhere';
    const back = 'alter table partner_application_note rename column note_elsewhere to note';

    const variables = { id, note: SECRET };
    await whileChanged(api, { change, back }, () =>
      expectMasked('addPartnerApplicationNote', /"note\\*" .*does not exist/, () =>
        api.post({ query: NOTE, variables }, asAdmin()),
      ),
    );
  });

  test('a missing permission', async () => {
    const id = await givenApplication(api);
    const change = 'revoke select on partner_application from reachgenie_platform';
    const back = 'grant select on partner_application to reachgenie_platform';

    const query = `{ partnerApplication(id: "${id}") { id } }`;
    await whileChanged(api, { change, back }, () =>
      expectMasked('partnerApplication', /permission denied/, () => api.post({ query }, asAdmin())),
    );
  });

  test('a bug', async () => {
    const id = await givenApplication(api);
    const before = await stored(api, id);
    vi.spyOn(PartnerApplication.prototype, 'moveTo').mockImplementation(() => {
      throw new TypeError(`Cannot read properties of undefined (reading '${SECRET}')`);
    });

    const query = `mutation { updatePartnerApplicationStatus(id: "${id}", status: REVIEWING) { id } }`;
    await expectMasked('updatePartnerApplicationStatus', /TypeError/, () => api.post({ query }, asAdmin()));

    expect(await stored(api, id)).toEqual(before);
  });

  test('a value that does not fit the schema', async () => {
    const id = await givenApplication(api);
    const size = 'partner_application_company_size_check';
    const [check] = await api.rows('select pg_get_constraintdef(oid) as text from pg_constraint where conname = $1', [
      size,
    ]);
    const change = `alter table partner_application drop constraint ${size};
      update partner_application set company_size = '${SECRET}' where id = '${id}'`;
    const back = `update partner_application set company_size = '1-10' where id = '${id}';
      alter table partner_application add constraint ${size} ${String(check?.['text'])}`;

    const query = `{ partnerApplication(id: "${id}") { companySize } }`;
    await whileChanged(api, { change, back }, () =>
      expectMasked('partnerApplication.companySize', /cannot represent value/, () => api.post({ query }, asAdmin())),
    );
  });
});

describe("a caller's mistake is not an internal error", () => {
  const faults = () => api.logs.filter(({ level }) => Number(level) >= 50).length;

  test('a variable that leaves an argument null', async () => {
    const before = faults();
    const query = 'query ($limit: Int) { partnerApplications(limit: $limit) { items { id } } }';

    const response = await api.post({ query, variables: { limit: null } }, asAdmin());

    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'limit' }], requestId: expect.any(String) } }],
    });
    expect(faults()).toBe(before);
  });

  test('persisted queries are not supported', async () => {
    const before = faults();
    const extensions = { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } };

    for (const body of [{ extensions }, { query: '{ __typename }', extensions }]) {
      const response = await api.post(body);
      expect(await response.json()).toMatchObject({
        errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' } }],
      });
    }
    expect(faults()).toBe(before);
  });

  test('a name of 14,000 characters, shortened in the log', async () => {
    const before = api.logs.length;

    await api.post({ query: `query ${'N'.repeat(14_000)} { ${'a'.repeat(14_000)}: viewer { id } }` });

    await expect.poll(() => api.logs.slice(before).filter(({ msg }) => msg === 'request')).toHaveLength(1);
    const lines = api.logs.slice(before).filter(({ operation }) => operation);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(JSON.stringify(line).length).toBeLessThan(1_000);
  });
});

describe('H2: the log', () => {
  /** All secrets that a request can carry, and that must not appear in the log. */
  const secrets = {
    password: ADMIN.password,
    wrongPassword: `wrong-${uuid()}`,
    keyOfOne: `key-${uuid()}`,
    tokenInAddress: `token-${uuid()}`,
    basic: Buffer.from(`admin:${uuid()}`).toString('base64'),
    strangeCookie: `cookie-${uuid()}`,
  };

  test('contains no password, token, authorization, cookie or idempotency key in any case', async () => {
    const tokens = await everything();

    const text = api.logs.map((line) => readable(line)).join('\n');
    expect(api.logs.length).toBeGreaterThan(30);
    const all = [...Object.entries(secrets), ...tokens.map((token) => ['a token', token] as const)];
    expect(all.filter(([, secret]) => secret.length < 16)).toEqual([]);
    expect(all.filter(([, secret]) => text.includes(secret)).map(([name]) => name)).toEqual([]);
    expect(text).not.toMatch(/\$argon2|Bearer |reachgenie_refresh=/);
  });

  test('still describes each event', () => {
    const events = new Set(api.logs.map(({ event }) => event));
    expect(events).toContain('sign_in_failed');
    expect(events).toContain('refresh_token_replayed');
    expect(events).toContain('denied');
    expect(api.logs.map(({ outcome }) => outcome)).toContain('CONFLICT');
  });

  /** Node logs unreadable input as bytes. Converts them to text, so that nothing hides in numbers. */
  const readable = (line: object): string =>
    JSON.stringify(line).replaceAll(/\{"type":"Buffer","data":\[([\d,]*)\]\}/g, (_, bytes: string) =>
      Buffer.from(bytes.split(',').map(Number)).toString(),
    );

  /** Sends every kind of request, valid and invalid. Returns all tokens that it received. */
  async function everything(): Promise<string[]> {
    const { wrongPassword, keyOfOne, tokenInAddress, basic, strangeCookie } = secrets;
    const tokens: string[] = [];

    const entered = await api.post({ query: SIGN_IN, variables: ADMIN });
    const accessToken: string = (await entered.json()).data.signIn.accessToken;
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
    const authorization = `Bearer ${accessToken}`;
    tokens.push(accessToken, accessToken.split('.')[2] ?? '', cookie.split('=')[1] ?? '', cookie.split('.')[2] ?? '');
    await api.post({ query: SIGN_IN, variables: { email: ADMIN.email, password: wrongPassword } });
    await api.post({ query: SIGN_IN, variables: { email: ADMIN.email, password: { wrongPassword } } });
    await api.post({ query: `mutation { signIn(email: "x", password: "${wrongPassword}") { accessToken } }` });
    await api.post({ query: `mutation { signIn(email: "x", password: "${wrongPassword}", x: 1) { accessToken } }` });
    await api.post(`{"query": "{ __typename }", "password": ${wrongPassword}}`);

    const refresh = { query: 'mutation { refreshSession { accessToken } }' };
    const refreshed = await api.post(refresh, { cookie });
    tokens.push((await refreshed.json()).data.refreshSession.accessToken);
    const next = refreshed.headers.get('set-cookie')?.split(';')[0] ?? '';
    tokens.push(next.split('=')[1] ?? '');
    await api.post(refresh, { cookie: next });
    await api.post(refresh, { cookie });
    await api.post(refresh, { cookie: `reachgenie_refresh=${strangeCookie}; other=${strangeCookie}` });

    await api.post({ query: '{ viewer { id } }' }, { authorization });
    await api.post({ query: '{ viewer { id } }' }, { authorization: `${authorization}x` });
    await api.post({ query: '{ viewer { id } }' }, { authorization: `Basic ${basic}` });
    await api.post(
      { query: 'mutation { signOut }' },
      { authorization: `Bearer ${(await signIn(api, ADMIN)).accessToken}` },
    );

    const input = validInput();
    await submit(api, input, keyOfOne);
    await submit(api, validInput(), keyOfOne);
    await submit(api, { ...input, companyName: '' }, keyOfOne);
    await submit(api, { ...input, surprise: keyOfOne }, keyOfOne);
    await whileRefused(api, { table: 'partner_application', unless: `company_name <> 'Broken'` }, () =>
      api.post(
        { query: SUBMIT, variables: { input: validInput({ companyName: 'Broken' }), key: keyOfOne } },
        { authorization, cookie },
      ),
    );
    const { id, token } = await givenSubmission(api);
    tokens.push(token, token.split('.')[1] ?? '');
    await view(api, token);
    await view(api, `${token}x`);
    await withdraw(api, token);
    await withdraw(api, token);
    await withdraw(api, `${token}x`);
    await changeStatus(api, api.admin, { id, status: 'PENDING' });

    for (const path of ['/', '/nowhere', '/graphql', '/health/ready', '/%zz', `/${tokenInAddress}/%zz`]) {
      const headers = { authorization, cookie, 'apollo-require-preflight': 'yes' };
      await fetch(`${api.url}${path}?token=${tokenInAddress}&query={viewer{id}}`, { headers });
    }
    await rawRequest(
      `GET /graphql HTTP/1.1\r\nHost: x\r\nAuthorization: ${authorization}\r\nCookie: ${cookie}\r\nBad Header\r\n\r\n`,
    );
    await rawRequest(`GET /${tokenInAddress} HTTP/9.9\r\nAuthorization: Basic ${basic}\r\n\r\n`);
    await tooLong(authorization, cookie);
    return tokens;
  }

  /** Sends requests that no client would send. Resolves when the server hangs up. */
  async function rawRequest(text: string): Promise<void> {
    const socket = connect(Number(new URL(api.url).port), '127.0.0.1');
    socket.end(text);
    for await (const _ of socket) continue;
  }

  const tooLong = (authorization: string, cookie: string) =>
    new Promise<void>((resolve) => {
      const headers = { authorization, cookie, 'x-long': 'x'.repeat(20_000) };
      const sent = request(`${api.url}/graphql`, { headers }, (response) => response.resume().on('end', resolve));
      sent.on('error', () => resolve());
      sent.end();
    });
});
