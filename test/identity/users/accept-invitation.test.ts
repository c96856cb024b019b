import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { signIn, useApi, type Actor } from '../../support/api.ts';
import { changeStatus, givenApplication } from '../../support/given/applications.ts';
import { whileHeld } from '../../support/locks.ts';
import { mailedToken, PASSWORD, givenResetToken } from '../../support/given/partners.ts';
import { actionsOn } from '../../support/given/people.ts';

const api = useApi({ WORKER: 'on' });

const ACCEPT = `mutation Accept($token: String!, $name: String!, $password: String!) {
  acceptInvitation(token: $token, name: $name, password: $password) {
    accessToken expiresAt viewer { id email name role partnerRole partnerAccount { id companyName } }
  }
}`;

interface Invited {
  email: string;
  token: string;
  accountId: string;
}

/** The owner of a partner that was just approved. */
async function givenInvitation(): Promise<Invited> {
  const { data } = await changeStatus(api, api.admin, { id: await givenApplication(api), status: 'APPROVED' });
  const email = String(data?.updatePartnerApplicationStatus.contactEmail);
  const [account] = await api.rows('select id from partner_account where admin_email = $1', [email]);
  return { email, token: await mailedToken(api, email, 'user.invited'), accountId: String(account?.['id']) };
}

const accept = (token: string, more: object = {}) =>
  api.ask<{ acceptInvitation: Actor }>(undefined, ACCEPT, { token, name: 'Olive Owner', password: PASSWORD, ...more });

const stored = (email: string) =>
  api.rows(
    `select u.*, (select count(*) from user_session where user_id = u.id) as sessions,
       (select count(*) from user_token where user_id = u.id) as tokens from user_account u where email = $1`,
    [email],
  );

const NOT_GOOD = [{ extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'token' }] } }];

test('sets name and password, signs in, and audits it', async () => {
  const { email, token, accountId } = await givenInvitation();

  const response = await api.post({ query: ACCEPT, variables: { token, name: '  Olive Owner ', password: PASSWORD } });
  const { data } = await response.json();

  const partnerAccount = { id: accountId, companyName: 'Bright Solutions' };
  const viewer = { email, name: 'Olive Owner', role: 'PARTNER', partnerRole: 'OWNER', partnerAccount };
  expect(data.acceptInvitation.viewer).toEqual({ ...viewer, id: expect.any(String) });
  expect(response.headers.get('set-cookie')).toMatch(/^reachgenie_refresh=.+HttpOnly/);
  expect(await api.ask(data.acceptInvitation, '{ viewer { email } }')).toEqual({ data: { viewer: { email } } });
  await expect(signIn(api, { email, password: PASSWORD })).resolves.toBeDefined();
  const [user] = await stored(email);
  expect(user).toMatchObject({ joined_at: expect.any(Date), password_hash: expect.stringContaining('$argon2id$') });
  expect(await actionsOn(api, String(user?.['id']))).toEqual(['user.invited', 'user.joined']);
});

test('A9: a link works once', async () => {
  const { email, token } = await givenInvitation();
  await accept(token);
  const before = await stored(email);

  const { errors } = await accept(token, { password: 'quite another password' });

  expect(errors).toMatchObject(NOT_GOOD);
  expect(await stored(email)).toEqual(before);
});

test('A9: one of two concurrent uses succeeds', async () => {
  const { email, token } = await givenInvitation();

  const held = { sql: 'select 1 from user_token where id = $1', values: [token.split('.')[0]] };
  const answers = await whileHeld(api, held, 2, () => Promise.all([accept(token), accept(token)]));

  expect(answers.filter(({ data }) => data)).toHaveLength(1);
  expect(answers.flatMap(({ errors = [] }) => errors)).toMatchObject(NOT_GOOD);
  expect(await stored(email)).toMatchObject([{ sessions: '1', tokens: '0' }]);
});

const RESEND = 'mutation ($id: ID!) { resendInvitation(partnerAccountId: $id) }';

