import { expect, test } from 'vitest';
import { ADMIN, useApi } from '../../support/api.ts';
import { counts, submit, validInput } from '../../support/given/applications.ts';
import { givenPartner } from '../../support/given/partners.ts';
import { inviteAdmin, inviteMember, newEmail, type MemberAnswer } from '../../support/given/people.ts';

/* Rows A13 and A14 of the attacks to withstand: strangers get few emails. */

const api = useApi({ RATE_LIMIT_INVITATIONS: '6/day', RATE_LIMIT_INVITED: '2/day', RATE_LIMIT_RECIPIENT: '3/hour' });

const REMOVE = 'mutation ($id: ID!) { removeMember(id: $id) }';
const RESEND = 'mutation ($id: ID!) { resendMemberInvitation(id: $id) }';
const mails = async (recipient = '%') =>
  (await api.rows(`select 1 from email_message where recipient like $1`, [recipient])).length;

test('A14: an owner who invites and removes strangers in a loop soon reaches the limit', async () => {
  const { actor } = await givenPartner(api);
  const before = await mails();

  const codes: (string | undefined)[] = [];
  for (let index = 0; index < 10; index++) {
    const { data, errors } = await inviteMember(api, actor);
    codes.push(errors?.[0]?.extensions.code);
    if (data) await api.ask(actor, REMOVE, { id: data.inviteMember.id });
  }

  expect(codes).toEqual([...Array(6).fill(undefined), ...Array(4).fill('RATE_LIMITED')]);
  expect(await mails()).toBe(before + 6);
});

test('A14: a refused invitation creates no member', async () => {
  const { actor, resellerId } = await givenPartner(api);
  for (let index = 0; index < 6; index++) await inviteMember(api, actor);
  const members = () => api.rows('select id from user_account where reseller_id = $1', [resellerId]);
  const before = [await members(), await counts(api)];

  const { errors } = await inviteMember(api, actor);

  expect(errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) } }]);
  expect([await members(), await counts(api)]).toEqual(before);
});

test('A14: sending again counts too', async () => {
  const { actor } = await givenPartner(api);
  const invited: MemberAnswer[] = [];
  for (let index = 0; index < 4; index++) {
    const { data } = await inviteMember(api, actor);
    if (data) invited.push(data.inviteMember);
  }

  const codes: (string | undefined)[] = [];
  for (const { id } of invited) codes.push((await api.ask(actor, RESEND, { id })).errors?.[0]?.extensions.code);

  expect(codes).toEqual([undefined, undefined, 'RATE_LIMITED', 'RATE_LIMITED']);
});

test('A12: an owner can test only few addresses by inviting them', async () => {
  const { actor } = await givenPartner(api);

  const codes: (string | undefined)[] = [];
  for (let index = 0; index < 8; index++) {
    codes.push((await inviteMember(api, actor, { email: ADMIN.email })).errors?.[0]?.extensions.code);
  }

  expect(codes).toEqual([...Array(6).fill('CONFLICT'), 'RATE_LIMITED', 'RATE_LIMITED']);
});

test('A14: one mailbox gets few invitations, from any number of accounts', async () => {
  const email = newEmail();
  const codes: (string | undefined)[] = [];
  for (let index = 0; index < 3; index++) {
    const { actor } = await givenPartner(api);
    const { data, errors } = await inviteMember(api, actor, { email });
    codes.push(errors?.[0]?.extensions.code);
    if (data) await api.ask(actor, REMOVE, { id: data.inviteMember.id });
  }

  expect(codes).toEqual([undefined, undefined, 'RATE_LIMITED']);
  expect(await mails(email)).toBe(2);
});

test('A13: a submission repeated with its key sends no email, and does not count for a mailbox', async () => {
  const input = validInput({ contactEmail: newEmail() });
  const key = 'the one that was lost';
  const first = await submit(api, input, key);
  const before = await counts(api);

  for (let index = 0; index < 10; index++) expect(await submit(api, input, key)).toEqual(first);

  expect(await counts(api)).toEqual(before);
  const codes: (string | undefined)[] = [];
  for (let index = 0; index < 3; index++) {
    const { errors } = await submit(api, input, `another ${index}`);
    codes.push(errors?.[0]?.extensions.code);
  }
  expect(codes).toEqual([undefined, undefined, 'RATE_LIMITED']);
});

test('A13: a refused submission does not count for a mailbox', async () => {
  const contactEmail = newEmail();
  for (let index = 0; index < 10; index++) await submit(api, validInput({ contactEmail, companyName: ' ' }));
  const { actor } = await givenPartner(api);
  const taken = await inviteMember(api, actor);
  for (let index = 0; index < 10; index++) {
    await inviteAdmin(api, api.admin, { email: taken.data?.inviteMember.email ?? '' });
  }

  expect((await submit(api, validInput({ contactEmail }))).errors).toBeUndefined();
  expect((await inviteAdmin(api, api.admin)).errors).toBeUndefined();
});
