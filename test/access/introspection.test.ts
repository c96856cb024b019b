import { beforeAll, describe, expect, test } from 'vitest';
import { clientAccessTokens } from '../../src/access/client.access.token.ts';
import { generatePrivateKey, readSigningKeys } from '../../src/identity/tokens/signing.keys.ts';
import { useApi } from '../support/api.ts';
import {
  AS_CLIENT_APP,
  askAsClientApp,
  CLIENT_APP_SECRET,
  exchange,
  givenAccess,
  INACTIVE,
  introspect,
} from '../support/given/callers/client-access.ts';
import { changeSubscription, givenClient, stored } from '../support/given/client-accounts.ts';
import { whileHeld } from '../support/locks.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { withoutTriggers } from '../support/database.changes.ts';

const api = useApi();
let reseller: Partner;

beforeAll(async () => {
  reseller = await givenPartner(api);
});

async function given(partner = reseller) {
  const client = await givenClient(api, partner.actor);
  return { client, partner, ...(await givenAccess(api, partner.actor, client.id)) };
}

type Given = Awaited<ReturnType<typeof given>>;

test('returns the user, the client and the expiry, any number of times', async () => {
  const { accessToken, sessionId, client, expiresAt } = await given();
  const answer = {
    active: true,
    iss: 'http://localhost:4000',
    aud: 'reachgenie-client-app',
    sub: client.id,
    jti: sessionId,
    act: { sub: reseller.ownerId, email: reseller.email },
    iat: expect.any(Number),
    exp: Date.parse(expiresAt) / 1000,
  };

  const response = await askAsClientApp(api, 'introspect', { token: accessToken });

  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  expect(await response.json()).toEqual(answer);
  expect(await introspect(api, accessToken)).toEqual(answer);
});

describe('D3: the exchange', () => {
  test('works once, is audited, and leaves the token valid', async () => {
    const { accessToken, sessionId, client } = await given();

    expect(await exchange(api, accessToken)).toMatchObject({ active: true, jti: sessionId });
    const before = await stored(api, client.id);
    expect(await exchange(api, accessToken)).toEqual(INACTIVE);
    expect(await stored(api, client.id)).toEqual(before);
    expect(await introspect(api, accessToken)).toMatchObject({ active: true });

    const [session] = await api.rows('select * from client_access_session where id = $1', [sessionId]);
    expect(session?.['exchanged_at']).toBeInstanceOf(Date);
    const events = await api.rows('select * from audit_event where target_id = $1 order by sequence desc limit 1', [
      client.id,
    ]);
    expect(events).toMatchObject([
      {
        action: 'client.access_opened',
        actor_id: reseller.ownerId,
        actor_email: reseller.email,
        credential: `client-access:${sessionId}`,
        reseller_id: reseller.resellerId,
      },
    ]);
    expect(api.logs).toContainEqual(expect.objectContaining({ event: 'client_access_replayed', sessionId }));
  });

  test('succeeds exactly once for concurrent calls', async () => {
    const { accessToken, sessionId } = await given();

    const held = { sql: 'select 1 from client_access_session where id = $1', values: [sessionId] };
    const answers = await whileHeld(api, held, 5, () =>
      Promise.all([1, 2, 3, 4, 5].map(() => exchange(api, accessToken))),
    );

    expect(answers.filter(({ active }) => active)).toHaveLength(1);
  });
});

const UPDATE_PARTNER =
  'mutation ($id: ID!, $input: UpdatePartnerAccountInput!) { updatePartnerAccount(id: $id, input: $input) { id } }';
const updatePartner = async ({ partner }: Given, input: object) => {
  const { errors } = await api.ask(api.admin, UPDATE_PARTNER, { id: partner.resellerId, input });
  if (errors) throw new Error(JSON.stringify(errors));
};
const subscribe = async ({ partner, client: { id } }: Given, subscriptionStatus: string) => {
  const { errors } = await changeSubscription(api, partner.actor, { id, input: { subscriptionStatus } });
  if (errors) throw new Error(JSON.stringify(errors));
};

