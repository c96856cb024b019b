import { beforeAll, expect, test, vi } from 'vitest';
import { ADMIN, signIn, useApi } from '../support/api.ts';
import { givenPartner, givenResetToken, type Partner } from '../support/partners.ts';
import { givenInvitedMember } from '../support/people.ts';

const api = useApi({ WORKER: 'on' });
let partner: Partner;

beforeAll(async () => {
  partner = await givenPartner(api);
});

const request = (email: string) =>
  api.ask(undefined, 'mutation ($email: String!) { requestPasswordReset(email: $email) }', { email });
const reset = (token: string, password: string) =>
  api.ask(
    undefined,
    'mutation ($token: String!, $password: String!) { resetPassword(token: $token, password: $password) }',
    { token, password },
  );

const written = () =>
  api.rows(`select (select count(*) from email_message where template = 'user.password_reset_requested') as mails,
    (select count(*) from user_token where purpose = 'PASSWORD_RESET') as tokens`);
const mailsTo = (email: string) =>
  api.rows(`select * from email_message where recipient = $1 and template = 'user.password_reset_requested'`, [email]);

/** Whoever asked before was worked on once the worker has nothing left to do. */
const allDone = () =>
  vi.waitUntil(
    async () =>
      (await api.rows(`select 1 from pgboss.job where name = 'password-reset' and state <> 'completed'`)).length === 0,
    { timeout: 10_000, interval: 50 },
  );

test.each([
  { who: 'an admin', email: () => ADMIN.email },
  { who: 'a partner’s user', email: () => partner.email },
])('mails a link to $who', async ({ email }) => {
  expect(await request(`  ${email().toUpperCase()} `)).toEqual({ data: { requestPasswordReset: true } });

  await allDone();
  expect(await mailsTo(email())).toMatchObject([{ data: { tokenId: expect.any(String) } }]);
});

test('A12: a stranger’s request leaves the owner’s fresh link valid, and one use ends all links', async () => {
  const { email } = await givenPartner(api);
  const own = await givenResetToken(api, email);
  const ofStranger = await givenResetToken(api, email);

  expect(await reset(own, 'chosen by the owner')).toEqual({ data: { resetPassword: true } });

  expect((await reset(ofStranger, 'chosen by a stranger')).errors).toMatchObject([
    { extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'token' }] } },
  ]);
  await expect(signIn(api, { email, password: 'chosen by the owner' })).resolves.toBeDefined();
});

test('five links an hour are mailed, and all further requests get the same answer', async () => {
  const { email } = await givenPartner(api);

  for (let index = 0; index < 5; index++) await givenResetToken(api, email);
  expect(await request(email)).toEqual({ data: { requestPasswordReset: true } });

  await allDone();
  expect(await mailsTo(email)).toHaveLength(5);
});

test.each([
  { who: 'an unknown address', email: async () => 'nobody@example.com' },
  { who: 'somebody who was invited', email: async () => (await givenInvitedMember(api, partner)).email },
  {
    who: 'a user of a partner that was deactivated',
    email: async () => {
      const { email, resellerId } = await givenPartner(api);
      const query = 'mutation ($id: ID!) { updatePartnerAccount(id: $id, input: { isActive: false }) { id } }';
      await api.ask(api.admin, query, { id: resellerId });
      return email;
    },
  },
])('$who: the same answer, and nothing is mailed', async ({ email }) => {
  const address = await email();
  await allDone();
  const before = await written();

  expect(await request(address)).toEqual({ data: { requestPasswordReset: true } });

  await allDone();
  expect(await written()).toEqual(before);
});

test('what is no address is refused', async () => {
  expect((await request('a@b.co, c@d.co')).errors).toMatchObject([
    { extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'email' }] } },
  ]);
});
