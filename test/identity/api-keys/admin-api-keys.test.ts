import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { useApi, type Actor } from '../../support/api.ts';
import {
  createKey,
  givenAdminKey,
  givenKey,
  inDays,
  listKeys,
  mailsAbout,
  revokeKey,
  rotateKey,
  storedKeys,
  used,
  type Key,
} from '../../support/given/api-keys.ts';
import { changeStatus, givenApplication } from '../../support/given/applications.ts';
import { givenPartner, type Partner } from '../../support/given/partners.ts';
import { auditOf, givenAdmin, type Person } from '../../support/given/people.ts';
import { reissued } from '../../support/given/callers/second-factors.ts';
import { statementsOf } from '../../support/statements.ts';
import { withoutTriggers } from '../../support/database.changes.ts';

const api = useApi();
let partner: Partner;
let admin: Person;

beforeAll(async () => {
  partner = await givenPartner(api);
  admin = await givenAdmin(api);
});

const VIEWER = '{ viewer { id role partnerAccount { id } } }';
const APPLICATIONS = '{ partnerApplications { items { id } } }';
const PARTNERS = '{ partnerAccounts { items { id } } }';
const ACTIVITY = '{ auditEvents { items { id } } }';
const NOTE = 'mutation ($id: ID!) { addPartnerApplicationNote(id: $id, note: "Called them") { id } }';

const codeOf = async (actor: Actor | undefined, query: string, variables?: object) =>
  (await api.ask(actor, query, variables)).errors?.[0]?.extensions.code;

/** Gives an admin these roles by hand, and renews the access token as a refresh does. */
async function givenAdminWith(...roles: AdminRoles): Promise<Person> {
  const person = await givenAdmin(api);
  return { ...person, actor: await withRoles(person, ...roles) };
}

type AdminRoles = ('REVIEW' | 'PARTNERS' | 'FINANCE' | 'ALL')[];

async function withRoles(person: Person, ...roles: AdminRoles): Promise<Actor> {
  await api.rows('update user_account set admin_roles = $2 where id = $1', [person.id, roles]);
  await api.rows('update user_session set version = 1 where user_id = $1', [person.id]);
  return reissued(api, person.actor, { roles });
}

