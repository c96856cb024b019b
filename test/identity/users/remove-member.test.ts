import { v7 as uuid } from 'uuid';
import { beforeEach, expect, test } from 'vitest';
import { signIn, useApi, type Actor } from '../../support/api.ts';
import { whileHeld } from '../../support/locks.ts';
import { givenPartner, mailedToken, PASSWORD, type Partner } from '../../support/given/partners.ts';
import { actionsOn, auditOf, givenInvitedMember, givenMember, type Person } from '../../support/given/people.ts';
import { givenFactor, startFactor } from '../../support/given/callers/second-factors.ts';

const api = useApi();
let partner: Partner;

beforeEach(async () => {
  partner = await givenPartner(api);
});

const remove = (actor: Actor | undefined, id: string) =>
  api.ask(actor, 'mutation ($id: ID!) { removeMember(id: $id) }', { id });

const changeRole = (actor: Actor | undefined, id: string, role: string) =>
  api.ask<{ changeMemberRole: { partnerRole: string } }>(
    actor,
    'mutation ($id: ID!, $role: PartnerRole!) { changeMemberRole(id: $id, role: $role) { id partnerRole } }',
    { id, role },
  );

const stored = () =>
  api.rows(
    `select u.*, (select count(*) from audit_event) as events, (select count(*) from user_token where user_id = u.id) as tokens,
       (select jsonb_agg(s order by id) from user_session s where user_id = u.id) as sessions
     from user_account u order by id`,
  );

const codeOf = async (actor: Actor) => (await api.ask(actor, '{ viewer { id } }')).errors?.[0]?.extensions.code;
const owners = async () =>
  (
    await api.rows(`select id from user_account where reseller_id = $1 and partner_role = 'OWNER' and is_active`, [
      partner.resellerId,
    ])
  ).length;

