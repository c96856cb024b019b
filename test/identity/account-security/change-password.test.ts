import { expect, test } from 'vitest';
import { signIn, useApi, type Actor } from '../../support/api.ts';
import { waitingFor, whileHeld } from '../../support/locks.ts';
import { givenPartner, mailedToken, PASSWORD } from '../../support/given/partners.ts';
import { actionsOn } from '../../support/given/people.ts';
import { givenFactor, laterOf } from '../../support/given/callers/second-factors.ts';

const api = useApi({ WORKER: 'on' });
const NEW = 'a whole new secret phrase';

const change = (actor: Actor | undefined, { currentPassword = PASSWORD, newPassword = NEW } = {}) =>
  api.ask(
    actor,
    `mutation Change($currentPassword: String!, $newPassword: String!) {
      changePassword(currentPassword: $currentPassword, newPassword: $newPassword)
    }`,
    { currentPassword, newPassword },
  );

const isIn = async (actor: Actor) => (await api.ask(actor, '{ viewer { id } }')).errors === undefined;

test('A4: changes the password, ends the other sessions, emails the user, and audits it without the password', async () => {
  const { actor, email, ownerId } = await givenPartner(api);
  const other = await signIn(api, { email, password: PASSWORD });

  expect(await change(actor)).toEqual({ data: { changePassword: true } });

  expect([await isIn(actor), await isIn(other)]).toEqual([true, false]);
  await expect(signIn(api, { email, password: PASSWORD })).rejects.toThrow('UNAUTHENTICATED');
  await expect(signIn(api, { email, password: NEW })).resolves.toBeDefined();
  expect(await actionsOn(api, ownerId)).toContain('user.password_changed');
  const [event] = await api.rows(`select changes from audit_event where action = 'user.password_changed'`);
  expect(event).toEqual({ changes: null });
  const mails = await api.rows(`select template, data ->> 'change' as change from email_message where recipient = $1`, [
    email,
  ]);
  expect(mails).toContainEqual({ template: 'user.credentials_changed', change: 'PASSWORD_CHANGED' });
});

test.each([
  ['a wrong current password', { currentPassword: 'wrong' }, { path: 'currentPassword', rule: 'WRONG_PASSWORD' }],
  ['a new one that is too short', { newPassword: 'short' }, { path: 'newPassword' }],
  ['a common one', { newPassword: 'Password1234' }, { path: 'newPassword', rule: 'PASSWORD_COMMON' }],
])('%s is refused at its field, and nothing changes', async (_, passwords, field) => {
  const { actor, email, ownerId } = await givenPartner(api);
  const other = await signIn(api, { email, password: PASSWORD });

  const { errors } = await change(actor, passwords);

  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields: [field] } }]);
  expect([await isIn(actor), await isIn(other)]).toEqual([true, true]);
  await expect(signIn(api, { email, password: PASSWORD })).resolves.toBeDefined();
  expect(await actionsOn(api, ownerId)).not.toContain('user.password_changed');
});

test('with a second factor it asks for that first, if the sign-in is ten minutes old', async () => {
  const { actor, ownerId } = await givenPartner(api);
  await givenFactor(api, actor);

  const { errors } = await change(laterOf(api, actor));

  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', reason: 'RECENT_SIGN_IN_REQUIRED' } }]);
  expect(await actionsOn(api, ownerId)).not.toContain('user.password_changed');
  expect(await change(actor)).toEqual({ data: { changePassword: true } });
});

test('ends an earlier reset link', async () => {
  const { actor, email } = await givenPartner(api);
  await api.ask(undefined, 'mutation ($email: String!) { requestPasswordReset(email: $email) }', { email });
  const token = await mailedToken(api, email, 'user.password_reset_requested');

  await change(actor);

  const reset = 'mutation ($token: String!) { resetPassword(token: $token, password: "yet another secret phrase") }';
  expect((await api.ask(undefined, reset, { token })).errors).toMatchObject([
    { extensions: { fields: [{ path: 'token' }] } },
  ]);
});

test('one of two concurrent changes with the same current password succeeds', async () => {
  const { actor, email, ownerId } = await givenPartner(api);

  const held = { sql: 'select 1 from user_account where id = $1', values: [ownerId] };
  const [first, second] = await whileHeld(api, held, 2, async () => {
    const begun = change(actor);
    await expect.poll(() => waitingFor(api), { timeout: 5_000 }).toBe(1);
    return Promise.all([begun, change(actor, { newPassword: `${NEW} again` })]);
  });

  expect(first).toEqual({ data: { changePassword: true } });
  expect(second?.errors).toMatchObject([{ extensions: { fields: [{ path: 'currentPassword' }] } }]);
  await expect(signIn(api, { email, password: NEW })).resolves.toBeDefined();
});
