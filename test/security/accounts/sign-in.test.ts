import { v7 as uuid } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { hashPassword } from '../../../src/identity/account-security/password.hash.ts';
import { ADMIN, useApi, type GraphQLProblem } from '../../support/api.ts';
import { useClock } from '../../support/clock.ts';
import { hashesDuring } from '../../support/hashes.ts';

// Limits by the hour, so that no window ends on a slow machine.
const api = useApi({ RATE_LIMIT_SIGN_IN: '10/hour', RATE_LIMIT_SIGN_IN_FAILURES: '30/hour', TRUST_PROXY: '1' });
const clock = useClock();

const SIGN_IN = `mutation SignIn($email: String!, $password: String!) {
  signIn(email: $email, password: $password) { accessToken viewer { email } }
}`;
const VIEWER = '{ viewer { email } }';

interface Attempt {
  email: string;
  password: string;
  /** Creates a new one if none is given. */
  address?: string;
}

let addresses = 0;
const newAddress = () => `198.18.${Math.floor(++addresses / 250)}.${(addresses % 250) + 1}`;

async function attempt({ email, password, address = newAddress() }: Attempt) {
  const response = await api.post({ query: SIGN_IN, variables: { email, password } }, { 'x-forwarded-for': address });
  const body = (await response.json()) as { data?: { signIn: { accessToken: string } }; errors?: GraphQLProblem[] };
  const { code, retryAfterSeconds, fields } = body.errors?.[0]?.extensions ?? {};
  return { response, body, accessToken: body.data?.signIn.accessToken, code, retryAfterSeconds, fields };
}

const atOnce = <Result>(times: number, work: (index: number) => Promise<Result>): Promise<Result[]> =>
  Promise.all(Array.from({ length: times }, (_, index) => work(index)));

/** Creates a user with the admin's password, or without one, and returns the account's address. */
async function givenUser({ password = true, active = true } = {}): Promise<string> {
  const email = `user-${uuid()}@reachgenie.example`;
  await api.rows(
    `insert into user_account (id, email, name, role, admin_roles, password_hash, is_active, created_at, updated_at)
     select gen_random_uuid(), $1, 'Somebody', 'ADMIN', '{ALL}', case when $2 then password_hash end, $3, now(), now()
     from user_account where email = $4`,
    [email, password, active, ADMIN.email],
  );
  return email;
}

const sessions = () => api.rows('select count(*)::int as sessions from user_session');

describe('A6: a failed sign-in', () => {
  const failures: [string, () => Promise<Attempt>][] = [
    ['an unknown address', async () => ({ email: 'nobody@example.com', password: ADMIN.password })],
    ['a wrong password', async () => ({ email: await givenUser(), password: 'wrong' })],
    ['an invitation not accepted', async () => ({ email: await givenUser({ password: false }), password: 'x' })],
    [
      'an account that is not active',
      async () => ({ email: await givenUser({ active: false }), password: ADMIN.password }),
    ],
  ];

  test('gets exactly the same answer for any reason', async () => {
    const told: object[] = [];
    for (const [, given] of failures) {
      const { response, body } = await attempt(await given());
      const problems = body.errors?.map(({ extensions: { requestId, ...extensions }, ...problem }) => {
        expect(requestId).toBeTypeOf('string');
        return { ...problem, extensions };
      });
      const headers = [...response.headers].filter(([name]) => !['date', 'x-request-id'].includes(name));
      told.push({ status: response.status, headers, body: { ...body, errors: problems } });
    }

    expect(told[0]).toMatchObject({ status: 200, body: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] } });
    expect(told).toEqual(told.map(() => told[0]));
  });

  test.each(failures)('%s costs one hash, like a successful sign-in', async (_, given) => {
    const failing = await given();
    const right = { email: await givenUser(), password: ADMIN.password };

    expect(await hashesDuring(() => attempt(failing))).toBe(1);
    expect(await hashesDuring(() => attempt(right))).toBe(1);
  });
});

