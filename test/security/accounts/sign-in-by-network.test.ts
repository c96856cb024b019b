import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { ADMIN, postTo, useApi, type GraphQLProblem } from '../../support/api.ts';
import { useClock } from '../../support/clock.ts';
import { hashesDuring } from '../../support/hashes.ts';

/*
 * Failed sign-ins count by account and network before they count for the account: row A13 of the attacks to
 * withstand.
 */

// Limits by the hour, so that no window ends on a slow machine.
const api = useApi({ RATE_LIMIT_SIGN_IN_PAIR: '6/hour', RATE_LIMIT_SIGN_IN_FAILURES: '30/hour', TRUST_PROXY: '1' });
const clock = useClock();

const SIGN_IN = `mutation SignIn($email: String!, $password: String!) {
  signIn(email: $email, password: $password) { accessToken }
}`;

interface Attempt {
  email: string;
  password: string;
  /** Creates a new one if none is given. */
  address?: string;
}

let addresses = 0;
const newAddress = () => `198.18.1.${++addresses}`;

async function attempt({ email, password, address = newAddress() }: Attempt) {
  const body = { query: SIGN_IN, variables: { email, password } };
  const response = await postTo(api.url, body, { 'x-forwarded-for': address });
  const { data, errors } = (await response.json()) as { data?: object | null; errors?: GraphQLProblem[] };
  return { status: response.status, data, code: errors?.[0]?.extensions.code };
}

/** Creates an admin with the first admin's password, and returns the account's address. */
async function givenUser(): Promise<string> {
  const email = `user-${uuid()}@reachgenie.example`;
  await api.rows(
    `insert into user_account (id, email, name, role, admin_roles, password_hash, is_active, created_at, updated_at)
     select gen_random_uuid(), $1, 'Somebody', 'ADMIN', '{ALL}', password_hash, true, now(), now() from user_account where email = $2`,
    [email, ADMIN.email],
  );
  return email;
}

const sessions = () => api.rows('select count(*)::int as sessions from user_session');

/** Sends this many wrong sign-ins, one after the other. */
async function fail(times: number, attempted: Omit<Attempt, 'password'>) {
  const codes: (string | undefined)[] = [];
  for (let index = 0; index < times; index++) {
    codes.push((await attempt({ ...attempted, password: 'wrong' })).code);
  }
  return codes;
}

const SIX = Array(6).fill('UNAUTHENTICATED');

test.each([
  ['one machine', () => '198.51.100.1'],
  ['one /64 of IPv6', (index: number) => `2001:db8:1:1::${index + 1}`],
])('A13: %s cannot block an account', async (_, addressOf) => {
  const email = await givenUser();
  const codes: (string | undefined)[] = [];
  for (let index = 0; index < 40; index++) {
    codes.push((await attempt({ email, password: 'wrong', address: addressOf(index) })).code);
  }

  expect(codes).toEqual([...SIX, ...Array(34).fill('RATE_LIMITED')]);
  expect((await attempt({ email, password: ADMIN.password })).code).toBeUndefined();
});

test('a network over its limit is refused for this account without a hash, even with the right password', async () => {
  const email = await givenUser();
  const address = newAddress();
  await fail(6, { email, address });
  const before = await sessions();

  let beyond: object = {};
  const hashes = await hashesDuring(async () => {
    beyond = await attempt({ email: email.toUpperCase(), password: ADMIN.password, address });
  });

  expect(beyond).toEqual({ status: 429, data: null, code: 'RATE_LIMITED' });
  expect(hashes).toBe(0);
  expect(await sessions()).toEqual(before);
  const other = { email: await givenUser(), password: ADMIN.password, address };
  expect((await attempt(other)).code).toBeUndefined();
  clock.advance(3_600);
  expect((await attempt({ email, password: ADMIN.password, address })).code).toBeUndefined();
});

test('six of ten concurrent failures from a network count for the account', async () => {
  const email = await givenUser();
  for (let network = 0; network < 4; network++) {
    const address = newAddress();
    const tries = Array.from({ length: 10 }, () => attempt({ email, password: 'wrong', address }));
    const codes = (await Promise.all(tries)).map(({ code }) => code);
    expect(codes.filter((code) => code === 'UNAUTHENTICATED')).toHaveLength(6);
  }

  // 24 of 30: a fifth network blocks it.
  expect(await fail(5, { email, address: newAddress() })).toEqual(SIX.slice(1));
  expect((await attempt({ email, password: ADMIN.password })).code).toBeUndefined();
  await fail(1, { email });
  expect((await attempt({ email, password: ADMIN.password })).code).toBe('RATE_LIMITED');
});

test('the limit does not reveal whether the account exists', async () => {
  const unknown = { email: `nobody-${uuid()}@example.com`, address: newAddress() };
  const known = { email: await givenUser(), address: newAddress() };

  expect(await fail(8, unknown)).toEqual([...SIX, 'RATE_LIMITED', 'RATE_LIMITED']);
  expect(await fail(8, known)).toEqual([...SIX, 'RATE_LIMITED', 'RATE_LIMITED']);
});
