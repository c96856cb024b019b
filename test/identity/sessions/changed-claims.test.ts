import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { useApi, type Actor, type GraphQLProblem } from '../../support/api.ts';
import { givenKey } from '../../support/given/api-keys.ts';
import { counts, givenClient } from '../../support/given/client-accounts.ts';
import { whileHeld } from '../../support/locks.ts';
import { givenPartner, PASSWORD, type Partner } from '../../support/given/partners.ts';
import { givenAdmin } from '../../support/given/people.ts';

const api = useApi();
let partner: Partner;
let other: Partner;

beforeAll(async () => {
  // A person can do the same by hand in the database.
  await api.rows('alter table partner_account disable trigger audited');
});

beforeEach(async () => {
  partner = await givenPartner(api);
  other = await givenPartner(api);
  await givenClient(api, other.actor);
});

/** Signs in, and keeps the cookie. */
async function enter(email: string) {
  const query = `mutation { signIn(email: "${email}", password: "${PASSWORD}") { accessToken } }`;
  const response = await api.post({ query });
  const { data } = (await response.json()) as { data: { signIn: Actor } };
  return { actor: data.signIn, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' };
}

/** Undefined if the session cannot be refreshed. */
async function refresh(cookie: string): Promise<Actor | undefined> {
  const response = await api.post({ query: 'mutation { refreshSession { accessToken } }' }, { cookie });
  const { data } = (await response.json()) as { data?: { refreshSession: Actor } | null };
  return data?.refreshSession;
}

const codeOf = async (actor: Actor | undefined, query: string) =>
  (await api.ask(actor, query)).errors?.map((problem: GraphQLProblem) => problem.extensions.code);

const APPLICATIONS = '{ partnerApplications { items { id } } }';
const CLIENTS = '{ clientAccounts { items { id } } }';
const CREATE = `mutation { createClientAccount(input: {
  companyName: "X", contactName: "X", contactEmail: "x@x.example", subscriptionTier: "X" }) { id } }`;
const VIEWER = '{ viewer { role partnerAccount { id } } }';

const toPartner = (id: string, resellerId: string) =>
  api.rows(
    `update user_account set role = 'PARTNER', admin_roles = null, partner_role = 'OWNER', reseller_id = $2 where id = $1`,
    [id, resellerId],
  );
const toAdmin = (id: string) =>
  api.rows(
    `update user_account set role = 'ADMIN', admin_roles = '{ALL}', partner_role = null, reseller_id = null where id = $1`,
    [id],
  );

describe('a user changed in the database is refused at the next request, and a refresh returns the new claims', () => {
  test('an admin becomes a partner’s user', async () => {
    const admin = await givenAdmin(api);
    const { actor, cookie } = await enter(admin.email);
    const before = await counts(api);

    await toPartner(admin.id, partner.resellerId);

    for (const query of [APPLICATIONS, VIEWER, `mutation { resendEmail(id: "${admin.id}") { id } }`]) {
      expect(await codeOf(actor, query)).toEqual(['UNAUTHENTICATED']);
    }
    expect(await counts(api)).toEqual(before);
    const refreshed = await refresh(cookie);
    expect(await codeOf(refreshed, APPLICATIONS)).toEqual(['FORBIDDEN']);
    expect(await api.ask(refreshed, VIEWER)).toEqual({
      data: { viewer: { role: 'PARTNER', partnerAccount: { id: partner.resellerId } } },
    });
  });

  test('a partner’s user becomes an admin', async () => {
    const { actor, cookie } = await enter(partner.email);
    const before = await counts(api);

    await toAdmin(partner.ownerId);

    for (const query of [CLIENTS, VIEWER, CREATE]) expect(await codeOf(actor, query)).toEqual(['UNAUTHENTICATED']);
    expect(await counts(api)).toEqual(before);
    const refreshed = await refresh(cookie);
    expect(await codeOf(refreshed, CLIENTS)).toEqual(['FORBIDDEN']);
    expect(await api.ask(refreshed, VIEWER)).toEqual({ data: { viewer: { role: 'ADMIN', partnerAccount: null } } });
  });

  test('an admin gets other roles', async () => {
    const admin = await givenAdmin(api);
    const { actor, cookie } = await enter(admin.email);
    const deed = `mutation { addPartnerApplicationNote(id: "${admin.id}", note: "X") { id } }`;

    await api.rows(`update user_account set admin_roles = '{FINANCE}' where id = $1`, [admin.id]);

    for (const query of [APPLICATIONS, deed]) expect(await codeOf(actor, query)).toEqual(['UNAUTHENTICATED']);
    const refreshed = await refresh(cookie);
    expect(await codeOf(refreshed, APPLICATIONS)).toBeUndefined();
    expect(await codeOf(refreshed, deed)).toEqual(['FORBIDDEN']);
  });

  test('a user moves to another partner', async () => {
    const { actor, cookie } = await enter(partner.email);
    const before = await counts(api);

    await toPartner(partner.ownerId, other.resellerId);

    for (const query of [CLIENTS, VIEWER, CREATE]) expect(await codeOf(actor, query)).toEqual(['UNAUTHENTICATED']);
    expect(await counts(api)).toEqual(before);
    expect(await api.ask(await refresh(cookie), VIEWER)).toEqual({
      data: { viewer: { role: 'PARTNER', partnerAccount: { id: other.resellerId } } },
    });
  });

  test.each([
    ['a member now', `update user_account set partner_role = 'MEMBER' where id = $1`, '{ members { items { id } } }'],
    ['without clients to change now', `update user_account set partner_role = 'READ_ONLY' where id = $1`, CREATE],
    ['of another name', `update user_account set name = 'Olga' where id = $1`, VIEWER],
    ['of another address', `update user_account set email = 'olga@' || id || '.example' where id = $1`, VIEWER],
    [
      'no reseller’s now',
      `update partner_account set partnership_type = 'REFERRAL' where id = (select reseller_id from user_account where id = $1)`,
      CLIENTS,
    ],
  ])('%s', async (_, change, query) => {
    const { actor, cookie } = await enter(partner.email);

    await api.rows(change, [partner.ownerId]);

    expect(await codeOf(actor, query)).toEqual(['UNAUTHENTICATED']);
    expect(await codeOf(await refresh(cookie), VIEWER)).toBeUndefined();
  });

  test('other users and unchanged users are not refused', async () => {
    const mine = await enter(partner.email);

    await toPartner(other.ownerId, partner.resellerId);
    await api.rows('update user_account set name = name, role = role where id = $1', [partner.ownerId]);

    expect(await codeOf(mine.actor, CLIENTS)).toBeUndefined();
  });
});

test.each([
  ['the user', `update user_account set is_active = false where id = $1`],
  [
    'the partner',
    `update partner_account set is_active = false where id = (select reseller_id from user_account where id = $1)`,
  ],
])('A4: %s was deactivated by hand: refused at the next request, and at the refresh', async (_, change) => {
  const { actor, cookie } = await enter(partner.email);
  const before = await counts(api);

  await api.rows(change, [partner.ownerId]);

  for (const query of [CLIENTS, VIEWER, CREATE]) expect(await codeOf(actor, query)).toEqual(['UNAUTHENTICATED']);
  expect(await refresh(cookie)).toBeUndefined();
  expect(await counts(api)).toEqual(before);
});

test('an API key of a partner deactivated by hand is refused at the next request', async () => {
  const key = await givenKey(api, partner.actor);
  expect(await codeOf(key, CLIENTS)).toBeUndefined();

  await api.rows('update partner_account set is_active = false where id = $1', [partner.resellerId]);

  for (const query of [CLIENTS, VIEWER, CREATE]) expect(await codeOf(key, query)).toEqual(['UNAUTHENTICATED']);
});

test('a sign-in during a change of roles gets the new roles', async () => {
  const held = { sql: 'select 1 from user_account where id = $1', values: [partner.ownerId] };

  const { actor } = await whileHeld(api, held, 1, async () => {
    await toAdmin(partner.ownerId);
    return enter(partner.email);
  });

  expect(await codeOf(actor, CLIENTS)).toEqual(['FORBIDDEN']);
  expect(await codeOf(actor, APPLICATIONS)).toBeUndefined();
});
