import { v7 as uuid } from 'uuid';
import { describe, expect, test } from 'vitest';
import { ADMIN, signIn, useApi, type Actor, type Answer } from '../../support/api.ts';
import { changeStatus, givenApplication } from '../../support/given/applications.ts';
import { whileHeld } from '../../support/locks.ts';
import { givenPartner, PASSWORD } from '../../support/given/partners.ts';
import { actionsOn, auditOf, givenAdmin, inviteAdmin } from '../../support/given/people.ts';
import { laterOf } from '../../support/given/callers/second-factors.ts';

const api = useApi();

const CHANGE = `mutation ($id: ID!, $roles: [AdminRole!]!, $expectedVersion: Int) {
  changeAdminRoles(id: $id, roles: $roles, expectedVersion: $expectedVersion) { id roles version }
}`;
interface Changed {
  changeAdminRoles: { id: string; roles: string[]; version: number };
}

const change = (
  actor: Actor | undefined,
  id: string,
  roles: string[],
  expectedVersion?: number,
): Promise<Answer<Changed>> => api.ask(actor, CHANGE, { id, roles, expectedVersion });

const codeOf = async (actor: Actor | undefined, query: string) =>
  (await api.ask(actor, query)).errors?.[0]?.extensions.code;

const stored = () =>
  api.rows(`select u.*, (select count(*) from audit_event) as events,
    (select jsonb_agg(s order by id) from user_session s where user_id = u.id) as sessions from user_account u order by id`);

test('new roles apply from the next request on, and the audit log contains them', async () => {
  const admin = await givenAdmin(api, 'PARTNERS');
  const id = await givenApplication(api);
  expect((await changeStatus(api, admin.actor, { id, status: 'REVIEWING' })).errors).toMatchObject([
    { extensions: { code: 'FORBIDDEN' } },
  ]);

  const { data } = await change(api.admin, admin.id, ['REVIEW', 'FINANCE']);

  expect(data?.changeAdminRoles).toMatchObject({ id: admin.id, roles: ['REVIEW', 'FINANCE'] });
  expect(await codeOf(admin.actor, '{ viewer { id } }')).toBe('UNAUTHENTICATED');
  const actor = await signIn(api, { email: admin.email, password: PASSWORD });
  expect((await changeStatus(api, actor, { id, status: 'REVIEWING' })).errors).toBeUndefined();
  expect(await api.ask(actor, '{ viewer { adminRoles } }')).toEqual({
    data: { viewer: { adminRoles: ['REVIEW', 'FINANCE'] } },
  });
  const event = (await auditOf(api, admin.id)).find(({ action }) => action === 'user.role_changed');
  expect(event).toMatchObject({ actor_email: ADMIN.email, target_type: 'User' });
  expect(JSON.parse(String(event?.['changes']))).toEqual({
    adminRoles: { from: ['PARTNERS'], to: ['REVIEW', 'FINANCE'] },
  });
});

test('the same roles in another order change nothing', async () => {
  const admin = await givenAdmin(api, 'REVIEW', 'PARTNERS');
  const before = await stored();

  expect((await change(api.admin, admin.id, ['PARTNERS', 'REVIEW'])).data?.changeAdminRoles.id).toBe(admin.id);

  expect(await stored()).toEqual(before);
});

test('an outdated version is refused', async () => {
  const admin = await givenAdmin(api, 'REVIEW');
  const first = await change(api.admin, admin.id, ['PARTNERS']);
  const version = first.data?.changeAdminRoles.version ?? 0;
  const before = await stored();

  expect((await change(api.admin, admin.id, ['FINANCE'], version - 1)).errors).toMatchObject([
    { extensions: { code: 'CONFLICT', reason: 'STALE_VERSION', version } },
  ]);
  expect(await stored()).toEqual(before);
  expect((await change(api.admin, admin.id, ['FINANCE'], version)).errors).toBeUndefined();
});