describe('A7: none of many sign-ins in one request runs', () => {
  const call = (index: number) => `a${index}: signIn(email: "a${index}@b.example", password: "x") { accessToken }`;
  const calls = Array.from({ length: 100 }, (_, index) => call(index)).join(' ');

  test.each<[string, unknown]>([
    ['100 aliases', { query: `mutation { ${calls} }` }],
    ['in a fragment', { query: `mutation { ...all } fragment all on Mutation { ${calls} }` }],
    ['one in each fragment', { query: `mutation { ...one ...two } ${fragment('one')} ${fragment('two')}` }],
    ['one fragment spread twice', { query: `mutation { ...one ...one } ${fragment('one')}` }],
    ['in inline fragments', { query: `mutation { ... { ${call(1)} } ... on Mutation { ${call(2)} } }` }],
    ['behind a directive', { query: `mutation { ${call(1)} ${call(2)} @skip(if: false) }` }],
    ['in two operations', { query: `mutation A { ${call(1)} } mutation B { ${call(2)} }`, operationName: 'B' }],
    ['a batch', [{ query: `mutation { ${call(1)} }` }, { query: `mutation { ${call(2)} }` }]],
    ['by another spelling of the path', { query: `mutation { ${calls} }`, path: '/%67raphql' }],
  ])('%s', async (_, request) => {
    let status = 0;
    const hashes = await hashesDuring(async () => {
      const path = (request as { path?: string }).path ?? '/graphql';
      const headers = { 'content-type': 'application/json', 'x-forwarded-for': newAddress() };
      ({ status } = await fetch(api.url + path, { method: 'POST', headers, body: JSON.stringify(request) }));
    });

    expect({ status, hashes }).toEqual({ status: 400, hashes: 0 });
  });

  function fragment(name: string): string {
    return `fragment ${name} on Mutation { ${name}: signIn(email: "a@b.example", password: "x") { accessToken } }`;
  }
});

describe('A8: a password', () => {
  const LONGEST = `${'p'.repeat(127)}!`;
  let email = '';
  beforeAll(async () => {
    email = await givenUser();
    await api.rows('update user_account set password_hash = $1 where email = $2', [await hashPassword(LONGEST), email]);
  });

  test('of 1 MB: 413, and no hash', async () => {
    let status = 0;
    const hashes = await hashesDuring(async () => {
      const { response } = await attempt({ email, password: 'x'.repeat(1_000_000) });
      status = response.status;
    });

    expect({ status, hashes }).toEqual({ status: 413, hashes: 0 });
  });

  test.each([
    ['129 characters', `${LONGEST}!`],
    ['200 characters', 'x'.repeat(200)],
    ['200,000 characters', 'x'.repeat(200_000)],
    ['128 letters with a variation selector each', 'x\ufe0f'.repeat(128)],
    ['none', ''],
  ])('of %s: 400 with the field, and no hash', async (_, password) => {
    let answer: object = {};
    const hashes = await hashesDuring(async () => (answer = await attempt({ email, password })));

    expect(answer).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'password' }] });
    expect(hashes).toBe(0);
  });

  test.each([
    ['the last character', `${'p'.repeat(127)}?`],
    ['the text after NUL', `${'p'.repeat(127)}\u0000`],
    ['the end', 'p'.repeat(72)],
    ['a space at the end', ` ${'p'.repeat(126)}!`],
  ])('of 128 characters counts to the last: %s matters', async (_, password) => {
    expect((await attempt({ email, password })).code).toBe('UNAUTHENTICATED');
    expect((await attempt({ email, password: LONGEST })).code).toBeUndefined();
    clock.advance(3_600);
  });

  test('with NUL in it is only wrong', async () => {
    const other = await givenUser();

    expect((await attempt({ email: other, password: `${ADMIN.password}\u0000` })).code).toBe('UNAUTHENTICATED');
    expect((await attempt({ email: other, password: '\u0000' })).code).toBe('UNAUTHENTICATED');
  });
});

test('an email address with half a character is refused as input', async () => {
  expect(await attempt({ email: 'half\ud800@b.example', password: 'x' })).toMatchObject({
    code: 'BAD_USER_INPUT',
    fields: expect.arrayContaining([expect.objectContaining({ path: 'email' })]),
  });
});

describe('A7: the limit of 10', () => {
  test('applies to an address, for any accounts', async () => {
    const address = newAddress();
    const right = { email: await givenUser(), password: ADMIN.password, address };
    const tries = await atOnce(10, (index) => attempt({ email: `a${index}@b.example`, password: 'x', address }));
    const before = await sessions();

    const beyond: Awaited<ReturnType<typeof attempt>>[] = [];
    const hashes = await hashesDuring(async () => beyond.push(await attempt(right), await attempt(right)));

    expect(tries.map(({ code }) => code)).toEqual(tries.map(() => 'UNAUTHENTICATED'));
    expect(beyond.map(({ code, response }) => [code, response.status])).toEqual([
      ['RATE_LIMITED', 429],
      ['RATE_LIMITED', 429],
    ]);
    expect(hashes).toBe(0);
    expect(await sessions()).toEqual(before);
    expect((await attempt({ ...right, address: newAddress() })).code).toBeUndefined();
  });

  test('returns a correct Retry-After', async () => {
    const address = newAddress();
    const right = { email: await givenUser(), password: ADMIN.password, address };
    await atOnce(10, (index) => attempt({ email: `a${index}@b.example`, password: 'x', address }));
    clock.advance(1_000);

    const { response, retryAfterSeconds = 0 } = await attempt(right);
    expect(response.headers.get('retry-after')).toBe(String(retryAfterSeconds));
    expect(retryAfterSeconds).toBeGreaterThan(2_000);
    expect(retryAfterSeconds).toBeLessThanOrEqual(2_600);

    clock.advance(retryAfterSeconds - 500);
    expect((await attempt(right)).code).toBe('RATE_LIMITED');
    clock.advance(500);
    expect((await attempt(right)).code).toBeUndefined();
  });
});

