import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { signIn, useApi } from '../../support/api.ts';
import { createKey, givenKey, inDays, listKeys, storedKeys } from '../../support/given/api-keys.ts';
import { whileHeld } from '../../support/locks.ts';
import { givenPartner, type Partner } from '../../support/given/partners.ts';
import { auditOf } from '../../support/given/people.ts';
import { withoutTriggers } from '../../support/database.changes.ts';

const api = useApi();
let reseller: Partner;

beforeAll(async () => {
  reseller = await givenPartner(api);
});

test('a key is shown once; the database contains its prefix and a hash, and the audit log neither', async () => {
  const expiresAt = inDays(1);

  const { data } = await createKey(api, reseller.actor, { name: '  Nightly import ', expiresAt });

  const { secret, apiKey } = data?.createApiKey ?? expect.fail('no key');
  const [, prefix, random] = /^(rgk_[a-z0-9]{12})_([\w-]{43})$/.exec(secret) ?? [];
  expect(apiKey).toEqual({
    id: expect.any(String),
    name: 'Nightly import',
    prefix,
    scopes: ['READ', 'CLIENTS'],
    allowedAddresses: [],
    createdBy: reseller.ownerId,
    createdByName: 'Olive Owner',
    createdAt: expect.stringMatching(/^\d{4}-.+Z$/),
    lastUsedAt: null,
    expiresAt,
    replacedBy: null,
  });
  const [row] = await api.rows('select * from api_key where id = $1', [apiKey.id]);
  const hash = createHash('sha256').update(String(random)).digest('base64url');
  expect(row).toMatchObject({
    reseller_id: reseller.resellerId,
    created_by: reseller.ownerId,
    prefix,
    secret_hash: hash,
  });
  expect(await auditOf(api, apiKey.id)).toMatchObject([
    { action: 'api_key.created', target_type: 'ApiKey', actor_email: reseller.email, reseller_id: reseller.resellerId },
  ]);
  const everything = JSON.stringify([
    await api.rows('select * from api_key'),
    await api.rows('select * from audit_event'),
    api.logs,
  ]);
  expect(everything).not.toContain(random);
  expect(JSON.stringify(await api.rows('select * from audit_event'))).not.toContain(hash);
});

test.each([
  { path: 'name', input: { name: ' ' } },
  { path: 'name', input: { name: 'x'.repeat(101) } },
  { path: 'name', input: { name: 'a\u0000b' } },
  { path: 'expiresAt', input: { expiresAt: '2020-01-01T00:00:00Z' } },
  { path: 'expiresAt', input: { expiresAt: new Date().toISOString() } },
  { path: 'scopes', input: { scopes: [] } },
  { path: 'scopes', input: { scopes: ['READ', 'READ'] } },
  { path: 'scopes', input: { scopes: ['READ', 'REVIEW'] } },
  { path: 'allowedAddresses', input: { allowedAddresses: Array.from({ length: 21 }, (_, i) => `192.0.2.${i}`) } },
  { path: 'allowedAddresses.1', input: { allowedAddresses: ['192.0.2.1', '192.0.2.300'] } },
])('a wrong $path is refused at its field, and nothing changes', async ({ path, input }) => {
  const before = await storedKeys(api);

  const { errors } = await createKey(api, reseller.actor, input);

  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields: [{ path }] } }]);
  expect(await storedKeys(api)).toEqual(before);
});

async function givenHundredKeys({ resellerId, ownerId }: Partner) {
  await withoutTriggers(
    api,
    `insert into api_key (id, reseller_id, name, prefix, secret_hash, scopes, created_by)
     select gen_random_uuid(), $1, 'Key', 'rgk_' || left(md5(random()::text), 12), 'hash', '{READ}', $2 from generate_series(1, 100)`,
    [resellerId, ownerId],
  );
}

test('an account can have at most a hundred keys', async () => {
  const partner = await givenPartner(api);
  await givenHundredKeys(partner);
  const before = await storedKeys(api);

  const { errors } = await createKey(api, partner.actor);

  expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', reason: 'TOO_MANY_API_KEYS' } }]);
  expect(await storedKeys(api)).toEqual(before);
});

test('one of three concurrent calls gets the last place', async () => {
  const partner = await givenPartner(api);
  await givenHundredKeys(partner);
  await withoutTriggers(api, 'delete from api_key where id = (select id from api_key where reseller_id = $1 limit 1)', [
    partner.resellerId,
  ]);

  const held = {
    sql: `select pg_advisory_xact_lock(hashtext('api_key'), hashtext($1))`,
    values: [partner.resellerId],
  };
  const answers = await whileHeld(api, held, 3, () => Promise.all([1, 2, 3].map(() => createKey(api, partner.actor))));

  const reasons = answers.map(({ errors }) => errors?.[0]?.extensions.reason);
  expect(reasons.sort()).toEqual(['TOO_MANY_API_KEYS', 'TOO_MANY_API_KEYS', undefined]);
  expect(await api.rows('select 1 from api_key where reseller_id = $1', [partner.resellerId])).toHaveLength(100);
});

test('keys that ended with the partner’s deactivation do not count', async () => {
  const partner = await givenPartner(api);
  await givenHundredKeys(partner);
  const activate =
    'mutation ($id: ID!, $to: Boolean!) { updatePartnerAccount(id: $id, input: { isActive: $to }) { id } }';
  for (const to of [false, true]) await api.ask(api.admin, activate, { id: partner.resellerId, to });
  const actor = await signIn(api, partner);
  expect(await listKeys(api, actor)).toEqual({ data: { apiKeys: [] } });

  const { apiKey } = await givenKey(api, actor);

  expect(await listKeys(api, actor)).toEqual({ data: { apiKeys: [apiKey] } });
});