test('ends the sessions at the next request, and is audited', async () => {
  const member = await givenMember(api, partner);

  expect(await remove(partner.actor, member.id)).toEqual({ data: { removeMember: true } });

  expect(await codeOf(member.actor)).toBe('UNAUTHENTICATED');
  await expect(signIn(api, { email: member.email, password: PASSWORD })).rejects.toThrow('UNAUTHENTICATED');
  const events = await auditOf(api, member.id);
  expect(events.at(-1)).toMatchObject({
    action: 'user.removed',
    actor_email: partner.email,
    reseller_id: partner.resellerId,
  });
  expect(JSON.parse(String(events.at(-1)?.['changes']))).toEqual({ isActive: { from: true, to: false } });
  expect((await remove(partner.actor, member.id)).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
});

test('ends every session and link in the database too', async () => {
  const member = await givenMember(api, partner);
  await api.rows(
    `insert into user_token (id, user_id, purpose, created_at, expires_at)
     values (gen_random_uuid(), $1, 'PASSWORD_RESET', now(), now() + interval '1 hour')`,
    [member.id],
  );
  const waysIn = () =>
    api.rows(
      `select id from user_session where user_id = $1 and revoked_at is null
       union all select id from user_token where user_id = $1`,
      [member.id],
    );
  expect(await waysIn()).toHaveLength(2);

  expect(await remove(partner.actor, member.id)).toEqual({ data: { removeMember: true } });

  expect(await waysIn()).toEqual([]);
});

test.each([
  { what: 'a second factor and its recovery codes', given: (actor: Actor) => givenFactor(api, actor) },
  { what: 'an unconfirmed second factor', given: (actor: Actor) => startFactor(api, actor) },
])('deletes the secret: $what', async ({ given }) => {
  const member = await givenMember(api, partner);
  const colleague = await givenMember(api, partner);
  await givenFactor(api, colleague.actor);
  await given(member.actor);
  const secretsOf = ({ id }: Person) =>
    api.rows(
      'select 1 from second_factor where user_id = $1 union all select 1 from recovery_code where user_id = $1',
      [id],
    );
  const before = await secretsOf(colleague);
  expect(await secretsOf(member)).not.toEqual([]);

  expect(await remove(partner.actor, member.id)).toEqual({ data: { removeMember: true } });

  expect(await secretsOf(member)).toEqual([]);
  expect(await secretsOf(colleague)).toEqual(before);
});

test('ends an invitation', async () => {
  const { id, email } = await givenInvitedMember(api, partner);
  const token = await mailedToken(api, email, 'user.invited');

  await remove(partner.actor, id);

  const query =
    'mutation ($token: String!) { acceptInvitation(token: $token, name: "X", password: "long enough it is") { accessToken } }';
  expect((await api.ask(undefined, query, { token })).errors).toMatchObject([
    { extensions: { code: 'BAD_USER_INPUT' } },
  ]);
});

test('an owner can leave if there is another who has joined', async () => {
  const other = await givenMember(api, partner, 'OWNER');

  expect(await remove(partner.actor, partner.ownerId)).toEqual({ data: { removeMember: true } });

  expect(await codeOf(partner.actor)).toBe('UNAUTHENTICATED');
  expect(await codeOf(other.actor)).toBeUndefined();
});

test.each([
  { what: 'remove', leave: () => remove(partner.actor, partner.ownerId) },
  { what: 'demote', leave: () => changeRole(partner.actor, partner.ownerId, 'MEMBER') },
])('the last owner cannot $what themselves, even with an invited owner', async ({ leave }) => {
  await givenMember(api, partner);
  await givenInvitedMember(api, partner, 'OWNER');
  const before = await stored();

  expect((await leave()).errors).toMatchObject([{ extensions: { code: 'CONFLICT', reason: 'LAST_OWNER' } }]);
  expect(await stored()).toEqual(before);
});

test.each([
  { what: 'remove', leave: (actor: Actor, id: string) => remove(actor, id) },
  { what: 'demote', leave: (actor: Actor, id: string) => changeRole(actor, id, 'MEMBER') },
])('if two owners $what themselves at once, one stays', async ({ leave }) => {
  const other = await givenMember(api, partner, 'OWNER');

  const held = { sql: 'select 1 from user_account where reseller_id = $1', values: [partner.resellerId] };
  const answers = await whileHeld(api, held, 2, () =>
    Promise.all([leave(partner.actor, partner.ownerId), leave(other.actor, other.id)]),
  );

  expect(answers.filter(({ data }) => data)).toHaveLength(1);
  expect(answers.flatMap(({ errors = [] }) => errors)).toMatchObject([{ extensions: { reason: 'LAST_OWNER' } }]);
  expect(await owners()).toBe(1);
});

test('if two owners remove each other at once, one stays', async () => {
  const other = await givenMember(api, partner, 'OWNER');

  const held = { sql: 'select 1 from user_account where reseller_id = $1', values: [partner.resellerId] };
  const answers = await whileHeld(api, held, 2, () =>
    Promise.all([remove(partner.actor, other.id), remove(other.actor, partner.ownerId)]),
  );

  expect(answers.filter(({ data }) => data)).toHaveLength(1);
  expect(answers.flatMap(({ errors = [] }) => errors)).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  expect(await owners()).toBe(1);
});

test('a new role applies from the next request on, and is audited', async () => {
  const member = await givenMember(api, partner);
  expect((await changeRole(partner.actor, member.id, 'OWNER')).data?.changeMemberRole.partnerRole).toBe('OWNER');

  expect(await codeOf(member.actor)).toBe('UNAUTHENTICATED');
  const { accessToken } = await signIn(api, { email: member.email, password: PASSWORD });
  expect((await api.ask({ accessToken }, '{ members { items { id } } }')).errors).toBeUndefined();

  await changeRole(partner.actor, member.id, 'MEMBER');
  expect(await codeOf({ accessToken })).toBe('UNAUTHENTICATED');
  const again = await signIn(api, { email: member.email, password: PASSWORD });
  expect((await api.ask(again, '{ members { items { id } } }')).errors).toMatchObject([
    { extensions: { code: 'FORBIDDEN' } },
  ]);
  expect(await actionsOn(api, member.id)).toEqual([
    'user.invited',
    'user.joined',
    'user.role_changed',
    'user.role_changed',
  ]);
});

test('the same role changes nothing', async () => {
  const member = await givenMember(api, partner);
  const before = await stored();

  expect((await changeRole(partner.actor, member.id, 'MEMBER')).data?.changeMemberRole.partnerRole).toBe('MEMBER');
  expect(await stored()).toEqual(before);
});

test.each(['foreign', 'random', 'malformed'])('a %s id is not found, and nothing changes', async (kind) => {
  const foreign = await givenMember(api, await givenPartner(api));
  const id = { foreign: foreign.id, random: uuid(), malformed: 'no-uuid' }[kind] ?? '';
  const before = await stored();

  for (const { data, errors } of [await remove(partner.actor, id), await changeRole(partner.actor, id, 'OWNER')]) {
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ message: 'Member not found.', extensions: { code: 'NOT_FOUND' } }]);
  }
  expect(await stored()).toEqual(before);
});

test.each([
  { who: 'anonymous', actor: () => undefined, code: 'UNAUTHENTICATED' },
  { who: 'an admin', actor: () => api.admin, code: 'FORBIDDEN' },
  {
    who: 'a member who is not an owner',
    actor: async () => (await givenMember(api, partner)).actor,
    code: 'FORBIDDEN',
  },
])('$who: $code, and nothing changes', async ({ actor, code }) => {
  const { id } = await givenMember(api, partner);
  const caller = await actor();
  const before = await stored();

  expect((await remove(caller, id)).errors).toMatchObject([{ extensions: { code } }]);
  expect((await changeRole(caller, id, 'OWNER')).errors).toMatchObject([{ extensions: { code } }]);
  expect(await stored()).toEqual(before);
});
