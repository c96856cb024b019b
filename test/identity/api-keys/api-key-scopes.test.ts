import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { useApi, type Actor } from '../../support/api.ts';
import { createKey, givenKey, storedKeys, used, type Key } from '../../support/given/api-keys.ts';
import { givenClient, stored, type Client } from '../../support/given/client-accounts.ts';
import { givenPartner, type Partner } from '../../support/given/partners.ts';
import { actionsOn, givenMember } from '../../support/given/people.ts';
import { statementsOf } from '../../support/statements.ts';
import { withoutTriggers } from '../../support/database.changes.ts';

const api = useApi();
let reseller: Partner;
let client: Client;

beforeAll(async () => {
  // A person can do the same by hand in the database.
  await api.rows('alter table partner_account disable trigger audited');
});

beforeEach(async () => {
  reseller = await givenPartner(api);
  client = await givenClient(api, reseller.actor);
});

afterEach(() => vi.restoreAllMocks());

const VIEWER = '{ viewer { id } }';
const CLIENTS = '{ clientAccounts { items { id } } }';
const ACTIVITY = '{ auditEvents { items { id resellerId } } }';
const UPDATE = 'mutation ($id: ID!) { updateClientAccount(id: $id, input: { companyName: "Changed" }) { id } }';

const codeOf = async (actor: Actor, query: string, variables?: object) =>
  (await api.ask(actor, query, variables)).errors?.[0]?.extensions.code;
const manageClients = (to: boolean) =>
  api.rows('update partner_account set client_management_enabled = $2 where id = $1', [reseller.resellerId, to]);

describe('a scope limits a key', () => {
  test('READ reads clients and activity, and cannot change anything', async () => {
    const key = await givenKey(api, reseller.actor, { scopes: ['READ'] });
    const before = await stored(api, client.id);

    for (const query of [VIEWER, CLIENTS, ACTIVITY]) expect(await codeOf(key, query)).toBeUndefined();
    expect(await codeOf(key, UPDATE, { id: client.id })).toBe('FORBIDDEN');

    expect(await stored(api, client.id)).toEqual(before);
  });

  test('CLIENTS reads and changes clients, and cannot read the activity', async () => {
    const key = await givenKey(api, reseller.actor, { scopes: ['CLIENTS'] });

    expect(await codeOf(key, CLIENTS)).toBeUndefined();
    expect(await codeOf(key, UPDATE, { id: client.id })).toBeUndefined();
    expect(await codeOf(key, ACTIVITY)).toBe('FORBIDDEN');
  });

  test('without scopes, a key gets both if the partner manages clients, otherwise READ', async () => {
    const referral = await givenPartner(api, { partnershipType: 'REFERRAL' });

    expect((await givenKey(api, reseller.actor)).apiKey.scopes).toEqual(['READ', 'CLIENTS']);
    expect((await givenKey(api, referral.actor)).apiKey.scopes).toEqual(['READ']);
  });

  test('a refused call of a known key runs no SQL', async () => {
    const key = await used(api, await givenKey(api, reseller.actor, { scopes: ['READ'] }));

    expect(await statementsOf(() => api.ask(key, UPDATE, { id: client.id }))).toEqual([]);
  });
});

describe('every type of partner', () => {
  test.each(['REFERRAL', 'TECHNOLOGY'])(
    '%s: a READ key reads its account and activity, but no clients',
    async (type) => {
      const partner = await givenPartner(api, { partnershipType: type });
      const key = await givenKey(api, partner.actor);

      const { data } = await api.ask<{ auditEvents: { items: { resellerId: string }[] } }>(key, ACTIVITY);

      expect(new Set(data?.auditEvents.items.map(({ resellerId }) => resellerId))).toEqual(
        new Set([partner.resellerId]),
      );
      expect(await codeOf(key, VIEWER)).toBeUndefined();
      expect(await codeOf(key, CLIENTS)).toBe('FORBIDDEN');
    },
  );

  test('gets CLIENTS only if it manages clients', async () => {
    const { actor } = await givenPartner(api, { partnershipType: 'REFERRAL' });
    const before = await storedKeys(api);

    const { errors } = await createKey(api, actor, { scopes: ['READ', 'CLIENTS'] });

    const fields = [{ path: 'scopes', message: 'must be one of: READ' }];
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields } }]);
    expect(await storedKeys(api)).toEqual(before);
  });
});

