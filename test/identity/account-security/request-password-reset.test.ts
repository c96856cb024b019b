import { beforeAll, expect, test, vi } from 'vitest';
import { asPlatform } from '../../../src/core/database/tenancy.ts';
import { inTransaction } from '../../../src/core/database/transaction.ts';
import { forgetExpiredTokens } from '../../../src/identity/invitations/user.token.ts';
import { ADMIN, postTo, signIn, useApi } from '../../support/api.ts';
import { givenPartner, givenResetToken, type Partner } from '../../support/given/partners.ts';
import { givenInvitedMember } from '../../support/given/people.ts';

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

/** Once the worker is idle, all earlier requests are done. */
const allDone = () =>
  vi.waitUntil(
    async () =>
      (await api.rows(`select 1 from pgboss.job where name = 'password-reset' and state <> 'completed'`)).length === 0,
    { timeout: 10_000, interval: 50 },
  );

test.each([
  { who: 'an admin', email: () => ADMIN.email },
  { who: 'a partner’s user', email: () => partner.email },
])('emails a link to $who', async ({ email }) => {
  expect(await request(`  ${email().toUpperCase()} `)).toEqual({ data: { requestPasswordReset: true } });

  await allDone();
  expect(await mailsTo(email())).toMatchObject([{ data: { tokenId: expect.any(String) } }]);
});

test('A12: a stranger’s request leaves the owner’s link valid, and one use ends all links', async () => {
  const { email } = await givenPartner(api);
  const own = await givenResetToken(api, email);
  const ofStranger = await givenResetToken(api, email);

  expect(await reset(own, 'chosen by the owner')).toEqual({ data: { resetPassword: true } });

  expect((await reset(ofStranger, 'chosen by a stranger')).errors).toMatchObject([
    { extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'token' }] } },
  ]);
  await expect(signIn(api, { email, password: 'chosen by the owner' })).resolves.toBeDefined();
});

test('an account gets five links an hour, and further requests get the same answer', async () => {
  const { email } = await givenPartner(api);

  for (let index = 0; index < 5; index++) await givenResetToken(api, email);
  expect(await request(email)).toEqual({ data: { requestPasswordReset: true } });

  await allDone();
  expect(await mailsTo(email)).toHaveLength(5);
});

/** Moves the links of a user back by hours. */
const hoursLater = (email: string, hours: number) =>
  api.rows(
    `update user_token set created_at = created_at - make_interval(hours => $2), expires_at = expires_at - make_interval(hours => $2)
     where user_id = (select id from user_account where email = $1)`,
    [email, hours],
  );

/** The worker's hourly task. */
const tidyUp = () => inTransaction(asPlatform(api.app.orm.em.fork()), forgetExpiredTokens);

test('an account gets ten links a day, and further requests get the same answer', async () => {
  const { email } = await givenPartner(api);
  for (let round = 0; round < 2; round++) {
    for (let index = 0; index < 5; index++) await givenResetToken(api, email);
    await hoursLater(email, 2);
  }
  await tidyUp();

  expect(await request(email)).toEqual({ data: { requestPasswordReset: true } });
  await allDone();
  expect(await mailsTo(email)).toHaveLength(10);

  await hoursLater(email, 22);
  await givenResetToken(api, email);
  await tidyUp();
  expect(
    await api.rows(
      `select 1 from user_token where purpose = 'PASSWORD_RESET' and expires_at <= now() and
    user_id = (select id from user_account where email = $1)`,
      [email],
    ),
  ).toEqual([]);
});

test('a link is refused after an hour, but still counts', async () => {
  const { email } = await givenPartner(api);
  const token = await givenResetToken(api, email);
  await hoursLater(email, 1);

  expect((await reset(token, 'much too late')).errors).toMatchObject([
    { extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'token' }] } },
  ]);
});

test('A13: a stranger’s requests from one network leave links for the owner', async () => {
  const limited = await api.startAnother({ WORKER: 'off', RATE_LIMIT_PASSWORD_RESETS: '3/day', TRUST_PROXY: '1' });
  try {
    const { email } = await givenPartner(api);
    const query = 'mutation ($email: String!) { requestPasswordReset(email: $email) }';
    const requestFrom = async (address: string) => {
      const body = { query, variables: { email } };
      return (await postTo(limited.url ?? '', body, { 'x-forwarded-for': address })).json();
    };

    for (let index = 0; index < 5; index++) {
      expect(await requestFrom('198.51.100.1')).toEqual({ data: { requestPasswordReset: true } });
      await allDone(); // requests that wait together get one email
    }
    expect(await mailsTo(email)).toHaveLength(3);

    await requestFrom('198.51.100.2');
    await allDone();
    expect(await mailsTo(email)).toHaveLength(4);
  } finally {
    await limited.stop();
  }
});

test.each([
  { who: 'an unknown address', email: async () => 'nobody@example.com' },
  { who: 'an invited user', email: async () => (await givenInvitedMember(api, partner)).email },
  {
    who: 'a user of a partner that was deactivated',
    email: async () => {
      const { email, resellerId } = await givenPartner(api);
      const query = 'mutation ($id: ID!) { updatePartnerAccount(id: $id, input: { isActive: false }) { id } }';
      await api.ask(api.admin, query, { id: resellerId });
      return email;
    },
  },
])('$who: the same answer, and no email', async ({ email }) => {
  const address = await email();
  await allDone();
  const before = await written();

  expect(await request(address)).toEqual({ data: { requestPasswordReset: true } });

  await allDone();
  expect(await written()).toEqual(before);
});

test('an invalid address is refused', async () => {
  expect((await request('a@b.co, c@d.co')).errors).toMatchObject([
    { extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'email' }] } },
  ]);
});
