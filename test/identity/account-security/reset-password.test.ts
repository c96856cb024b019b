import { expect, test } from 'vitest';
import { linkSecret } from '../../../src/core/secrets/mailed.link.ts';
import { signIn, useApi } from '../../support/api.ts';
import { waitingFor, whileHeld } from '../../support/locks.ts';
import { credentialMails } from '../../support/mail.ts';
import { givenPartner, givenResetToken, PASSWORD } from '../../support/given/partners.ts';
import { actionsOn } from '../../support/given/people.ts';
import { givenFactor, trySignIn } from '../../support/given/callers/second-factors.ts';

const api = useApi({ WORKER: 'on' });
const NEW = 'a whole new password';

const reset = (token: string, password = NEW) =>
  api.ask(
    undefined,
    'mutation ($token: String!, $password: String!) { resetPassword(token: $token, password: $password) }',
    {
      token,
      password,
    },
  );

async function givenResetLink() {
  const partner = await givenPartner(api);
  const { email } = partner;
  return { ...partner, token: await givenResetToken(api, email) };
}

const NOT_GOOD = [{ extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'token' }] } }];

test('A4: sets the password, ends every session at its next request, and audits it without the password', async () => {
  const { email, actor, ownerId, token } = await givenResetLink();
  const other = await signIn(api, { email, password: PASSWORD });

  expect(await reset(token)).toEqual({ data: { resetPassword: true } });

  for (const ended of [actor, other]) {
    expect((await api.ask(ended, '{ viewer { id } }')).errors).toMatchObject([
      { extensions: { code: 'UNAUTHENTICATED' } },
    ]);
  }
  await expect(signIn(api, { email, password: PASSWORD })).rejects.toThrow('UNAUTHENTICATED');
  await expect(signIn(api, { email, password: NEW })).resolves.toBeDefined();
  expect(await actionsOn(api, ownerId)).toEqual(['user.invited', 'user.joined', 'user.password_reset']);
  const [event] = await api.rows(
    `select changes from audit_event where target_id = $1 and action = 'user.password_reset'`,
    [ownerId],
  );
  expect(event).toEqual({ changes: null });
});

test('A9: a link works once, even for two concurrent uses', async () => {
  const { ownerId, token } = await givenResetLink();

  const held = { sql: 'select 1 from user_token where id = $1', values: [token.split('.')[0]] };
  const answers = await whileHeld(api, held, 2, () => Promise.all([reset(token), reset(token, `${NEW}!`)]));

  expect(answers.filter(({ data }) => data)).toHaveLength(1);
  expect(answers.flatMap(({ errors = [] }) => errors)).toMatchObject(NOT_GOOD);
  expect((await reset(token)).errors).toMatchObject(NOT_GOOD);
  expect(await actionsOn(api, ownerId)).toEqual(['user.invited', 'user.joined', 'user.password_reset']);
});

/** Runs both concurrently. The first one gets the lock on the user first. */
const inLine = <First, Second>(userId: string, first: () => Promise<First>, second: () => Promise<Second>) =>
  whileHeld(api, { sql: 'select 1 from user_account where id = $1', values: [userId] }, 2, async () => {
    const begun = first();
    await expect.poll(() => waitingFor(api), { timeout: 5_000 }).toBe(1);
    return Promise.all([begun, second()]);
  });

test('a sign-in with the old password during the reset is refused', async () => {
  const { email, ownerId, token } = await givenResetLink();

  const signInLate = () => signIn(api, { email, password: PASSWORD }).catch(String);
  const [answer, refusal] = await inLine(ownerId, () => reset(token), signInLate);

  expect(answer).toEqual({ data: { resetPassword: true } });
  expect(refusal).toContain('Email address or password is wrong.');
  const open = 'select 1 from user_session where user_id = $1 and revoked_at is null';
  expect(await api.rows(open, [ownerId])).toEqual([]);
});

test('a session that just started with the old password ends too', async () => {
  const { email, ownerId, token } = await givenResetLink();

  const signInOld = () => signIn(api, { email, password: PASSWORD });
  const [actor, answer] = await inLine(ownerId, signInOld, () => reset(token));

  expect(answer).toEqual({ data: { resetPassword: true } });
  expect((await api.ask(actor, '{ viewer { id } }')).errors).toMatchObject([
    { extensions: { code: 'UNAUTHENTICATED' } },
  ]);
});

test.each([
  { what: 'expired', spoil: `update user_token set expires_at = now() where id = $1` },
  {
    what: 'of a deactivated user',
    spoil: `update user_account set is_active = false where id = (select user_id from user_token where id = $1)`,
  },
])('A9: a link $what is refused, and nothing changes', async ({ spoil }) => {
  const { ownerId, token } = await givenResetLink();
  await api.rows(spoil, [token.split('.')[0]]);
  const stored = () => api.rows('select * from user_account where id = $1', [ownerId]);
  const before = await stored();

  expect((await reset(token)).errors).toMatchObject(NOT_GOOD);
  expect(await stored()).toEqual(before);
});

test('a wrong password is refused at its field, and the link stays valid', async () => {
  const { token } = await givenResetLink();

  expect((await reset(token, 'short')).errors).toMatchObject([{ extensions: { fields: [{ path: 'password' }] } }]);
  expect((await reset(token)).data).toEqual({ resetPassword: true });
});

test('the user gets an email, and a second factor stays on', async () => {
  const { actor, email, token } = await givenResetLink();
  await givenFactor(api, actor);

  await reset(token);

  expect(await credentialMails(api, email)).toEqual(['FACTOR_ADDED', 'PASSWORD_RESET']);
  expect((await trySignIn(api, { email, password: NEW })).errors).toMatchObject([
    { extensions: { code: 'UNAUTHENTICATED', reason: 'SECOND_FACTOR_REQUIRED' } },
  ]);
});

test('an invitation does not reset a password, even for the same user', async () => {
  const { token, email } = await givenResetLink();
  const [id = ''] = token.split('.');
  const before = await api.rows('select password_hash from user_account where email = $1', [email]);

  for (const purpose of ['INVITATION', 'EXPORT', 'APPLICATION']) {
    expect((await reset(linkSecret(api.secrets, purpose, id))).errors).toMatchObject(NOT_GOOD);
  }
  expect(await api.rows('select password_hash from user_account where email = $1', [email])).toEqual(before);
});
