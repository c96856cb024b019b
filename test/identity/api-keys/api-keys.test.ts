import { v7 as uuid } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { useApi } from '../../support/api.ts';
import {
  createKey,
  givenKey,
  listKeys,
  mailsAbout,
  revokeKey,
  rotateKey,
  storedKeys,
} from '../../support/given/api-keys.ts';
import { givenPartner, type Partner } from '../../support/given/partners.ts';
import { auditOf, givenInvitedMember, givenMember } from '../../support/given/people.ts';

const api = useApi();
let reseller: Partner;
let other: Partner;

beforeAll(async () => {
  reseller = await givenPartner(api);
  other = await givenPartner(api);
});

test('lists the account’s keys that are not revoked, newest first', async () => {
  const first = await givenKey(api, other.actor);
  const revoked = await givenKey(api, other.actor);
  const last = await givenKey(api, other.actor, { expiresAt: '2099-01-01T00:00:00Z' });
  await revokeKey(api, other.actor, revoked.apiKey.id);

  expect(await listKeys(api, other.actor)).toEqual({
    data: { apiKeys: [{ ...last.apiKey, expiresAt: '2099-01-01T00:00:00.000Z' }, first.apiKey] },
  });
});

test('a revoked key is refused at the next request, and audited; a second revocation changes nothing', async () => {
  const key = await givenKey(api, reseller.actor);
  const { id } = key.apiKey;

  expect(await revokeKey(api, reseller.actor, id)).toEqual({ data: { revokeApiKey: true } });

  expect((await api.ask(key, '{ viewer { id } }')).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  const before = await storedKeys(api);
  expect(await revokeKey(api, reseller.actor, id)).toEqual({ data: { revokeApiKey: true } });
  expect(await storedKeys(api)).toEqual(before);
  const events = await auditOf(api, id);
  expect(events).toMatchObject([{ action: 'api_key.created' }, { action: 'api_key.revoked' }]);
  expect(JSON.parse(String(events[1]?.['changes']))).toEqual({
    revokedAt: { from: null, to: expect.stringMatching(/Z$/) },
  });
});

test.each(['foreign', 'random', 'malformed'])('a %s id is not found, and nothing changes', async (kind) => {
  const foreign = await givenKey(api, other.actor);
  const before = await storedKeys(api);

  const { data, errors } = await revokeKey(
    api,
    reseller.actor,
    kind === 'foreign' ? foreign.apiKey.id : kind === 'random' ? uuid() : 'no-uuid',
  );

  expect(data).toBeNull();
  expect(errors).toMatchObject([{ message: 'ApiKey not found.', extensions: { code: 'NOT_FOUND' } }]);
  expect(await storedKeys(api)).toEqual(before);
});

test.each([
  { who: 'anonymous', actor: () => undefined, code: 'UNAUTHENTICATED' },
  { who: 'for money only', actor: async () => (await givenMember(api, reseller, 'BILLING')).actor, code: 'FORBIDDEN' },
  {
    who: 'a read-only user',
    actor: async () => (await givenMember(api, reseller, 'READ_ONLY')).actor,
    code: 'FORBIDDEN',
  },
  { who: 'an API key', actor: () => givenKey(api, reseller.actor), code: 'FORBIDDEN' },
])('$who: $code, and nothing changes', async ({ actor, code }) => {
  const { apiKey } = await givenKey(api, reseller.actor);
  const caller = await actor();
  const before = await storedKeys(api);

  for (const { errors } of [
    await listKeys(api, caller),
    await createKey(api, caller),
    await rotateKey(api, caller, apiKey.id),
    await revokeKey(api, caller, apiKey.id),
    await api.ask(caller, '{ apiKeyUses(apiKeyId: "x") { items { id } } }'),
  ]) {
    expect(errors).toMatchObject([{ extensions: { code } }]);
  }
  expect(await storedKeys(api)).toEqual(before);
});

test('creator and owners get an email about a new or revoked key, with its prefix but not its name', async () => {
  const partner = await givenPartner(api);
  const [second, maker, colleague] = [
    await givenMember(api, partner, 'OWNER'),
    await givenMember(api, partner),
    await givenMember(api, partner),
  ];
  await givenInvitedMember(api, partner, 'OWNER');
  const { apiKey } = await givenKey(api, maker.actor, { name: 'WIN 5000 USD http://evil.example' });
  const made = await mailsAbout(api, apiKey.prefix);
  await revokeKey(api, partner.actor, apiKey.id);
  await revokeKey(api, partner.actor, apiKey.id);
  const revoked = (await mailsAbout(api, apiKey.prefix)).slice(made.length);

  const everybody = [partner.email, second.email, maker.email].sort();
  expect(made.map(({ recipient }) => recipient)).toEqual(everybody);
  expect(made.map(({ change }) => change)).toEqual(everybody.map(() => 'API_KEY_CREATED'));
  expect(revoked.map(({ recipient }) => recipient)).toEqual(everybody);
  expect(revoked.map(({ change }) => change)).toEqual(everybody.map(() => 'API_KEY_REVOKED'));
  expect(everybody).not.toContain(colleague.email);
  expect(JSON.stringify([made, revoked])).not.toContain('evil.example');
});
