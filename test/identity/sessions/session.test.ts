import { expect, test } from 'vitest';
import { ADMIN, signIn, useApi, type GraphQLProblem } from '../../support/api.ts';
import { whileHeld } from '../../support/locks.ts';
import { whileChanged } from '../../support/database.changes.ts';

const api = useApi();

const SIGN_IN = `mutation SignIn($email: String!, $password: String!) {
  signIn(email: $email, password: $password) { accessToken expiresAt viewer { id email name role } }
}`;
const REFRESH = 'mutation Refresh { refreshSession { accessToken viewer { email } } }';
const VIEWER = '{ viewer { id email name role } }';

interface Entered {
  accessToken: string;
  cookie: string;
  setCookie: string;
}

async function enter(): Promise<Entered> {
  const response = await api.post({ query: SIGN_IN, variables: ADMIN });
  const { data } = await response.json();
  return { accessToken: data.signIn.accessToken, ...cookieOf(response) };
}

const cookieOf = (response: Response) => {
  const setCookie = response.headers.get('set-cookie') ?? '';
  return { setCookie, cookie: setCookie.split(';')[0] ?? '' };
};

async function refresh(cookie: string) {
  const response = await api.post({ query: REFRESH }, { cookie });
  const { data, errors } = (await response.json()) as {
    data?: { refreshSession: { accessToken: string } };
    errors?: GraphQLProblem[];
  };
  return { accessToken: data?.refreshSession.accessToken, code: errors?.[0]?.extensions.code, ...cookieOf(response) };
}

const sessionOf = (cookie: string) => cookie.split('=')[1]?.split('.')[0];

const codeWith = async (accessToken: string | undefined) =>
  (await api.ask({ accessToken: accessToken ?? '' }, VIEWER)).errors?.[0]?.extensions.code;

test('signs in, and returns the user', async () => {
  const response = await api.post({ query: SIGN_IN, variables: { ...ADMIN, email: ADMIN.email.toUpperCase() } });
  const { data } = await response.json();

  expect(data.signIn.viewer).toMatchObject({ email: ADMIN.email, name: ADMIN.name, role: 'ADMIN' });
  const minutes = (Date.parse(data.signIn.expiresAt) - Date.now()) / 60_000;
  expect(minutes).toBeGreaterThan(14);
  expect(minutes).toBeLessThanOrEqual(15);
  expect(response.headers.get('set-cookie')).toMatch(
    /^reachgenie_refresh=.+; Path=\/graphql; .*HttpOnly; SameSite=Strict$/,
  );
  expect((await api.ask({ accessToken: data.signIn.accessToken }, VIEWER)).data).toEqual({
    viewer: data.signIn.viewer,
  });
});

test.each([
  { what: 'an unknown address', email: 'nobody@example.com', password: ADMIN.password },
  { what: 'a wrong password', email: ADMIN.email, password: 'wrong' },
  { what: 'a user without a password yet', email: 'invited@example.com', password: 'x' },
  { what: 'a deactivated account', email: 'inactive@example.com', password: ADMIN.password },
])('$what: the same answer, no session, no cookie, and an event in the log', async ({ email, password }) => {
  await api.rows(
    `insert into user_account (id, email, name, role, admin_roles, password_hash, is_active, created_at, updated_at)
     select gen_random_uuid(), who, who, 'ADMIN', '{ALL}', hash, active, now(), now() from (values ('invited@example.com', null, true),
       ('inactive@example.com', (select password_hash from user_account where email = $1), false)) v (who, hash, active)
     on conflict do nothing`,
    [ADMIN.email],
  );
  const before = await api.rows('select count(*) from user_session');
  const logged = api.logs.length;

  const response = await api.post({ query: SIGN_IN, variables: { email, password } });
  const { data, errors } = await response.json();

  expect(data).toBeNull();
  expect(errors).toMatchObject([
    { message: 'Email address or password is wrong.', extensions: { code: 'UNAUTHENTICATED' } },
  ]);
  expect(response.headers.get('set-cookie')).toBeNull();
  expect(await api.rows('select count(*) from user_session')).toEqual(before);
  expect(api.logs.slice(logged)).toContainEqual(expect.objectContaining({ event: 'sign_in_failed' }));
});

test.each(['x'.repeat(129), 'x'.repeat(200_000)])(
  'a password that is too long is refused, not shortened',
  async (password) => {
    const { errors } = await api.ask(undefined, SIGN_IN, { email: ADMIN.email, password });

    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'password' }] } }]);
  },
);

test('no cache stores an answer of the API', async () => {
  const answers = [
    await api.post({ query: SIGN_IN, variables: ADMIN }),
    await api.post({ query: REFRESH }),
    await api.post({ query: '{ __typename }' }),
    await api.post('no JSON'),
  ];

  expect(answers.map(({ headers }) => headers.get('cache-control'))).toEqual(Array(4).fill('no-store'));
});

test('a refresh returns the next token', async () => {
  const { cookie } = await enter();

  const first = await refresh(cookie);
  const second = await refresh(first.cookie);

  expect(await codeWith(first.accessToken)).toBeUndefined();
  expect(await codeWith(second.accessToken)).toBeUndefined();
  expect(new Set([cookie, first.cookie, second.cookie]).size).toBe(3);
});

/** Moves the last refresh of the session back by seconds. */
const refreshedEarlier = (cookie: string, seconds: number) =>
  api.rows(`update user_session set rotated_at = rotated_at - make_interval(secs => $2) where id = $1`, [
    sessionOf(cookie),
    seconds,
  ]);

