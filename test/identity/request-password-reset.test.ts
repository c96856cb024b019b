import { beforeAll, expect, test } from 'vitest';
import { ADMIN, useApi } from '../support/api.ts';
import { givenPartner, mailedToken, type Partner } from '../support/partners.ts';
import { givenInvitedMember } from '../support/people.ts';

const api = useApi();
let partner: Partner;

beforeAll(async () => {
  partner = await givenPartner(api);
});

const request = (email: string) =>
  api.ask(undefined, 'mutation ($email: String!) { requestPasswordReset(email: $email) }', { email });

const written = () =>
  api.rows('select (select count(*) from email_message) as mails, (select count(*) from user_token) as tokens');
const mailsTo = (email: string) =>
  api.rows(`select * from email_message where recipient = $1 and template = 'user.password_reset_requested'`, [email]);

test.each([
  { who: 'an admin', email: () => ADMIN.email },
  { who: 'a partner’s user', email: () => partner.email },
])('mails a link to $who', async ({ email }) => {
  expect(await request(`  ${email().toUpperCase()} `)).toEqual({ data: { requestPasswordReset: true } });

  expect(await mailsTo(email())).toMatchObject([{ status: 'QUEUED', data: { tokenId: expect.any(String) } }]);
});

test('of several links the last is good', async () => {
  await request(partner.email);
  const first = await mailedToken(api, partner.email, 'user.password_reset_requested');
  await Promise.all([request(partner.email), request(partner.email)]);

  const tokens = await api.rows(`select id from user_token where user_id = $1 and purpose = 'PASSWORD_RESET'`, [
    partner.ownerId,
  ]);
  expect(tokens).toHaveLength(1);
  expect(first).not.toContain(String(tokens[0]?.['id']));
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
])('$who: the same answer, and nothing is written', async ({ email }) => {
  const address = await email();
  const before = await written();

  expect(await request(address)).toEqual({ data: { requestPasswordReset: true } });

  expect(await written()).toEqual(before);
});

test('what is no address is refused', async () => {
  expect((await request('a@b.co, c@d.co')).errors).toMatchObject([
    { extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'email' }] } },
  ]);
});