describe('A7, A13: the failures of an account', () => {
  /** Ten at a time. More would wait for a hash, and be refused as overload. */
  async function guess(emails: string[]) {
    const codes: (string | undefined)[] = [];
    for (let index = 0; index < emails.length; index += 10) {
      const ten = emails.slice(index, index + 10);
      const tries = await Promise.all(ten.map((email) => attempt({ email, password: 'wrong' })));
      codes.push(...tries.map(({ code }) => code));
    }
    return codes;
  }

  test('ten wrong sign-ins from other networks do not block the owner', async () => {
    const email = await givenUser();
    await guess(Array(10).fill(email));

    expect((await attempt({ email, password: ADMIN.password })).code).toBeUndefined();
  });

  test('do not include successful sign-ins', async () => {
    const email = await givenUser();
    for (let index = 0; index < 31; index++) {
      expect((await attempt({ email, password: ADMIN.password })).code).toBeUndefined();
    }
  });

  test.each([
    ['as it is', (email: string) => email],
    ['in any case', (email: string, index: number) => (index % 2 ? email.toUpperCase() : email)],
    ['with spaces around it', (email: string, index: number) => `${' '.repeat(index)}${email}\n`],
  ])('block it after many, from any addresses: %s', async (_, spelling) => {
    const email = await givenUser();
    const codes = await guess(Array.from({ length: 30 }, (_unused, index) => spelling(email, index)));
    const before = await sessions();

    let beyond: Partial<Awaited<ReturnType<typeof attempt>>> = {};
    const hashes = await hashesDuring(async () => {
      beyond = await attempt({ email: spelling(email, 30), password: ADMIN.password });
    });

    expect(codes).toEqual(codes.map(() => 'UNAUTHENTICATED'));
    expect(beyond).toMatchObject({ code: 'RATE_LIMITED', accessToken: undefined });
    expect(beyond.response?.headers.get('set-cookie')).toBeNull();
    expect(hashes).toBe(0);
    expect(await sessions()).toEqual(before);
    clock.advance(3_600);
    expect((await attempt({ email, password: ADMIN.password })).code).toBeUndefined();
  });

  test('do not reveal whether the account exists', async () => {
    const email = `nobody-${uuid()}@example.com`;
    await guess(Array(30).fill(email));

    expect((await attempt({ email, password: 'x' })).code).toBe('RATE_LIMITED');
  });

  test('do not end an existing session', async () => {
    const email = await givenUser();
    const home = { 'x-forwarded-for': newAddress() };
    const signedIn = await api.post({ query: SIGN_IN, variables: { email, password: ADMIN.password } }, home);
    const { accessToken } = (await signedIn.json()).data.signIn;
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';

    await guess(Array(40).fill(email));

    const viewer = await api.post({ query: VIEWER }, { ...home, authorization: `Bearer ${accessToken}` });
    expect(await viewer.json()).toEqual({ data: { viewer: { email } } });
    const refreshed = await api.post({ query: 'mutation { refreshSession { accessToken } }' }, { ...home, cookie });
    expect(await refreshed.json()).toEqual({ data: { refreshSession: { accessToken: expect.any(String) } } });
  });
});

test.each([
  ['with a port', '203.0.113.7:52100', '203.0.113.7'],
  ['IPv6 with a port', '[2001:0db8:1:2:3:4:5:6]:52100', '2001:0db8:1:2:3:4:5:6'],
  ['no address', 'no address at all', 'no address at all'],
  ['5,000 characters', 'x'.repeat(5_000), 'x'.repeat(45)],
])('any address from a proxy is stored as one: %s', async (_, address, kept) => {
  const email = await givenUser();

  expect((await attempt({ email, password: ADMIN.password, address })).code).toBeUndefined();

  const stored = await api.rows(
    'select address from user_session where user_id = (select id from user_account where email = $1)',
    [email],
  );
  expect(stored).toEqual([{ address: kept }]);
});