const changeRow = (sql: string, id: string) => withoutTriggers(api, sql, [id]);

const changeUser =
  (change: string) =>
  ({ partner }: Given) =>
    changeRow(`update user_account set ${change} where id = $1`, partner.ownerId);

describe('D3: an open access is refused as soon as', () => {
  test.each<[string, (it: Given) => Promise<unknown>]>([
    [
      'it has expired',
      ({ sessionId }) => changeRow('update client_access_session set expires_at = now() where id = $1', sessionId),
    ],
    [
      'it was revoked',
      ({ sessionId, partner }) => api.ask(partner.actor, `mutation { revokeClientAccess(sessionId: "${sessionId}") }`),
    ],
    ['the client application ended it', ({ accessToken }) => askAsClientApp(api, 'revoke', { token: accessToken })],
    ['the client is suspended', (it) => subscribe(it, 'SUSPENDED')],
    ['the client is canceled', (it) => subscribe(it, 'CANCELED')],
    ['the partner is deactivated', (it) => updatePartner(it, { isActive: false })],
    [
      'the partner was deactivated in between',
      async (it) => {
        await updatePartner(it, { isActive: false });
        await updatePartner(it, { isActive: true });
      },
    ],
    ['client management is switched off', (it) => updatePartner(it, { clientManagementEnabled: false })],
    [
      'the partner is inactive in the database',
      ({ partner }) => changeRow('update partner_account set is_active = false where id = $1', partner.resellerId),
    ],
    [
      'the user no longer belongs to the reseller',
      changeUser(`role = 'ADMIN', admin_roles = '{ALL}', reseller_id = null, partner_role = null`),
    ],
    ['the user is read-only', changeUser(`partner_role = 'READ_ONLY'`)],
    ['the user is removed', changeUser('is_active = false')],
  ])('%s', async (_, happens) => {
    const it = await given(await givenPartner(api));
    expect(await introspect(api, it.accessToken)).toMatchObject({ active: true });

    await happens(it);

    expect(await introspect(api, it.accessToken)).toEqual(INACTIVE);
    expect(await exchange(api, it.accessToken)).toEqual(INACTIVE);
    const [session] = await api.rows('select exchanged_at from client_access_session where id = $1', [it.sessionId]);
    expect(session).toEqual({ exchanged_at: null });
  });
});

test('a reactivated client can be accessed until the access expires', async () => {
  const it = await given();
  await subscribe(it, 'SUSPENDED');
  await subscribe(it, 'ACTIVE');

  expect(await introspect(api, it.accessToken)).toMatchObject({ active: true });
});

describe('D2: other tokens are inactive', () => {
  const keys = () => readSigningKeys(api.privateKey, '');
  const claims = ({ client, sessionId, partner }: Given) => ({
    sub: client.id,
    jti: sessionId,
    act: { sub: partner.ownerId, email: partner.email },
  });
  const later = () => new Date(Date.now() + 60_000);

  test.each<[string, (it: Given) => string | Promise<string>]>([
    ['nonsense', () => 'nonsense'],
    ['an access token of this API', ({ partner }) => partner.actor.accessToken],
    [
      'a token that has expired',
      (it) => clientAccessTokens(keys(), 'http://localhost:4000').sign(claims(it), new Date(Date.now() - 1_000)),
    ],
    [
      'a token of another issuer',
      (it) => clientAccessTokens(keys(), 'http://localhost:4001').sign(claims(it), later()),
    ],
    [
      'a token signed by another key',
      (it) =>
        clientAccessTokens(readSigningKeys(generatePrivateKey(), ''), 'http://localhost:4000').sign(
          claims(it),
          later(),
        ),
    ],
    ['a token whose signature was cut', ({ accessToken }) => accessToken.slice(0, -2)],
    [
      'a session’s token for another client',
      async (it) => {
        const { id: sub } = await givenClient(api, it.partner.actor);
        return clientAccessTokens(keys(), 'http://localhost:4000').sign({ ...claims(it), sub }, later());
      },
    ],
  ])('%s', async (_, tokenOf) => {
    const token = await tokenOf(await given());

    expect(await introspect(api, token)).toEqual(INACTIVE);
    expect(await exchange(api, token)).toEqual(INACTIVE);
    expect((await askAsClientApp(api, 'revoke', { token })).status).toBe(200);
  });
});