describe('a change of client management', () => {
  test('off: a READ key is refused once, then reads all except clients; on: the same in reverse', async () => {
    const key = await givenKey(api, reseller.actor, { scopes: ['READ'] });
    expect(await codeOf(key, CLIENTS)).toBeUndefined();

    await manageClients(false);
    expect(await codeOf(key, CLIENTS)).toBe('UNAUTHENTICATED');
    expect(await codeOf(key, CLIENTS)).toBe('FORBIDDEN');
    expect(await codeOf(key, ACTIVITY)).toBeUndefined();

    await manageClients(true);
    expect(await codeOf(key, ACTIVITY)).toBe('UNAUTHENTICATED');
    expect(await codeOf(key, CLIENTS)).toBeUndefined();
  });

  test('off: a key with CLIENTS is refused without further look-ups; on: it works again', async () => {
    const key = await givenKey(api, reseller.actor);
    expect(await codeOf(key, CLIENTS)).toBeUndefined();

    await manageClients(false);
    const sent = await statementsOf(async () => {
      for (const query of [CLIENTS, VIEWER, ACTIVITY]) expect(await codeOf(key, query)).toBe('UNAUTHENTICATED');
    });
    await manageClients(true);

    expect(sent.filter((text) => text.includes('secret_hash'))).toEqual([]);
    expect(await codeOf(key, CLIENTS)).toBeUndefined();
  });

  test('without a reseller partnership, a key with CLIENTS is refused', async () => {
    const key = await givenKey(api, reseller.actor);
    expect(await codeOf(key, CLIENTS)).toBeUndefined();

    await api.rows(`update partner_account set partnership_type = 'REFERRAL' where id = $1`, [reseller.resellerId]);

    expect(await codeOf(key, CLIENTS)).toBe('UNAUTHENTICATED');
  });
});

test('a revoked READ key is looked up once more, and then never again', async () => {
  const key = await givenKey(api, reseller.actor, { scopes: ['READ'] });
  await api.ask(key, VIEWER);
  await withoutTriggers(api, 'update api_key set revoked_at = now() where id = $1', [key.apiKey.id]);

  const sent = await statementsOf(async () => {
    for (let call = 0; call < 5; call++) expect(await codeOf(key, VIEWER)).toBe('UNAUTHENTICATED');
  });

  expect(sent.filter((text) => text.includes('secret_hash'))).toHaveLength(1);
});

describe('a key never has more permissions than its creator', () => {
  let maker: { id: string; actor: Actor };
  let both: Key;
  let reading: Key;

  beforeEach(async () => {
    maker = await givenMember(api, reseller);
    both = await givenKey(api, maker.actor);
    reading = await givenKey(api, maker.actor, { scopes: ['READ'] });
    for (const key of [both, reading]) await used(api, key);
  });

  test.each(['READ_ONLY', 'BILLING'])(
    'made %s by hand: a key with CLIENTS is refused, and a READ key works',
    async (role) => {
      await api.rows('update user_account set partner_role = $2 where id = $1', [maker.id, role]);

      for (const query of [CLIENTS, VIEWER]) expect(await codeOf(both, query)).toBe('UNAUTHENTICATED');
      expect(await codeOf(reading, CLIENTS)).toBeUndefined();
    },
  );

  test('made READ_ONLY by an owner: all keys are revoked, and audited', async () => {
    const query = 'mutation ($id: ID!) { changeMemberRole(id: $id, role: READ_ONLY) { id } }';
    await api.ask(reseller.actor, query, { id: maker.id });

    expect(await codeOf(both, CLIENTS)).toBe('UNAUTHENTICATED');
    expect(await codeOf(reading, CLIENTS)).toBe('UNAUTHENTICATED');
    for (const { apiKey } of [both, reading]) {
      expect(await actionsOn(api, apiKey.id)).toEqual(['api_key.created', 'api_key.revoked']);
    }
  });

  test.each([
    ['deactivated', 'update user_account set is_active = false where id = $1'],
    [
      'moved to another partner',
      `update user_account set reseller_id = (select id from partner_account where id <> reseller_id limit 1) where id = $1`,
    ],
  ])('%s by hand: all its keys are refused', async (_, change) => {
    await api.rows(change, [maker.id]);

    for (const key of [both, reading]) expect(await codeOf(key, CLIENTS)).toBe('UNAUTHENTICATED');
  });
});

test.each([
  ['a partner’s key with REVIEW', `update api_key set scopes = '{READ,REVIEW}' where id = $1`],
  ['a key without a scope', `update api_key set scopes = '{}' where id = $1`],
  ['an admin’s key with CLIENTS', `update api_key set reseller_id = null, expires_at = now() where id = $1`],
  ['an admin’s key without an end', `update api_key set reseller_id = null, scopes = '{READ}' where id = $1`],
])('PostgreSQL refuses %s', async (_, change) => {
  const { apiKey } = await givenKey(api, reseller.actor);

  await expect(api.rows(change, [apiKey.id])).rejects.toThrow('api_key_check');
});

test('an earlier version of the product, which has no scopes, cannot use a key without CLIENTS', async () => {
  const { apiKey } = await givenKey(api, reseller.actor, { scopes: ['READ'] });
  const old = (await givenKey(api, reseller.actor)).apiKey;

  await expect(api.rows('select require_caller($1)', [`key:${apiKey.id}`])).rejects.toThrow('The session has ended.');
  await expect(api.rows('select require_caller($1)', [`key:${old.id}`])).resolves.toHaveLength(1);
});
