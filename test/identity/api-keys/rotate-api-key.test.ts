import { beforeAll, beforeEach, expect, test } from 'vitest';
import { v7 as uuid } from 'uuid';
import { useApi, type Actor } from '../../support/api.ts';
import {
  givenKey,
  inDays,
  listKeys,
  mailsAbout,
  revokeKey,
  rotateKey,
  storedKeys,
  type Key,
} from '../../support/given/api-keys.ts';
import { givenPartner, type Partner } from '../../support/given/partners.ts';
import { auditOf, givenMember } from '../../support/given/people.ts';
import { reissued } from '../../support/given/callers/second-factors.ts';
import { whileHeld } from '../../support/locks.ts';
import { withoutTriggers } from '../../support/database.changes.ts';

const api = useApi();
let reseller: Partner;
let key: Key;

beforeAll(async () => {
  // Client management is switched off by hand.
  await api.rows('alter table partner_account disable trigger audited');
});

beforeEach(async () => {
  reseller = await givenPartner(api);
  key = await givenKey(api, reseller.actor, { allowedAddresses: ['127.0.0.0/8', '::1'] });
});

const codeOf = async (actor: Actor) => (await api.ask(actor, '{ viewer { id } }')).errors?.[0]?.extensions.code;
const hoursUntil = (time: unknown) => (new Date(String(time)).getTime() - Date.now()) / 3_600_000;

async function rotated(actor: Actor, more: Parameters<typeof rotateKey>[3] = {}) {
  const { data, errors } = await rotateKey(api, actor, key.apiKey.id, more);
  if (!data) throw new Error(`The key was not rotated: ${JSON.stringify(errors)}`);
  const { apiKey, secret } = data.rotateApiKey;
  return { apiKey, accessToken: secret };
}

const endByHand = (change: string, id = key.apiKey.id) =>
  withoutTriggers(api, `update api_key set ${change} where id = $1`, [id]);

test('creates a key with the same name, scopes and addresses; the earlier one works for a day', async () => {
  const next = await rotated(reseller.actor);

  const { name, scopes, allowedAddresses, prefix } = key.apiKey;
  expect(next.apiKey).toMatchObject({ name, scopes, allowedAddresses, expiresAt: null, replacedBy: null });
  expect(next.apiKey.prefix).not.toBe(prefix);
  for (const actor of [key, next]) expect(await codeOf(actor)).toBeUndefined();
  const { data } = await listKeys(api, reseller.actor);
  const [listed, earlier] = data?.apiKeys ?? [];
  expect(listed).toMatchObject({ id: next.apiKey.id });
  expect(earlier).toMatchObject({ id: key.apiKey.id, replacedBy: next.apiKey.id });
  expect(hoursUntil(earlier?.expiresAt)).toBeCloseTo(24, 1);
});

test('after the overlap, the earlier key is refused and not listed, and the new one works', async () => {
  const next = await rotated(reseller.actor, { overlapHours: 1 });
  expect(await codeOf(key)).toBeUndefined();

  await endByHand('expires_at = now()');

  expect(await codeOf(key)).toBe('UNAUTHENTICATED');
  expect(await codeOf(next)).toBeUndefined();
  expect((await listKeys(api, reseller.actor)).data?.apiKeys.map(({ id }) => id)).toEqual([next.apiKey.id]);
});

test('without an overlap, the earlier key is refused at once', async () => {
  expect(await codeOf(key)).toBeUndefined();

  const next = await rotated(reseller.actor, { overlapHours: 0 });

  expect(await codeOf(key)).toBe('UNAUTHENTICATED');
  expect(await codeOf(next)).toBeUndefined();
});

test('an earlier end of its own stays', async () => {
  key = await givenKey(api, reseller.actor, { expiresAt: new Date(Date.now() + 600_000).toISOString() });

  await rotated(reseller.actor, { overlapHours: 168 });

  const { data } = await listKeys(api, reseller.actor);
  expect(data?.apiKeys.find(({ id }) => id === key.apiKey.id)?.expiresAt).toBe(key.apiKey.expiresAt);
});

test('the new key lasts as long as the earlier one, or as requested', async () => {
  key = await givenKey(api, reseller.actor, { expiresAt: inDays(10) });
  await endByHand(`created_at = created_at - interval '4 days'`);
  expect(hoursUntil((await rotated(reseller.actor)).apiKey.expiresAt)).toBeCloseTo(14 * 24, 1);

  key = await givenKey(api, reseller.actor, { expiresAt: inDays(10) });
  expect((await rotated(reseller.actor, { expiresAt: null })).apiKey.expiresAt).toBeNull();

  key = await givenKey(api, reseller.actor);
  const expiresAt = inDays(2);
  expect((await rotated(reseller.actor, { expiresAt })).apiKey.expiresAt).toBe(expiresAt);
});