test.each([
  {
    what: 'expired',
    spoil: async ({ token }: Invited) => {
      await api.rows('update user_token set expires_at = now() where id = $1', [token.split('.')[0]]);
      return token;
    },
  },
  {
    what: 'of another token with this secret',
    spoil: async ({ token }: Invited) => `${uuid()}.${token.split('.')[1]}`,
  },
  { what: 'with another secret', spoil: async ({ token }: Invited) => `${token.slice(0, -2)}xx` },
  { what: 'without its secret', spoil: async ({ token }: Invited) => `${token.split('.')[0]}.` },
  { what: 'no token at all', spoil: async () => 'no-token' },
  {
    what: 'of a deactivated user',
    spoil: async ({ token, email }: Invited) => {
      await api.rows('update user_account set is_active = false where email = $1', [email]);
      return token;
    },
  },
  {
    what: 'of a partner that was deactivated',
    spoil: async ({ token, accountId }: Invited) => {
      const query = 'mutation ($id: ID!) { updatePartnerAccount(id: $id, input: { isActive: false }) { id } }';
      await api.ask(api.admin, query, { id: accountId });
      return token;
    },
  },
])('A9: a link $what is refused, and nothing changes', async ({ spoil }) => {
  const invited = await givenInvitation();
  const spoilt = await spoil(invited);
  const before = await stored(invited.email);

  const { data, errors } = await accept(spoilt);

  expect(data).toBeNull();
  expect(errors).toMatchObject(NOT_GOOD);
  expect(await stored(invited.email)).toEqual(before);
});

test.each(['first', 'second'] as const)(
  'A9: after a resend, the %s link works, and its use ends the other one',
  async (which) => {
    const { email, accountId, token: first } = await givenInvitation();
    await api.ask(api.admin, RESEND, { id: accountId });
    const second = await mailedToken(api, email, 'user.invited');
    const [used, other] = which === 'first' ? [first, second] : [second, first];

    const { data } = await accept(used);

    expect(data?.acceptInvitation.accessToken).toBeTypeOf('string');
    expect((await accept(other)).errors).toMatchObject(NOT_GOOD);
  },
);

test('a reset link does not accept an invitation, and an invitation does not reset a password', async () => {
  const { email, token } = await givenInvitation();
  await accept(token);
  const reset = await givenResetToken(api, email);
  const other = await givenInvitation();

  expect((await accept(reset)).errors).toMatchObject(NOT_GOOD);
  const query = 'mutation ($token: String!) { resetPassword(token: $token, password: "correct horse battery") }';
  expect((await api.ask(undefined, query, { token: other.token })).errors).toMatchObject(NOT_GOOD);
});

test.each([
  { path: 'password', value: 'too short!!' },
  { path: 'password', value: 'x'.repeat(129) },
  { path: 'password', value: 'a password with \u0000 in it' },
  { path: 'name', value: '   ' },
  { path: 'name', value: 'x'.repeat(201) },
  { path: 'name', value: 'O\u202elive' },
])('a wrong $path is refused at its field, and the link stays valid', async ({ path, value }) => {
  const { token } = await givenInvitation();

  const { errors } = await accept(token, { [path]: value });

  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields: [{ path }] } }]);
  expect((await accept(token)).data).toBeTruthy();
});

test('a password of 128 characters is kept unchanged, including spaces at its ends', async () => {
  const { email, token } = await givenInvitation();
  const password = ` ${'fünf Öfen im Tal '.repeat(9).slice(0, 126)} `;

  await accept(token, { password });

  await expect(signIn(api, { email, password })).resolves.toBeDefined();
  await expect(signIn(api, { email, password: password.trim() })).rejects.toThrow('UNAUTHENTICATED');
});

test('A9: neither the database nor the log contains the token of the link', async () => {
  const { token } = await givenInvitation();
  await accept(token);
  const secret = String(token.split('.')[1]);

  const mails = await api.rows('select * from email_message');
  const tokens = await api.rows('select * from user_token');
  const events = await api.rows('select * from audit_event');
  expect(JSON.stringify([mails, tokens, events, api.logs])).not.toContain(secret);
  expect(JSON.stringify([events, api.logs])).not.toContain(PASSWORD);
});
