import { expect, test, vi } from 'vitest';
import { postTo, signIn, useApi } from '../../support/api.ts';
import { whileHeld } from '../../support/locks.ts';
import {
  givenPartner,
  givenResetToken,
  givenSignInLink,
  mailedToken,
  PASSWORD,
  type Partner,
} from '../../support/given/partners.ts';
import { givenFactor } from '../../support/given/callers/second-factors.ts';

const api = useApi({ WORKER: 'on', RATE_LIMIT_SIGN_IN_FAILURES: '3/hour' });

const SIGN_IN = 'mutation ($email: String!) { signIn(email: $email, password: "wrong") { accessToken } }';
const WITH_LINK = `mutation ($token: String!, $code: String) {
  signInWithLink(token: $token, code: $code) { accessToken viewer { email } }
}`;
const NO_LONGER_VALID = [{ extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'token' }] } }];

const fail = async (email: string, times: number) => {
  for (let index = 0; index < times; index++) await api.ask(undefined, SIGN_IN, { email });
};
const withLink = (token: string, code?: string) =>
  api.ask<{ signInWithLink: { accessToken: string; viewer: { email: string } } }>(undefined, WITH_LINK, {
    token,
    code,
  });
const linksTo = (email: string) =>
  api.rows(`select 1 from email_message where recipient = $1 and template = 'user.sign_in_linked'`, [email]);
const allDone = () =>
  vi.waitUntil(
    async () =>
      (await api.rows(`select 1 from pgboss.job where name = 'sign-in-link' and state <> 'completed'`)).length === 0,
    { timeout: 10_000, interval: 50 },
  );
const openSessions = (userId: string) =>
  api.rows('select id from user_session where user_id = $1 and revoked_at is null', [userId]);

async function givenClosedAccount() {
  const partner = await givenPartner(api);
  await fail(partner.email, 3);
  return { ...partner, token: await mailedToken(api, partner.email, 'user.sign_in_linked') };
}

test('A13: an account blocked by many failures gets one link, which signs its owner in once', async () => {
  const { email, token } = await givenClosedAccount();
  await fail(email, 5);
  await expect(signIn(api, { email, password: PASSWORD })).rejects.toThrow('RATE_LIMITED');

  const { data } = await withLink(token);

  expect(data?.signInWithLink.viewer).toEqual({ email });
  expect((await api.ask(data?.signInWithLink, '{ viewer { email } }')).data).toEqual({ viewer: { email } });
  expect((await withLink(token)).errors).toMatchObject(NO_LONGER_VALID);
  await allDone();
  expect(await linksTo(email)).toHaveLength(1);
});

test('a used link ends the other links of its owner', async () => {
  const { email } = await givenPartner(api);
  const [token, other] = [await givenSignInLink(api, email), await givenSignInLink(api, email)];

  expect((await withLink(token)).errors).toBeUndefined();

  expect((await withLink(other)).errors).toMatchObject(NO_LONGER_VALID);
});

test('an owner also gets a link if failures block one network for the account', async () => {
  const limited = await api.startAnother({ WORKER: 'off', RATE_LIMIT_SIGN_IN_PAIR: '2/hour' });
  try {
    const { email } = await givenPartner(api);
    const tries = [];
    for (let index = 0; index < 3; index++) {
      tries.push(await postTo(limited.url ?? '', { query: SIGN_IN, variables: { email } }));
    }
    expect(tries.map(({ status }) => status)).toEqual([200, 200, 429]);

    const { data } = await withLink(await mailedToken(api, email, 'user.sign_in_linked'));

    expect(data?.signInWithLink.viewer).toEqual({ email });
    await allDone();
    expect(await linksTo(email)).toHaveLength(1);
  } finally {
    await limited.stop();
  }
});

test('one of two concurrent uses of a link succeeds', async () => {
  const { ownerId, token } = await givenClosedAccount();
  const before = await openSessions(ownerId);

  const held = { sql: 'select 1 from user_account where id = $1', values: [ownerId] };
  const answers = await whileHeld(api, held, 2, () => Promise.all([withLink(token), withLink(token)]));

  expect(answers.filter(({ data }) => data)).toHaveLength(1);
  expect(answers.flatMap(({ errors = [] }) => errors)).toMatchObject(NO_LONGER_VALID);
  expect(await openSessions(ownerId)).toHaveLength(before.length + 1);
});

test('a link still needs the second factor, and asking for the code does not use it up', async () => {
  const partner = await givenPartner(api);
  const factor = await givenFactor(api, partner.actor);
  await fail(partner.email, 3);
  const token = await mailedToken(api, partner.email, 'user.sign_in_linked');

  expect((await withLink(token)).errors).toMatchObject([{ extensions: { reason: 'SECOND_FACTOR_REQUIRED' } }]);
  expect((await withLink(token, '000000')).errors).toMatchObject([{ extensions: { reason: 'SECOND_FACTOR_WRONG' } }]);

  const { data } = await withLink(token, factor.recoveryCodes[0]);
  expect(data?.signInWithLink.viewer.email).toBe(partner.email);
});

test('failures for an unknown address send no email', async () => {
  const before = await api.rows('select 1 from email_message');

  await fail('nobody@example.com', 5);

  await allDone();
  expect(await api.rows('select 1 from email_message')).toEqual(before);
});

test.each([
  { what: 'expired', spoil: (id: string) => api.rows('update user_token set expires_at = now() where id = $1', [id]) },
  {
    what: 'of a partner that was deactivated',
    spoil: (_id: string, accountId: string) =>
      api.ask(api.admin, 'mutation ($id: ID!) { updatePartnerAccount(id: $id, input: { isActive: false }) { id } }', {
        id: accountId,
      }),
  },
])('a link $what is refused, and no session starts', async ({ spoil }) => {
  const { token, ownerId, resellerId } = await givenClosedAccount();
  await spoil(token.split('.')[0] ?? '', resellerId);
  const before = await openSessions(ownerId);

  expect((await withLink(token)).errors).toMatchObject(NO_LONGER_VALID);

  expect(await openSessions(ownerId)).toEqual(before);
});

const NEW = 'a whole new secret phrase';
const RESET = 'mutation ($token: String!, $new: String!) { resetPassword(token: $token, password: $new) }';
const CHANGE = 'mutation ($old: String!, $new: String!) { changePassword(currentPassword: $old, newPassword: $new) }';

test.each([
  {
    what: 'reset',
    renew: async ({ email }: Partner) =>
      api.ask(undefined, RESET, { token: await givenResetToken(api, email), new: NEW }),
  },
  { what: 'changed', renew: ({ actor }: Partner) => api.ask(actor, CHANGE, { old: PASSWORD, new: NEW }) },
])('a link ends when the password is $what', async ({ renew }) => {
  const { token, ...partner } = await givenClosedAccount();
  expect((await renew(partner)).errors).toBeUndefined();
  const before = await openSessions(partner.ownerId);

  expect((await withLink(token)).errors).toMatchObject(NO_LONGER_VALID);

  expect(await openSessions(partner.ownerId)).toEqual(before);
});