test('both keys are audited without a secret, and creators and owners get one email', async () => {
  const maker = await givenMember(api, reseller);
  key = await givenKey(api, maker.actor);

  const next = await rotated(reseller.actor);

  const events = [...(await auditOf(api, key.apiKey.id)), ...(await auditOf(api, next.apiKey.id))];
  expect(events.map(({ action }) => action)).toEqual(['api_key.created', 'api_key.rotated', 'api_key.created']);
  expect(JSON.parse(String(events[1]?.['changes']))).toMatchObject({ replacedBy: { from: null, to: next.apiKey.id } });
  const secret = next.accessToken.split('_').slice(2).join('_');
  expect(JSON.stringify([events, await api.rows('select * from api_key'), api.logs])).not.toContain(secret);
  const mails = (await mailsAbout(api, key.apiKey.prefix)).filter(({ change }) => change === 'API_KEY_ROTATED');
  expect(mails.map(({ recipient }) => recipient)).toEqual([maker.email, reseller.email].sort());
  expect(await mailsAbout(api, next.apiKey.prefix)).toEqual([]);
});

test.each([
  ['API_KEY_ENDED', 'revoked', () => revokeKey(api, reseller.actor, key.apiKey.id)],
  ['API_KEY_ENDED', 'expired', () => endByHand('expires_at = now()')],
  ['API_KEY_ROTATED', 'already rotated', () => rotated(reseller.actor)],
])('%s: a key that is %s, and nothing changes', async (reason, _, change) => {
  await change();
  const before = await storedKeys(api);

  const { errors } = await rotateKey(api, reseller.actor, key.apiKey.id);

  expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', reason } }]);
  expect(await storedKeys(api)).toEqual(before);
});

test('one of three concurrent rotations succeeds', async () => {
  const held = { sql: 'select 1 from api_key where id = $1', values: [key.apiKey.id] };

  const answers = await whileHeld(api, held, 3, () =>
    Promise.all([1, 2, 3].map(() => rotateKey(api, reseller.actor, key.apiKey.id))),
  );

  const reasons = answers.map(({ errors }) => errors?.[0]?.extensions.reason);
  expect(reasons.sort()).toEqual(['API_KEY_ROTATED', 'API_KEY_ROTATED', undefined]);
  expect(await api.rows('select 1 from api_key where reseller_id = $1', [reseller.resellerId])).toHaveLength(2);
});

test('an earlier key counts among the hundred until it ends', async () => {
  await withoutTriggers(
    api,
    `insert into api_key (id, reseller_id, name, prefix, secret_hash, scopes, created_by)
     select gen_random_uuid(), $1, 'Key', 'rgk_' || left(md5(random()::text), 12), 'hash', '{READ}', $2 from generate_series(1, 98)`,
    [reseller.resellerId, reseller.ownerId],
  );
  const next = await rotated(reseller.actor);
  const again = (more = {}) => rotateKey(api, reseller.actor, next.apiKey.id, more);

  expect((await again()).errors).toMatchObject([{ extensions: { reason: 'TOO_MANY_API_KEYS' } }]);
  expect((await again({ overlapHours: 0 })).errors).toBeUndefined();

  await endByHand('expires_at = now()');
  await givenKey(api, reseller.actor);
});

test.each(['foreign', 'random', 'malformed'])('a %s id is not found, and nothing changes', async (kind) => {
  const other = await givenPartner(api);
  const ids = { foreign: (await givenKey(api, other.actor)).apiKey.id, random: uuid(), malformed: 'no-uuid' };
  const before = await storedKeys(api);

  const { errors } = await rotateKey(api, reseller.actor, ids[kind as keyof typeof ids]);

  expect(errors).toMatchObject([{ message: 'ApiKey not found.', extensions: { code: 'NOT_FOUND' } }]);
  expect(await storedKeys(api)).toEqual(before);
});

test('a key with CLIENTS cannot be rotated while the partner does not manage clients', async () => {
  await api.rows('update partner_account set client_management_enabled = false where id = $1', [reseller.resellerId]);
  const { data } = await api.ask<{ signIn: Actor }>(
    undefined,
    'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { accessToken } }',
    { email: reseller.email, password: reseller.password },
  );
  const before = await storedKeys(api);

  const { errors } = await rotateKey(api, data?.signIn, key.apiKey.id);

  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  const keys = (rows: Record<string, unknown>[]) => rows.map((row) => row['key']);
  expect(keys(await storedKeys(api))).toEqual(keys(before));
});

test('an old session must confirm the identity first, and nothing changes', async () => {
  const old = reissued(api, reseller.actor, { authenticatedAt: Date.now() / 1000 - 601 });
  const before = await storedKeys(api);

  const { errors } = await rotateKey(api, old, key.apiKey.id);

  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', reason: 'RECENT_SIGN_IN_REQUIRED' } }]);
  expect(await storedKeys(api)).toEqual(before);
});

test.each([
  { path: 'overlapHours', more: { overlapHours: -1 } },
  { path: 'overlapHours', more: { overlapHours: 169 } },
  { path: 'expiresAt', more: { expiresAt: '2020-01-01T00:00:00Z' } },
])('a wrong $path is refused at its field, and nothing changes', async ({ path, more }) => {
  const before = await storedKeys(api);

  const { errors } = await rotateKey(api, reseller.actor, key.apiKey.id, more);

  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields: [{ path }] } }]);
  expect(await storedKeys(api)).toEqual(before);
});
