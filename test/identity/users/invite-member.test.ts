import { beforeAll, expect, test } from 'vitest';
import { ADMIN, postTo, signIn, useApi } from '../../support/api.ts';
import { givenKey } from '../../support/given/api-keys.ts';
import { acceptInvitation, givenPartner, mailedToken, PASSWORD, type Partner } from '../../support/given/partners.ts';
import {
  actionsOn,
  auditOf,
  givenInvitedMember,
  givenMember,
  inviteMember,
  newEmail,
} from '../../support/given/people.ts';

const api = useApi();
let partner: Partner;
let other: Partner;

beforeAll(async () => {
  partner = await givenPartner(api);
  other = await givenPartner(api);
});

const stored = () =>
  api.rows(`select (select count(*) from user_account) as users, (select count(*) from user_token) as tokens,
  (select count(*) from email_message) as mails, (select count(*) from audit_event) as events`);

const resend = (actor = partner.actor, id: string) =>
  api.ask(actor, 'mutation ($id: ID!) { resendMemberInvitation(id: $id) }', { id });

test('invites by email and audits it; the invited user joins the same partner', async () => {
  const email = newEmail();

  const { data } = await inviteMember(api, partner.actor, { email: `  ${email.toUpperCase()}`, name: ' Max Member ' });

  const invited = { email, name: 'Max Member', partnerRole: 'MEMBER', isActive: true, joinedAt: null };
  expect(data?.inviteMember).toEqual({ id: expect.any(String), ...invited });
  const [mail] = await api.rows('select * from email_message where recipient = $1', [email]);
  expect(mail).toMatchObject({
    template: 'user.invited',
    data: { name: 'Max Member', companyName: 'Bright Solutions' },
  });
  expect(await auditOf(api, String(data?.inviteMember.id))).toMatchObject([
    {
      action: 'user.invited',
      reseller_id: partner.resellerId,
      actor_email: partner.email,
      credential: expect.stringContaining('session:'),
    },
  ]);
  const { actor, resellerId } = await acceptInvitation(api, email);
  expect(resellerId).toBe(partner.resellerId);
  expect(await api.ask(actor, '{ viewer { role partnerRole } clientAccounts { items { id } } }')).toEqual({
    data: { viewer: { role: 'PARTNER', partnerRole: 'MEMBER' }, clientAccounts: { items: [] } },
  });
});

test('an invited owner can do everything that owners can', async () => {
  const { actor } = await givenMember(api, partner, 'OWNER');

  expect((await inviteMember(api, actor)).data).toBeTruthy();
});

test.each([
  { whose: 'one’s own', email: () => partner.email },
  { whose: 'that of a user of another partner', email: () => other.email },
  { whose: 'an invited person’s', email: async () => (await givenInvitedMember(api, other)).email },
  { whose: 'an admin’s', email: () => ADMIN.email },
])('$whose address: CONFLICT with the same answer, and nothing changes', async ({ email }) => {
  const address = await email();
  const before = await stored();

  const { errors } = await inviteMember(api, partner.actor, { email: address });

  expect(errors).toMatchObject([
    {
      message: 'This email address already belongs to an account. Use a different one.',
      extensions: { code: 'CONFLICT', reason: 'EMAIL_IN_USE' },
    },
  ]);
  expect(await stored()).toEqual(before);
});

test('one of several concurrent invitations of an address succeeds', async () => {
  const email = newEmail();

  const answers = await Promise.all(
    [partner, other, partner, other].map(({ actor }) => inviteMember(api, actor, { email })),
  );

  expect(answers.filter(({ data }) => data)).toHaveLength(1);
  const reasons = answers.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions.reason));
  expect(reasons).toEqual(['EMAIL_IN_USE', 'EMAIL_IN_USE', 'EMAIL_IN_USE']);
});

test('the address of a removed user is free again, here and elsewhere', async () => {
  const first = await givenMember(api, partner);
  await api.ask(partner.actor, 'mutation ($id: ID!) { removeMember(id: $id) }', { id: first.id });

  const { data } = await inviteMember(api, other.actor, { email: first.email });

  expect(data?.inviteMember.id).not.toBe(first.id);
  const { actor, resellerId } = await acceptInvitation(api, first.email);
  expect(resellerId).toBe(other.resellerId);
  expect(await api.ask(actor, '{ viewer { id } }')).toEqual({ data: { viewer: { id: data?.inviteMember.id } } });
  await expect(signIn(api, { email: first.email, password: PASSWORD })).resolves.toBeDefined();
  expect((await api.ask(first.actor, '{ viewer { id } }')).errors).toMatchObject([
    { extensions: { code: 'UNAUTHENTICATED' } },
  ]);
});

