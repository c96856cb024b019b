import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { ADMIN, postTo, signIn, useApi, type Actor } from '../../support/api.ts';
import { whileHeld } from '../../support/locks.ts';
import { acceptInvitation, givenPartner, mailedToken, PASSWORD } from '../../support/given/partners.ts';
import { actionsOn, givenAdmin, givenMember, inviteAdmin, newEmail } from '../../support/given/people.ts';

const api = useApi();

const list = (actor: Actor | undefined) =>
  api.ask<{
    admins: {
      items: { id: string; email: string; isActive: boolean; joinedAt: string | null }[];
      pageInfo: { totalItems: number };
    };
  }>(
    actor,
    '{ admins(limit: 100) { items { id email name roles isActive joinedAt createdAt } pageInfo { totalItems } } }',
  );
const deactivate = (actor: Actor | undefined, id: string) =>
  api.ask(actor, 'mutation ($id: ID!) { deactivateAdmin(id: $id) }', { id });
const RESEND = 'mutation ($id: ID!) { resendAdminInvitation(id: $id) }';
const resend = (actor: Actor | undefined, id: string) => api.ask(actor, RESEND, { id });
const codeOf = async (actor: Actor) => (await api.ask(actor, '{ viewer { id } }')).errors?.[0]?.extensions.code;

const stored = () =>
  api.rows(`select u.*, (select count(*) from audit_event) as events, (select count(*) from email_message) as mails,
    (select jsonb_agg(t) from user_token t where user_id = u.id) as tokens from user_account u order by id`);

test('invites an admin with full access, and lists the team, oldest first', async () => {
  const email = newEmail();
  const { data } = await inviteAdmin(api, api.admin, { email });
  const id = String(data?.inviteAdmin.id);

  expect(data?.inviteAdmin).toEqual({ id, email, name: 'Ann Admin', roles: ['ALL'], isActive: true, joinedAt: null });
  const [mail] = await api.rows('select data from email_message where recipient = $1', [email]);
  expect(mail).toMatchObject({ data: { companyName: 'ReachGenie' } });
  const { actor } = await acceptInvitation(api, email);
  expect((await api.ask(actor, '{ partnerAccounts { items { id } } }')).errors).toBeUndefined();
  const answer = await list(actor);
  expect(answer.data?.admins.items[0]).toMatchObject({
    email: ADMIN.email,
    isActive: true,
    joinedAt: expect.any(String),
  });
  expect(answer.data?.admins.items.at(-1)).toMatchObject({ id, email, joinedAt: expect.any(String) });
  expect(await actionsOn(api, id)).toEqual(['user.invited', 'user.joined']);
});