describe('an admin’s key', () => {
  test('READ reads applications, partners and the audit log, and cannot change anything', async () => {
    const id = await givenApplication(api);
    const key = await givenAdminKey(api, admin.actor, { scopes: ['READ'] });

    for (const query of [APPLICATIONS, PARTNERS, ACTIVITY]) expect(await codeOf(key, query)).toBeUndefined();
    expect(await api.ask(key, VIEWER)).toEqual({
      data: { viewer: { id: admin.id, role: 'ADMIN', partnerAccount: null } },
    });
    expect(await codeOf(key, NOTE, { id })).toBe('FORBIDDEN');
    expect((await changeStatus(api, key, { id, status: 'APPROVED' })).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
    expect(await auditOf(api, id)).toEqual([]);
  });

  test('REVIEW reviews applications in the name of its creator, and cannot read partners', async () => {
    const id = await givenApplication(api);
    const key = await givenAdminKey(api, admin.actor, { scopes: ['REVIEW'] });

    expect((await changeStatus(api, key, { id, status: 'REVIEWING' })).errors).toBeUndefined();

    const credential = `key:${key.apiKey.id}:admin`;
    expect(await auditOf(api, id)).toMatchObject([{ actor_email: admin.email, actor_role: 'ADMIN', credential }]);
    expect(await codeOf(key, PARTNERS)).toBe('FORBIDDEN');
  });

  test.each([
    '{ admins { items { id } } }',
    '{ emailMessages { items { id } } }',
    '{ accountSecurity { __typename } }',
    '{ sessions { id } }',
    '{ apiKeys { id } }',
    '{ apiKeyUses(apiKeyId: "x") { items { id } } }',
    '{ clientAccounts { items { id } } }',
    '{ members { items { id } } }',
    'mutation { exportPartnerApplications { url } }',
    'mutation { createApiKey(name: "x") { secret } }',
    'mutation { rotateApiKey(id: "x") { secret } }',
    'mutation { revokeApiKey(id: "x") }',
    'mutation { inviteAdmin(email: "x@x.example", name: "x") { id } }',
    'mutation { updatePartnerAccount(id: "x", input: {}) { id } }',
    'mutation { signOut }',
  ])('cannot call: %s', async (query) => {
    const key = await used(api, await givenAdminKey(api, admin.actor, { scopes: ['READ', 'REVIEW'] }));
    let code: unknown;

    const sent = await statementsOf(async () => void (code = await codeOf(key, query)));

    expect(code).toBe('FORBIDDEN');
    expect(sent).toEqual([]);
  });

  test('cannot approve if that needs a confirmation of the user', async () => {
    const id = await givenApplication(api);
    const key = await givenAdminKey(api, admin.actor, { scopes: ['REVIEW'] });

    const owner = { ownerEmail: 'olga@owner.example', ownerName: 'Olga' };
    const { errors } = await changeStatus(api, key, { id, status: 'APPROVED', ...owner });

    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', reason: 'RECENT_SIGN_IN_REQUIRED' } }]);
    expect(await auditOf(api, id)).toEqual([]);
  });
});

describe('is made', () => {
  test('with READ by default, and an end', async () => {
    const expiresAt = inDays(364);

    const { apiKey } = await givenAdminKey(api, admin.actor, { expiresAt });

    expect(apiKey).toMatchObject({ scopes: ['READ'], expiresAt, createdByName: 'Olive Owner' });
    const [row] = await api.rows('select reseller_id, created_by from api_key where id = $1', [apiKey.id]);
    expect(row).toEqual({ reseller_id: null, created_by: admin.id });
  });

  test.each([
    ['expiresAt', {}],
    ['expiresAt', { expiresAt: null }],
    ['expiresAt', { expiresAt: inDays(366) }],
    ['scopes', { expiresAt: inDays(1), scopes: ['CLIENTS'] }],
  ])('a wrong %s is refused at its field, and nothing changes', async (path, input) => {
    const before = await storedKeys(api);

    const { errors } = await createKey(api, admin.actor, input);

    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields: [{ path }] } }]);
    expect(await storedKeys(api)).toEqual(before);
  });

  test.each([
    ['PARTNERS', ['READ']],
    ['FINANCE', ['READ']],
    ['REVIEW', ['READ', 'REVIEW']],
  ] as const)('by an admin with %s: %j', async (role, allowed) => {
    const { actor } = await givenAdminWith(role);
    const before = await storedKeys(api);

    const { errors, data } = await createKey(api, actor, { expiresAt: inDays(1), scopes: ['READ', 'REVIEW'] });

    if (allowed.length === 2) return expect(data?.createApiKey.apiKey.scopes).toEqual(allowed);
    const fields = [{ path: 'scopes', message: 'must be one of: READ' }];
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields } }]);
    expect(await storedKeys(api)).toEqual(before);
  });
});

describe('is refused at the next request', () => {
  let key: Key;
  let maker: Person;

  beforeEach(async () => {
    maker = await givenAdmin(api);
    key = await used(api, await givenAdminKey(api, maker.actor, { scopes: ['READ', 'REVIEW'] }));
  });

  test.each([
    ['was deactivated', 'mutation ($id: ID!) { deactivateAdmin(id: $id) }'],
    ['lost REVIEW', 'mutation ($id: ID!) { changeAdminRoles(id: $id, roles: [PARTNERS]) { id } }'],
  ])('after its creator %s, and the revocation is audited', async (_, change) => {
    expect((await api.ask(api.admin, change, { id: maker.id })).errors).toBeUndefined();

    expect(await codeOf(key, APPLICATIONS)).toBe('UNAUTHENTICATED');
    expect((await auditOf(api, key.apiKey.id)).at(-1)).toMatchObject({ action: 'api_key.revoked' });
  });

  test.each([
    ['was deactivated by hand', `update user_account set is_active = false where id = $1`],
    ['lost REVIEW by hand', `update user_account set admin_roles = '{PARTNERS}' where id = $1`],
    [
      'is a partner’s user now',
      `update user_account set role = 'PARTNER', partner_role = 'OWNER', admin_roles = null,
         reseller_id = (select id from partner_account limit 1) where id = $1`,
    ],
  ])('after its creator %s', async (_, change) => {
    await api.rows(change, [maker.id]);

    for (const query of [VIEWER, APPLICATIONS]) expect(await codeOf(key, query)).toBe('UNAUTHENTICATED');
  });

  test('after it expired', async () => {
    await withoutTriggers(api, 'update api_key set expires_at = now() where id = $1', [key.apiKey.id]);

    expect(await codeOf(key, VIEWER)).toBe('UNAUTHENTICATED');
  });
});