test.each([
  { path: 'email', input: { email: 'a@b.co, c@d.co' } },
  { path: 'email', input: { email: '"Max" <max@b.co>' } },
  { path: 'name', input: { name: '  ' } },
])('a wrong $path is refused at its field, and nothing changes', async ({ path, input }) => {
  const before = await stored();

  expect((await inviteMember(api, partner.actor, input)).errors).toMatchObject([
    { extensions: { fields: [{ path }] } },
  ]);
  expect(await stored()).toEqual(before);
});

test('a resend emails another link, and is audited', async () => {
  const { id, email } = await givenInvitedMember(api, partner);
  const first = await mailedToken(api, email, 'user.invited');

  expect(await resend(partner.actor, id)).toEqual({ data: { resendMemberInvitation: true } });

  expect(await mailedToken(api, email, 'user.invited')).not.toBe(first);
  expect(await api.rows('select id from user_token where user_id = $1', [id])).toHaveLength(2);
  await expect(acceptInvitation(api, email)).resolves.toBeDefined();
  expect(await actionsOn(api, id)).toEqual(['user.invited', 'user.invitation_resent', 'user.joined']);
});

test('a resend to a user who has joined is refused', async () => {
  const { id } = await givenMember(api, partner);
  const before = await stored();

  expect((await resend(partner.actor, id)).errors).toMatchObject([
    { extensions: { code: 'CONFLICT', reason: 'INVITATION_ACCEPTED' } },
  ]);
  expect(await stored()).toEqual(before);
});

test.each(['foreign', 'an admin’s', 'malformed'])('a %s id is not found, and nothing changes', async (kind) => {
  const foreign = await givenInvitedMember(api, other);
  const [admin] = await api.rows('select id from user_account where email = $1', [ADMIN.email]);
  const before = await stored();

  const id = { foreign: foreign.id, 'an admin’s': String(admin?.['id']), malformed: 'no-uuid' }[kind] ?? '';
  expect((await resend(partner.actor, id)).errors).toMatchObject([
    { message: 'Member not found.', extensions: { code: 'NOT_FOUND' } },
  ]);
  expect(await stored()).toEqual(before);
});

test('A14: no combination of invitations can flood a stranger’s mailbox', async () => {
  const limited = await api.startAnother({ RATE_LIMIT_RECIPIENT: '3/hour' });
  try {
    const headers = { authorization: `Bearer ${partner.actor.accessToken}` };
    const ask = async (query: string, variables: object) =>
      (await postTo(limited.url ?? '', { query, variables }, headers)).status;
    const invite = (email: string) =>
      ask('mutation ($email: String!) { inviteMember(email: $email, name: "X") { id } }', { email });
    const again = (id: string) => ask('mutation ($id: ID!) { resendMemberInvitation(id: $id) }', { id });
    const email = newEmail();

    expect(await invite(email)).toBe(200);
    const [user] = await api.rows('select id from user_account where email = $1', [email]);
    const id = String(user?.['id']);
    // Two spellings of one user.
    expect([await again(id), await again(id.toUpperCase())]).toEqual([200, 200]);
    const before = await stored();
    expect([await again(id), await again(id.toUpperCase())]).toEqual([429, 429]);
    expect(await stored()).toEqual(before);
  } finally {
    await limited.stop();
  }
});

test.each([
  { who: 'anonymous', actor: () => undefined, code: 'UNAUTHENTICATED' },
  { who: 'an admin', actor: () => api.admin, code: 'FORBIDDEN' },
  {
    who: 'a member who is not an owner',
    actor: async () => (await givenMember(api, partner)).actor,
    code: 'FORBIDDEN',
  },
  { who: 'an API key of an owner', actor: () => givenKey(api, partner.actor), code: 'FORBIDDEN' },
])('$who: $code, and nothing changes', async ({ actor, code }) => {
  const caller = await actor();
  const { id } = await givenInvitedMember(api, partner);
  const before = await stored();

  expect((await inviteMember(api, caller)).errors).toMatchObject([{ extensions: { code } }]);
  const answer = await api.ask(caller, 'mutation ($id: ID!) { resendMemberInvitation(id: $id) }', { id });
  expect(answer.errors).toMatchObject([{ extensions: { code } }]);
  expect(await stored()).toEqual(before);
});

test('an account has at most 200 active members, and nothing changes for one more', async () => {
  const full = await givenPartner(api);
  await api.rows(
    `insert into user_account
     select (jsonb_populate_record(u, jsonb_build_object('id', gen_random_uuid(), 'email', 'full-' || n || '@people.example',
       'mailbox', null, 'is_active', n < 200))).*
     from user_account u, generate_series(2, 200) n where u.id = $1`,
    [full.ownerId],
  );

  expect((await inviteMember(api, full.actor)).errors).toBeUndefined();

  const before = await stored();
  expect((await inviteMember(api, full.actor)).errors).toMatchObject([
    { extensions: { code: 'CONFLICT', reason: 'TOO_MANY_MEMBERS' } },
  ]);
  expect(await stored()).toEqual(before);
});
