import jwt from 'jsonwebtoken';
import { v7 as uuid } from 'uuid';
import { beforeAll, expect, test, vi } from 'vitest';
import { readSigningKeys } from '../../src/identity/tokens/signing.keys.ts';
import { signIn, useApi, type Actor } from '../support/api.ts';
import { access, givenAccess, INACTIVE, introspect } from '../support/given/callers/client-access.ts';
import { counts, givenClient, givenClientThatIs, stored, withoutRequestId } from '../support/given/client-accounts.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { whileRefused } from '../support/database.changes.ts';

const CLIENT_APP_URL = 'https://app.example.com/login';
const api = useApi({ CLIENT_APP_URL });
let reseller: Partner;

beforeAll(async () => {
  reseller = await givenPartner(api);
});

test('D4: returns a URL with the token in its fragment, and stores a session and an audit event', async () => {
  const client = await givenClient(api, reseller.actor);

  const { data, errors } = await access(api, reseller.actor, client.id, '  They asked\r\nfor help. ');

  expect(errors).toBeUndefined();
  const { sessionId, accessToken, url, expiresAt } = data?.accessClientAccount ?? {};
  expect(url).toBe(`${CLIENT_APP_URL}#access_token=${accessToken}`);
  const [session] = await api.rows('select * from client_access_session where id = $1', [sessionId]);
  expect(session).toMatchObject({
    reseller_id: reseller.resellerId,
    client_id: client.id,
    user_id: reseller.ownerId,
    reason: 'They asked\nfor help.',
    exchanged_at: null,
    revoked_at: null,
    expires_at: new Date(expiresAt ?? ''),
  });
  const events = await api.rows('select * from audit_event where target_id = $1 order by sequence desc limit 1', [
    client.id,
  ]);
  expect(events).toMatchObject([
    {
      action: 'client.accessed',
      actor_email: reseller.email,
      reseller_id: reseller.resellerId,
      target_type: 'ClientAccount',
    },
  ]);
  expect(JSON.parse(String(events[0]?.['changes']))).toMatchObject({
    sessionId: { from: null, to: sessionId },
    reason: { from: null, to: 'They asked\nfor help.' },
  });
});

test('the token names the user and the client, is for the client application only, and lasts 15 minutes', async () => {
  const client = await givenClient(api, reseller.actor);

  const { sessionId, accessToken, expiresAt } = await givenAccess(api, reseller.actor, client.id);

  const { kid, publicKeys } = readSigningKeys(api.privateKey, '');
  const options = {
    complete: true,
    algorithms: ['ES256' as const],
    audience: 'reachgenie-client-app',
    issuer: 'http://localhost:4000',
  };
  const { header, payload } = jwt.verify(accessToken, publicKeys.get(kid) ?? '', { ...options, complete: true });
  expect(header).toEqual({ alg: 'ES256', typ: 'client-access+jwt', kid });
  expect(payload).toEqual({
    iss: 'http://localhost:4000',
    aud: 'reachgenie-client-app',
    sub: client.id,
    jti: sessionId,
    act: { sub: reseller.ownerId, email: reseller.email },
    iat: expect.any(Number),
    exp: Date.parse(expiresAt) / 1000,
  });
  const seconds = (Date.parse(expiresAt) - Date.now()) / 1000;
  expect(seconds).toBeGreaterThan(14 * 60);
  expect(seconds).toBeLessThanOrEqual(15 * 60);
});

test.each([
  ['the viewer', '{ viewer { id } }'],
  ['a reseller’s clients', '{ clientAccounts { items { id } } }'],
  ['the client itself', 'query ($id: ID!) { clientAccount(id: $id) { id } }'],
  ['an admin’s list', '{ partnerApplications { items { id } } }'],
  ['another access', 'mutation ($id: ID!) { accessClientAccount(id: $id, reason: "x") { accessToken } }'],
  ['a session', 'mutation { signOut }'],
])('D2: this API refuses the token for %s', async (_, query) => {
  const { id } = await givenClient(api, reseller.actor);
  const { accessToken } = await givenAccess(api, reseller.actor, id);
  const before = await stored(api, id);

  const { errors } = await api.ask({ accessToken }, query, { id });

  expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  expect(await stored(api, id)).toEqual(before);
});

test('D4: the token appears only in the response, not in a log or in the database', async () => {
  const { id } = await givenClient(api, reseller.actor);
  const { accessToken } = await givenAccess(api, reseller.actor, id);
  await api.ask({ accessToken }, '{ viewer { id } }');

  const everything = JSON.stringify([
    api.logs,
    await api.rows('select * from client_access_session'),
    await api.rows('select * from audit_event'),
  ]);

  expect(everything).toContain(id);
  for (const part of [accessToken, accessToken.split('.')[2]]) expect(everything).not.toContain(part);
});