test('the client application ends an access, and the audit log names its user', async () => {
  const { accessToken, client, sessionId } = await given();

  const response = await askAsClientApp(api, 'revoke', { token: accessToken });

  expect([response.status, await response.text()]).toEqual([200, '']);
  const events = await api.rows('select * from audit_event where target_id = $1 order by sequence desc limit 1', [
    client.id,
  ]);
  expect(events).toMatchObject([
    { action: 'client.access_revoked', actor_email: reseller.email, credential: `client-access:${sessionId}` },
  ]);
  const before = await stored(api, client.id);
  await askAsClientApp(api, 'revoke', { token: accessToken });
  expect(await stored(api, client.id)).toEqual(before);
});

const basic = (user: string, password: string) => ({
  authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
});

test('the client application can also authenticate by HTTP Basic', async () => {
  const { accessToken } = await given();

  const response = await askAsClientApp(
    api,
    'introspect',
    { token: accessToken },
    basic('reachgenie-client-app', CLIENT_APP_SECRET),
  );

  expect(await response.json()).toMatchObject({ active: true });
});

describe('refuses every other caller', () => {
  test.each<[string, () => Record<string, string>]>([
    ['nobody', () => ({})],
    ['a wrong secret', () => ({ authorization: `Bearer ${CLIENT_APP_SECRET}x` })],
    ['an empty secret', () => ({ authorization: 'Bearer ' })],
    ['a wrong scheme', () => ({ authorization: `Digest ${CLIENT_APP_SECRET}` })],
    ['a wrong user name', () => basic('somebody', CLIENT_APP_SECRET)],
    ['a wrong password', () => basic('reachgenie-client-app', 'wrong')],
    ['an admin', () => ({ authorization: `Bearer ${api.admin.accessToken}` })],
    ['a reseller', () => ({ authorization: `Bearer ${reseller.actor.accessToken}` })],
  ])('%s: 401, and nothing changes', async (_, headers) => {
    const { accessToken, client } = await given();
    const before = await stored(api, client.id);

    for (const path of ['introspect', 'revoke'] as const) {
      const response = await askAsClientApp(api, path, { token: accessToken, exchange: 'true' }, headers());
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Basic realm="client application"');
      expect(await response.json()).toEqual({ error: 'invalid_client' });
    }
    expect(await stored(api, client.id)).toEqual(before);
  });
});

test.each([
  { what: 'no token', type: 'application/x-www-form-urlencoded', body: 'exchange=true' },
  { what: 'an empty token', type: 'application/x-www-form-urlencoded', body: 'token=' },
  { what: 'no body', type: 'application/x-www-form-urlencoded', body: '' },
  { what: 'JSON', type: 'application/json', body: '{"token":"x"}' },
  { what: 'plain text', type: 'text/plain', body: 'token=x' },
])('$what: 400', async ({ type, body }) => {
  const response = await fetch(`${api.url}/client-access/introspect`, {
    method: 'POST',
    headers: { ...AS_CLIENT_APP, 'content-type': type },
    body,
  });

  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ error: 'invalid_request' });
});

test('D4: no log contains the token or the secret', async () => {
  const { accessToken } = await given();
  await introspect(api, accessToken);
  await askAsClientApp(api, 'introspect', { token: accessToken }, { authorization: `Bearer ${CLIENT_APP_SECRET}x` });

  const everything = JSON.stringify(api.logs);
  expect(everything).toContain('client_app_refused');
  for (const secret of [CLIENT_APP_SECRET, accessToken, accessToken.split('.')[2]])
    expect(everything).not.toContain(secret);
});