test('a READ key of an admin without REVIEW still works', async () => {
  const maker = await givenAdmin(api);
  const key = await givenAdminKey(api, maker.actor);

  await withRoles(maker, 'PARTNERS');

  expect(await codeOf(key, APPLICATIONS)).toBeUndefined();
});

describe('admins see the keys of all admins', () => {
  test('and none of partners; partners see none of admins', async () => {
    const ofAdmin = await givenAdminKey(api, admin.actor);
    const ofPartner = await givenKey(api, partner.actor);

    const seen = (await listKeys(api, api.admin)).data?.apiKeys.map(({ id }) => id);
    expect(seen).toContain(ofAdmin.apiKey.id);
    expect(seen).not.toContain(ofPartner.apiKey.id);
    expect((await listKeys(api, partner.actor)).data?.apiKeys).toEqual([ofPartner.apiKey]);
  });

  test('without ALL, admins revoke and rotate only their own keys', async () => {
    const theirs = await givenAdminKey(api, api.admin);
    const { actor } = await givenAdminWith('REVIEW');
    const own = await givenAdminKey(api, actor);
    const before = await storedKeys(api);

    for (const change of [revokeKey, rotateKey]) {
      const { errors } = await change(api, actor, theirs.apiKey.id);
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
    expect(await storedKeys(api)).toEqual(before);

    expect((await rotateKey(api, actor, own.apiKey.id)).errors).toBeUndefined();
    expect((await revokeKey(api, actor, own.apiKey.id)).errors).toBeUndefined();
  });

  test('with ALL they revoke and rotate any', async () => {
    const one = await givenAdminKey(api, admin.actor);
    const other = await givenAdminKey(api, admin.actor);

    const { data } = await rotateKey(api, api.admin, one.apiKey.id);
    expect((await revokeKey(api, api.admin, other.apiKey.id)).errors).toBeUndefined();

    const [row] = await api.rows('select created_by from api_key where id = $1', [data?.rotateApiKey.apiKey.id]);
    const [first] = await api.rows(`select id from user_account where email = 'admin@reachgenie.example'`);
    expect(row?.['created_by']).toBe(first?.['id']);
  });

  test('a rotation checks the scopes too, and an end of at most a year', async () => {
    const key = await givenAdminKey(api, admin.actor, { scopes: ['READ', 'REVIEW'] });
    const maker = await givenAdmin(api);
    const own = await givenAdminKey(api, maker.actor, { scopes: ['READ', 'REVIEW'] });
    const actor = await withRoles(maker, 'PARTNERS');
    const before = await storedKeys(api);

    expect((await rotateKey(api, actor, own.apiKey.id)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    for (const expiresAt of [null, inDays(366)]) {
      const { errors } = await rotateKey(api, api.admin, key.apiKey.id, { expiresAt });
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'expiresAt' }] } }]);
    }
    expect(await storedKeys(api)).toEqual(before);
  });

  test.each([revokeKey, rotateKey])(
    'partners cannot revoke them, and admins cannot revoke a partner’s: %o',
    async (change) => {
      const ofAdmin = await givenAdminKey(api, admin.actor);
      const ofPartner = await givenKey(api, partner.actor);
      const before = await storedKeys(api);

      for (const { errors } of [
        await change(api, partner.actor, ofAdmin.apiKey.id),
        await change(api, api.admin, ofPartner.apiKey.id),
      ]) {
        expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
      }
      expect(await storedKeys(api)).toEqual(before);
    },
  );
});

test('only the creator and the admins with ALL get an email', async () => {
  const reviewer = await givenAdminWith('REVIEW');
  const maker = await givenAdminWith('REVIEW');

  const { apiKey } = await givenAdminKey(api, maker.actor);

  const recipients = (await mailsAbout(api, apiKey.prefix)).map(({ recipient }) => recipient);
  expect(recipients).toContain(maker.email);
  expect(recipients).toContain('admin@reachgenie.example');
  expect(recipients).not.toContain(reviewer.email);
  expect(recipients).not.toContain(partner.email);
});

test('an earlier version of the product, which has no keys of admins, cannot use one', async () => {
  const { apiKey } = await givenAdminKey(api, admin.actor);

  await expect(api.rows('select require_caller($1)', [`key:${apiKey.id}`])).rejects.toThrow('The session has ended.');
});
