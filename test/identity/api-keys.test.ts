import { whileHeld } from '../support/locks.ts';
import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { signIn, useApi, type Actor } from '../support/api.ts';
import { createKey, givenKey, revokeKey, type KeyAnswer } from '../support/api-keys.ts';
import { givenPartner, type Partner } from '../support/partners.ts';
import { auditOf, givenInvitedMember, givenMember } from '../support/people.ts';

const api = useApi();
let reseller: Partner;
let other: Partner;

beforeAll(async () => {
  reseller = await givenPartner(api);
  other = await givenPartner(api);
});

const stored = () =>
  // When a key was used is noted behind a request's back.
  api.rows(
    `select to_jsonb(api_key) - 'last_used_at' as key, (select count(*) from audit_event) as events from api_key order by id`,
  );
const list = async (actor: Actor | undefined) =>
  api.ask<{ apiKeys: KeyAnswer[] }>(actor, '{ apiKeys { id name prefix createdAt lastUsedAt expiresAt } }');

test('a key is shown once; the database holds its prefix and a hash; it is written down without either', async () => {
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();

  const { data } = await createKey(api, reseller.actor, { name: '  Nightly import ', expiresAt });

  const { secret, apiKey } = data?.createApiKey ?? expect.fail('no key');
  const [, prefix, random] = /^(rgk_[a-z0-9]{12})_([\w-]{43})$/.exec(secret) ?? [];
  expect(apiKey).toEqual({
    id: expect.any(String),
    name: 'Nightly import',
    prefix,
    createdAt: expect.stringMatching(/^\d{4}-.+Z$/),
    lastUsedAt: null,
    expiresAt,
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

test('lists the own keys that were not revoked, the newest first', async () => {
  const first = await givenKey(api, other.actor);
  const revoked = await givenKey(api, other.actor);
  const last = await givenKey(api, other.actor, { expiresAt: '2099-01-01T00:00:00Z' });
  await revokeKey(api, other.actor, revoked.apiKey.id);

  expect(await list(other.actor)).toEqual({
    data: { apiKeys: [{ ...last.apiKey, expiresAt: '2099-01-01T00:00:00.000Z' }, first.apiKey] },
  });
});

test('revoking ends a key on its next request, and is written down; again it changes nothing', async () => {
  const key = await givenKey(api, reseller.actor);
  const { id } = key.apiKey;

  expect(await revokeKey(api, reseller.actor, id)).toEqual({ data: { revokeApiKey: true } });

  expect((await api.ask(key, '{ viewer { id } }')).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  const before = await stored();
  expect(await revokeKey(api, reseller.actor, id)).toEqual({ data: { revokeApiKey: true } });
  expect(await stored()).toEqual(before);
  const events = await auditOf(api, id);
  expect(events).toMatchObject([{ action: 'api_key.created' }, { action: 'api_key.revoked' }]);
  expect(JSON.parse(String(events[1]?.['changes']))).toEqual({
    revokedAt: { from: null, to: expect.stringMatching(/Z$/) },
  });
});

test.each(['foreign', 'random', 'malformed'])('a %s id is not found, and nothing changes', async (kind) => {
  const foreign = await givenKey(api, other.actor);
  const before = await stored();

  const { data, errors } = await revokeKey(
    api,
    reseller.actor,
    kind === 'foreign' ? foreign.apiKey.id : kind === 'random' ? uuid() : 'no-uuid',
  );

  expect(data).toBeNull();
  expect(errors).toMatchObject([{ message: 'ApiKey not found.', extensions: { code: 'NOT_FOUND' } }]);
  expect(await stored()).toEqual(before);
});

test.each([
  { path: 'name', input: { name: ' ' } },
  { path: 'name', input: { name: 'x'.repeat(101) } },
  { path: 'name', input: { name: 'a\u0000b' } },
  { path: 'expiresAt', input: { expiresAt: '2020-01-01T00:00:00Z' } },
  { path: 'expiresAt', input: { expiresAt: new Date().toISOString() } },
])('a wrong $path is named, and nothing changes', async ({ path, input }) => {
  const before = await stored();

  const { errors } = await createKey(api, reseller.actor, input);

  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields: [{ path }] } }]);
  expect(await stored()).toEqual(before);
});

async function givenHundredKeys({ resellerId, ownerId }: Partner) {
  await api.rows(`set session_replication_role = 'replica'`);
  await api.rows(
    `insert into api_key (id, reseller_id, name, prefix, secret_hash, created_by)
     select gen_random_uuid(), $1, 'Key', 'rgk_' || left(md5(random()::text), 12), 'hash', $2 from generate_series(1, 100)`,
    [resellerId, ownerId],
  );
  await api.rows(`set session_replication_role = 'origin'`);
}

test('a hundred keys are enough', async () => {
  const partner = await givenPartner(api);
  await givenHundredKeys(partner);
  const before = await stored();

  const { errors } = await createKey(api, partner.actor);

  expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', reason: 'TOO_MANY_API_KEYS' } }]);
  expect(await stored()).toEqual(before);
});

test('of three keys made at once one gets the last place', async () => {
  const partner = await givenPartner(api);
  await givenHundredKeys(partner);
  await api.rows(
    `set session_replication_role = 'replica'; delete from api_key where id =
       (select id from api_key where reseller_id = '${partner.resellerId}' limit 1); set session_replication_role = 'origin'`,
  );

  const held = {
    sql: `select pg_advisory_xact_lock(hashtext('api_key'), hashtext($1))`,
    values: [partner.resellerId],
  };
  const answers = await whileHeld(api, held, 3, () => Promise.all([1, 2, 3].map(() => createKey(api, partner.actor))));

  const reasons = answers.map(({ errors }) => errors?.[0]?.extensions.reason);
  expect(reasons.sort()).toEqual(['TOO_MANY_API_KEYS', 'TOO_MANY_API_KEYS', undefined]);
  expect(await api.rows('select 1 from api_key where reseller_id = $1', [partner.resellerId])).toHaveLength(100);
});

test('keys that ended with the partner’s deactivation do not stand in the way of new ones', async () => {
  const partner = await givenPartner(api);
  await givenHundredKeys(partner);
  const activate =
    'mutation ($id: ID!, $to: Boolean!) { updatePartnerAccount(id: $id, input: { isActive: $to }) { id } }';
  for (const to of [false, true]) await api.ask(api.admin, activate, { id: partner.resellerId, to });
  const actor = await signIn(api, partner);
  expect(await list(actor)).toEqual({ data: { apiKeys: [] } });

  const { apiKey } = await givenKey(api, actor);

  expect(await list(actor)).toEqual({ data: { apiKeys: [apiKey] } });
});

test.each([
  { who: 'anonymous', actor: () => undefined, code: 'UNAUTHENTICATED' },
  { who: 'an admin', actor: () => api.admin, code: 'FORBIDDEN' },
  {
    who: 'a referral partner',
    actor: async () => (await givenPartner(api, { partnershipType: 'REFERRAL' })).actor,
    code: 'FORBIDDEN',
  },
  { who: 'an API key', actor: () => givenKey(api, reseller.actor), code: 'FORBIDDEN' },
])('$who may not: $code, and nothing changes', async ({ actor, code }) => {
  const { apiKey } = await givenKey(api, reseller.actor);
  const caller = await actor();
  const before = await stored();

  for (const { errors } of [
    await list(caller),
    await createKey(api, caller),
    await revokeKey(api, caller, apiKey.id),
  ]) {
    expect(errors).toMatchObject([{ extensions: { code } }]);
  }
  expect(await stored()).toEqual(before);
});

test('a key that is made or revoked is mailed to its maker and all owners, by its prefix and not by its name', async () => {
  const partner = await givenPartner(api);
  const [second, maker, colleague] = [
    await givenMember(api, partner, 'OWNER'),
    await givenMember(api, partner),
    await givenMember(api, partner),
  ];
  await givenInvitedMember(api, partner, 'OWNER');
  const told = async () =>
    api.rows(
      `select recipient, data ->> 'change' as change, data ->> 'keyPrefix' as prefix, data::text as data from email_message
       where template = 'user.credentials_changed' and data ->> 'keyPrefix' = $1 order by created_at, recipient`,
      [apiKey.prefix],
    );

  const { apiKey } = await givenKey(api, maker.actor, { name: 'WIN 5000 USD http://evil.example' });
  const made = await told();
  await revokeKey(api, partner.actor, apiKey.id);
  await revokeKey(api, partner.actor, apiKey.id);
  const revoked = (await told()).slice(made.length);

  const everybody = [partner.email, second.email, maker.email].sort();
  expect(made.map(({ recipient }) => recipient)).toEqual(everybody);
  expect(made.map(({ change }) => change)).toEqual(everybody.map(() => 'API_KEY_CREATED'));
  expect(revoked.map(({ recipient }) => recipient)).toEqual(everybody);
  expect(revoked.map(({ change }) => change)).toEqual(everybody.map(() => 'API_KEY_REVOKED'));
  expect(everybody).not.toContain(colleague.email);
  expect(JSON.stringify([made, revoked])).not.toContain('evil.example');
});