test('an invited admin can get other roles', async () => {
  const { data } = await inviteAdmin(api, api.admin, { roles: ['REVIEW'] });
  const id = String(data?.inviteAdmin.id);

  expect((await change(api.admin, id, ['FINANCE'])).data?.changeAdminRoles.roles).toEqual(['FINANCE']);
  expect(await actionsOn(api, id)).toEqual(['user.invited', 'user.role_changed']);
});

test.each([[[]], [['REVIEW', 'REVIEW']]])('roles %j are refused, and nothing changes', async (roles) => {
  const admin = await givenAdmin(api, 'REVIEW');
  const before = await stored();

  expect((await change(api.admin, admin.id, roles)).errors).toMatchObject([
    { extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'roles' }] } },
  ]);
  expect(await stored()).toEqual(before);
});

describe('one admin always has the role ALL', () => {
  test('admins cannot change their own roles', async () => {
    const admin = await givenAdmin(api);
    const before = await stored();

    for (const id of [admin.id, admin.id.toUpperCase()]) {
      expect((await change(admin.actor, id, ['REVIEW'])).errors).toMatchObject([
        { extensions: { code: 'CONFLICT', reason: 'OWN_ACCOUNT' } },
      ]);
    }
    expect(await stored()).toEqual(before);
  });

  test('if two admins demote each other at once, one succeeds', async () => {
    const [one, two] = [await givenAdmin(api), await givenAdmin(api)];

    const held = { sql: `select 1 from user_account where role = 'ADMIN'`, values: [] };
    const answers = await whileHeld(api, held, 2, () =>
      Promise.all([change(one.actor, two.id, ['REVIEW']), change(two.actor, one.id, ['REVIEW'])]),
    );

    expect(answers.filter(({ data }) => data)).toHaveLength(1);
    expect(answers.flatMap(({ errors = [] }) => errors)).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});

describe('an old session', () => {
  test('cannot grant ALL without a confirmation, and nothing changes', async () => {
    const admin = await givenAdmin(api, 'REVIEW');
    const before = await stored();

    expect((await change(laterOf(api, api.admin), admin.id, ['REVIEW', 'ALL'])).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN', reason: 'RECENT_SIGN_IN_REQUIRED' } },
    ]);
    expect(await stored()).toEqual(before);
  });

  test('can grant other roles', async () => {
    const admin = await givenAdmin(api, 'REVIEW');

    expect((await change(laterOf(api, api.admin), admin.id, ['PARTNERS'])).errors).toBeUndefined();
  });
});

test.each(['a partner’s', 'random', 'malformed', 'a deactivated admin’s'])(
  '%s id is not found, and nothing changes',
  async (kind) => {
    const { ownerId } = await givenPartner(api);
    const former = await givenAdmin(api);
    await api.ask(api.admin, 'mutation ($id: ID!) { deactivateAdmin(id: $id) }', { id: former.id });
    const ids = { 'a partner’s': ownerId, random: uuid(), malformed: 'no-uuid', 'a deactivated admin’s': former.id };
    const before = await stored();

    expect((await change(api.admin, ids[kind as keyof typeof ids], ['REVIEW'])).errors).toMatchObject([
      { message: 'Admin not found.', extensions: { code: 'NOT_FOUND' } },
    ]);
    expect(await stored()).toEqual(before);
  },
);

test.each([
  { who: 'anonymous', actor: () => undefined, code: 'UNAUTHENTICATED' },
  { who: 'a partner’s owner', actor: async () => (await givenPartner(api)).actor, code: 'FORBIDDEN' },
  {
    who: 'an admin with all roles but ALL',
    actor: async () => (await givenAdmin(api, 'REVIEW', 'PARTNERS', 'FINANCE')).actor,
    code: 'FORBIDDEN',
  },
])('$who: $code, and nothing changes', async ({ actor, code }) => {
  const { id } = await givenAdmin(api, 'REVIEW');
  const caller = await actor();
  const before = await stored();

  expect((await change(caller, id, ['PARTNERS'])).errors).toMatchObject([{ extensions: { code } }]);
  expect((await inviteAdmin(api, caller, { roles: ['REVIEW'] })).errors).toMatchObject([{ extensions: { code } }]);
  expect(await stored()).toEqual(before);
});