test('A5: for 10 seconds, a replaced token returns the same new one again', async () => {
  const { cookie } = await enter();
  const next = await refresh(cookie);
  await refreshedEarlier(cookie, 9);

  const again = await refresh(cookie);

  expect(again).toMatchObject({ code: undefined, cookie: next.cookie });
  expect(await codeWith(again.accessToken)).toBeUndefined();
  expect((await refresh(next.cookie)).code).toBeUndefined();
});

test.each([
  { what: 'after 10 seconds', between: async (next: Entered) => void (await refreshedEarlier(next.cookie, 11)) },
  { what: 'of two refreshes ago', between: async (next: Entered) => void (await refresh(next.cookie)) },
])('A5: a replaced token that is used again $what ends the session', async ({ between }) => {
  const { cookie, accessToken } = await enter();
  const next = (await refresh(cookie)) as Entered;
  await between(next);

  const replayed = await refresh(cookie);

  expect(replayed).toMatchObject({ code: 'UNAUTHENTICATED', accessToken: undefined, setCookie: '' });
  expect((await refresh(next.cookie)).code).toBe('UNAUTHENTICATED');
  expect(await codeWith(next.accessToken)).toBe('UNAUTHENTICATED');
  expect(await codeWith(accessToken)).toBe('UNAUTHENTICATED');
  expect(api.logs).toContainEqual(
    expect.objectContaining({ event: 'refresh_token_replayed', sessionId: sessionOf(cookie) }),
  );
});

test('a token of a later generation than the stored one is refused, and changes nothing', async () => {
  const { cookie } = await enter();
  const next = await refresh(cookie);
  // As after restoring the database.
  await api.rows('update user_session set generation = 1 where id = $1', [sessionOf(cookie)]);

  expect(await refresh(next.cookie)).toMatchObject({ code: 'UNAUTHENTICATED' });

  expect((await refresh(cookie)).code).toBeUndefined();
});

test('A5: two concurrent refreshes get the same new token, and the session stays open', async () => {
  const { cookie } = await enter();

  const held = { sql: 'select 1 from user_session where id = $1', values: [sessionOf(cookie)] };
  const outcomes = await whileHeld(api, held, 5, () => Promise.all(Array.from({ length: 5 }, () => refresh(cookie))));

  expect(outcomes.map(({ code }) => code)).toEqual(Array(5).fill(undefined));
  expect(new Set(outcomes.map((each) => each.cookie)).size).toBe(1);
  expect(await codeWith(outcomes[4]?.accessToken)).toBeUndefined();
  expect((await refresh(outcomes[0]?.cookie ?? '')).code).toBeUndefined();
});

test.each(['', 'reachgenie_refresh=nonsense', 'reachgenie_refresh=01234567-89ab-7def-8123-456789abcdef.x'])(
  'the cookie %j is refused',
  async (cookie) => {
    expect((await refresh(cookie)).code).toBe('UNAUTHENTICATED');
  },
);

test('the log reports an ended session as denied, not as an internal error', async () => {
  const { accessToken, cookie } = await enter();
  await api.post({ query: 'mutation { signOut }' }, { authorization: `Bearer ${accessToken}`, cookie });
  const before = api.logs.length;

  expect(await codeWith(accessToken)).toBe('UNAUTHENTICATED');

  expect(api.logs.slice(before)).toContainEqual(expect.objectContaining({ event: 'denied', code: 'UNAUTHENTICATED' }));
  expect(api.logs.slice(before).filter(({ level }) => Number(level) >= 50)).toEqual([]);
});

test('an expired session cannot be refreshed, and its access token is refused', async () => {
  const { cookie, accessToken } = await enter();
  await api.rows(`update user_session set expires_at = now() where id = $1`, [sessionOf(cookie)]);

  expect((await refresh(cookie)).code).toBe('UNAUTHENTICATED');
  expect(await codeWith(accessToken)).toBe('UNAUTHENTICATED');
});

test('A4: signing out ends the session at the next request, and deletes the cookie', async () => {
  const { accessToken, cookie } = await enter();
  const other = await signIn(api, ADMIN);

  const response = await api.post(
    { query: 'mutation { signOut }' },
    { authorization: `Bearer ${accessToken}`, cookie },
  );

  expect(await response.json()).toEqual({ data: { signOut: true } });
  expect(response.headers.get('set-cookie')).toMatch(/^reachgenie_refresh=;.*Expires=Thu, 01 Jan 1970/);
  expect(await codeWith(accessToken)).toBe('UNAUTHENTICATED');
  expect((await refresh(cookie)).code).toBe('UNAUTHENTICATED');
  expect(await codeWith(other.accessToken)).toBeUndefined();
});

test('A4: a deactivated user is refused at the next request, and gets no new token', async () => {
  const { accessToken, cookie } = await enter();
  const setActive = (isActive: boolean) =>
    `update user_account set is_active = ${isActive} where email = '${ADMIN.email}'`;

  const codes = await whileChanged(api, { change: setActive(false), back: setActive(true) }, async () => [
    await codeWith(accessToken),
    (await refresh(cookie)).code,
  ]);

  expect(codes).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED']);
});

test('the database contains hashes, but neither password nor refresh token', async () => {
  const { cookie } = await enter();

  const everything = JSON.stringify([
    await api.rows('select * from user_account'),
    await api.rows('select * from user_session'),
  ]);

  expect(everything).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
  expect(everything).not.toContain(ADMIN.password);
  expect(everything).not.toContain(cookie.split('.')[2]);
});