test('invites an admin with some roles, who cannot do more', async () => {
  const { data } = await inviteAdmin(api, api.admin, { roles: ['PARTNERS', 'FINANCE'] });
  const { id, email } = data?.inviteAdmin ?? expect.fail('not invited');

  expect(data?.inviteAdmin.roles).toEqual(['PARTNERS', 'FINANCE']);
  const { actor } = await acceptInvitation(api, email);
  expect((await list(actor)).data?.admins.items.at(-1)).toMatchObject({ id, roles: ['PARTNERS', 'FINANCE'] });
  expect((await inviteAdmin(api, actor)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

test.each([[[]], [['REVIEW', 'REVIEW']]])('roles %j are refused, and nothing changes', async (roles) => {
  const before = await stored();

  expect((await inviteAdmin(api, api.admin, { roles })).errors).toMatchObject([
    { extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'roles' }] } },
  ]);
  expect(await stored()).toEqual(before);
});

test('does not list partners’ users', async () => {
  const partner = await givenPartner(api);

  const { data } = await list(api.admin);

  expect(data?.admins.items.map(({ id }) => id)).not.toContain(partner.ownerId);
  expect(data?.admins.pageInfo.totalItems).toBe(data?.admins.items.length);
});

test.each([
  { whose: 'an admin’s', email: () => ADMIN.email },
  { whose: 'a partner’s', email: async () => (await givenPartner(api)).email },
])('$whose address: CONFLICT, and nothing changes', async ({ email }) => {
  const address = await email();
  const before = await stored();

  expect((await inviteAdmin(api, api.admin, { email: address })).errors).toMatchObject([
    { extensions: { code: 'CONFLICT', reason: 'EMAIL_IN_USE' } },
  ]);
  expect(await stored()).toEqual(before);
});

test('deactivation ends the sessions at the next request, frees the address, and is audited', async () => {
  const other = await givenAdmin(api);

  expect(await deactivate(api.admin, other.id)).toEqual({ data: { deactivateAdmin: true } });

  expect(await codeOf(other.actor)).toBe('UNAUTHENTICATED');
  await expect(signIn(api, { email: other.email, password: PASSWORD })).rejects.toThrow('UNAUTHENTICATED');
  expect(await actionsOn(api, other.id)).toEqual(['user.invited', 'user.joined', 'user.removed']);
  expect((await list(api.admin)).data?.admins.items.find(({ id }) => id === other.id)).toMatchObject({
    isActive: false,
  });
  expect((await inviteAdmin(api, api.admin, { email: other.email })).data?.inviteAdmin.id).not.toBe(other.id);
});

test('admins cannot deactivate themselves, so that one always remains', async () => {
  const self = (await list(api.admin)).data?.admins.items.find(({ email }) => email === ADMIN.email);
  const before = await stored();

  expect((await deactivate(api.admin, String(self?.id))).errors).toMatchObject([
    { extensions: { code: 'CONFLICT', reason: 'OWN_ACCOUNT' } },
  ]);
  expect(await stored()).toEqual(before);
});

test('if two admins deactivate each other at once, one stays', async () => {
  const [one, two] = [await givenAdmin(api), await givenAdmin(api)];

  const held = { sql: `select 1 from user_account where role = 'ADMIN'`, values: [] };
  const answers = await whileHeld(api, held, 2, () =>
    Promise.all([deactivate(one.actor, two.id), deactivate(two.actor, one.id)]),
  );

  expect(answers.filter(({ data }) => data)).toHaveLength(1);
  expect(answers.flatMap(({ errors = [] }) => errors)).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
});

test('if one admin deactivates another who demotes them at once, one succeeds', async () => {
  const [one, two] = [await givenAdmin(api), await givenAdmin(api)];
  const demote = 'mutation ($id: ID!) { changeAdminRoles(id: $id, roles: [REVIEW]) { id } }';

  const held = { sql: `select 1 from user_account where role = 'ADMIN'`, values: [] };
  const answers = await whileHeld(api, held, 2, () =>
    Promise.all([deactivate(one.actor, two.id), api.ask(two.actor, demote, { id: one.id })]),
  );

  expect(answers.filter(({ data }) => data)).toHaveLength(1);
});

test('a resend replaces the link, but only for an admin who has not joined', async () => {
  const { data } = await inviteAdmin(api, api.admin);
  const { id, email } = data?.inviteAdmin ?? expect.fail('not invited');
  const first = await mailedToken(api, email, 'user.invited');

  expect(await resend(api.admin, id)).toEqual({ data: { resendAdminInvitation: true } });

  expect(await mailedToken(api, email, 'user.invited')).not.toBe(first);
  await acceptInvitation(api, email);
  expect((await resend(api.admin, id)).errors).toMatchObject([{ extensions: { reason: 'INVITATION_ACCEPTED' } }]);
  expect(await actionsOn(api, id)).toEqual(['user.invited', 'user.invitation_resent', 'user.joined']);
});

test('the invitation and each resend count for the mailbox', async () => {
  const limited = await api.startAnother({ RATE_LIMIT_RECIPIENT: '2/hour' });
  try {
    const headers = { authorization: `Bearer ${api.admin.accessToken}` };
    const ask = async (query: string, variables: object) =>
      (await postTo(limited.url ?? '', { query, variables }, headers)).status;
    const email = newEmail();

    const invite = 'mutation ($email: String!) { inviteAdmin(email: $email, name: "X") { id } }';
    expect(await ask(invite, { email })).toBe(200);
    const [admin] = await api.rows('select id from user_account where email = $1', [email]);
    expect(await ask(RESEND, { id: admin?.['id'] })).toBe(200);
    const before = await stored();
    expect(await ask(RESEND, { id: admin?.['id'] })).toBe(429);
    expect(await stored()).toEqual(before);
  } finally {
    await limited.stop();
  }
});

test.each(['a partner’s', 'random', 'malformed'])('%s id is not found, and nothing changes', async (kind) => {
  const { ownerId } = await givenPartner(api);
  const id = { 'a partner’s': ownerId, random: uuid(), malformed: 'no-uuid' }[kind] ?? '';
  const before = await stored();

  for (const { errors } of [await deactivate(api.admin, id), await resend(api.admin, id)]) {
    expect(errors).toMatchObject([{ message: 'Admin not found.', extensions: { code: 'NOT_FOUND' } }]);
  }
  expect(await stored()).toEqual(before);
});

test.each([
  { who: 'anonymous', actor: () => undefined, code: 'UNAUTHENTICATED' },
  { who: 'a partner’s owner', actor: async () => (await givenPartner(api)).actor, code: 'FORBIDDEN' },
  {
    who: 'a partner’s member',
    actor: async () => (await givenMember(api, await givenPartner(api))).actor,
    code: 'FORBIDDEN',
  },
  {
    who: 'an admin without ALL',
    actor: async () => (await givenAdmin(api, 'REVIEW', 'PARTNERS', 'FINANCE')).actor,
    code: 'FORBIDDEN',
    mayList: true,
  },
])('$who: $code, and nothing changes', async ({ actor, code, mayList = false }) => {
  const { id } = await givenAdmin(api);
  const caller = await actor();
  const before = await stored();

  const answers = [
    ...(mayList ? [] : [await list(caller)]),
    await inviteAdmin(api, caller),
    await resend(caller, id),
    await deactivate(caller, id),
  ];
  for (const { errors } of answers) expect(errors).toMatchObject([{ extensions: { code } }]);
  expect(await stored()).toEqual(before);
});