test('D1: another reseller’s client gets the same answer as a random ID, and nothing is stored', async () => {
  const { id } = await givenClient(api, (await givenPartner(api)).actor);
  const before = await stored(api, id);
  const ask = async (someId: string) => withoutRequestId(await access(api, reseller.actor, someId));

  const foreign = await ask(id);

  expect(foreign.errors).toMatchObject([{ message: 'ClientAccount not found.', extensions: { code: 'NOT_FOUND' } }]);
  expect(foreign).toEqual(await ask(uuid()));
  expect(foreign).toEqual(await ask('no-uuid'));
  expect(await stored(api, id)).toEqual(before);
});

test.each(['SUSPENDED', 'CANCELED'])(
  'D1: access to a client that is %s is FORBIDDEN, and nothing is stored',
  async (status) => {
    const { id } = await givenClientThatIs(api, reseller.actor, status);
    const before = await stored(api, id);

    const { data, errors } = await access(api, reseller.actor, id);

    expect(data).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(await stored(api, id)).toEqual(before);
  },
);

const UPDATE_PARTNER =
  'mutation ($id: ID!, $input: UpdatePartnerAccountInput!) { updatePartnerAccount(id: $id, input: $input) { id } }';

test('D1: without client management, access is refused immediately, and FORBIDDEN after the next sign-in', async () => {
  const partner = await givenPartner(api);
  const { id } = await givenClient(api, partner.actor);
  await api.ask(api.admin, UPDATE_PARTNER, { id: partner.resellerId, input: { clientManagementEnabled: false } });
  const before = await stored(api, id);

  expect((await access(api, partner.actor, id)).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  expect((await access(api, await signIn(api, partner), id)).errors).toMatchObject([
    { extensions: { code: 'FORBIDDEN' } },
  ]);
  expect(await stored(api, id)).toEqual(before);
});

test('D1: an inactive partner is refused immediately', async () => {
  const partner = await givenPartner(api);
  const { id } = await givenClient(api, partner.actor);
  await api.ask(api.admin, UPDATE_PARTNER, { id: partner.resellerId, input: { isActive: false } });
  const before = await stored(api, id);

  expect((await access(api, partner.actor, id)).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  expect(await stored(api, id)).toEqual(before);
});

test('access ends with the partner’s deactivation even if the clock of the process was ahead', async () => {
  const partner = await givenPartner(api);
  const { id } = await givenClient(api, partner.actor);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
  const { accessToken } = await givenAccess(api, partner.actor, id).finally(() => vi.useRealTimers());
  expect(await introspect(api, accessToken)).toMatchObject({ active: true });

  for (const isActive of [false, true])
    await api.ask(api.admin, UPDATE_PARTNER, { id: partner.resellerId, input: { isActive } });

  expect(await introspect(api, accessToken)).toEqual(INACTIVE);
});

const byApiKey = async (): Promise<Actor> => {
  const { data } = await api.ask<{ createApiKey: { secret: string } }>(
    reseller.actor,
    'mutation { createApiKey(name: "CRM") { secret } }',
  );
  return { accessToken: data?.createApiKey.secret ?? '' };
};

test.each([
  { who: 'an anonymous caller', actor: async () => undefined, code: 'UNAUTHENTICATED' },
  { who: 'an admin', actor: async () => api.admin, code: 'FORBIDDEN' },
  {
    who: 'a referral partner',
    actor: async () => (await givenPartner(api, { partnershipType: 'REFERRAL' })).actor,
    code: 'FORBIDDEN',
  },
  { who: 'an API key', actor: byApiKey, code: 'FORBIDDEN' },
])('refuses $who with $code, and stores nothing', async ({ actor, code }) => {
  const { id } = await givenClient(api, reseller.actor);
  const who = await actor();
  const before = [await stored(api, id), await counts(api)];

  const { data, errors } = await access(api, who, id);

  expect(data).toBeNull();
  expect(errors).toMatchObject([{ extensions: { code } }]);
  expect([await stored(api, id), await counts(api)]).toEqual(before);
});

test.each(['', ' ', 'x'.repeat(501), 'a\u0000b', 'a\u202eb'])(
  'refuses the reason %j, and stores nothing',
  async (reason) => {
    const { id } = await givenClient(api, reseller.actor);
    const before = await stored(api, id);

    const { errors } = await access(api, reseller.actor, id, reason);

    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'reason' }] } }]);
    expect(await stored(api, id)).toEqual(before);
  },
);

test('D5: grants no access if the audit event cannot be written', async () => {
  const { actor, email } = await givenPartner(api);
  const { id } = await givenClient(api, actor);
  const before = await stored(api, id);

  const { data, errors } = await whileRefused(api, { table: 'audit_event', unless: `actor_email <> '${email}'` }, () =>
    access(api, actor, id),
  );

  expect(data).toBeNull();
  expect(errors).toMatchObject([{ message: 'Something went wrong.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
  expect(await stored(api, id)).toEqual(before);
});
