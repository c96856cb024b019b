import { v7 as uuid } from 'uuid';
import { beforeEach, expect, test } from 'vitest';
import { ADMIN, signIn, useApi, type Actor, type GraphQLProblem } from '../support/api.ts';
import { givenKey } from '../support/given/api-keys.ts';
import { askAsClientApp, givenAccess } from '../support/given/callers/client-access.ts';
import { givenClient } from '../support/given/client-accounts.ts';
import { whileHeld } from '../support/locks.ts';
import { givenPartner, PASSWORD, type Partner } from '../support/given/partners.ts';
import { auditOf, givenMember } from '../support/given/people.ts';

const api = useApi();
let partner: Partner;

beforeEach(async () => {
  partner = await givenPartner(api);
});

const UPDATE = `mutation UpdatePartnerAccount($id: ID!, $input: UpdatePartnerAccountInput!) {
  updatePartnerAccount(id: $id, input: $input) { id tier isActive clientManagementEnabled whitelabelEnabled updatedAt }
}`;

const update = (input: object, actor: Actor | undefined = api.admin, id = partner.resellerId) =>
  api.ask<{ updatePartnerAccount: Record<string, unknown> }>(actor, UPDATE, { id, input });

const stored = () =>
  api.rows(
    `select p.*, (select count(*) from audit_event) as events, (select jsonb_agg(s order by id) from user_session s) as sessions
     from partner_account p order by id`,
  );
const codeOf = async (actor: Actor, query = '{ viewer { id } }') =>
  (await api.ask(actor, query)).errors?.[0]?.extensions.code;

/** Signs in, and keeps the cookie. */
async function enter(email: string) {
  const query =
    'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { accessToken } }';
  const response = await api.post({ query, variables: { email, password: PASSWORD } });
  const { data } = (await response.json()) as { data: { signIn: Actor } };
  return { actor: data.signIn, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' };
}

async function refresh(cookie: string) {
  const response = await api.post({ query: 'mutation { refreshSession { accessToken } }' }, { cookie });
  const { data, errors } = (await response.json()) as {
    data?: { refreshSession: Actor } | null;
    errors?: GraphQLProblem[];
  };
  return { actor: data?.refreshSession, code: errors?.[0]?.extensions.code };
}

test.each([
  { input: { tier: 'PLATINUM' }, changes: { tier: { from: 'SILVER', to: 'PLATINUM' } } },
  { input: { whitelabelEnabled: true }, changes: { whitelabelEnabled: { from: false, to: true } } },
  { input: { clientManagementEnabled: false }, changes: { clientManagementEnabled: { from: true, to: false } } },
  {
    input: { isActive: false },
    changes: { isActive: { from: true, to: false }, accessEndedAt: { from: null, to: expect.stringMatching(/Z$/) } },
  },
  {
    input: { tier: 'GOLD', whitelabelEnabled: true },
    changes: { tier: { from: 'SILVER', to: 'GOLD' }, whitelabelEnabled: { from: false, to: true } },
  },
])('$input: changes the account, and audits it', async ({ input, changes }) => {
  const { data } = await update(input);

  expect(data?.updatePartnerAccount).toMatchObject(input);
  const event = (await auditOf(api, partner.resellerId)).at(-1);
  expect(event).toMatchObject({
    action: 'partner.updated',
    target_type: 'PartnerAccount',
    reseller_id: partner.resellerId,
    actor_email: ADMIN.email,
    actor_role: 'ADMIN',
  });
  expect(JSON.parse(String(event?.['changes']))).toEqual(changes);
});

test.each([{}, { tier: null, isActive: null }, { tier: 'SILVER', isActive: true, clientManagementEnabled: true }])(
  '%o changes nothing, and audits nothing',
  async (input) => {
    const before = await stored();

    expect((await update(input)).data?.updatePartnerAccount).toMatchObject({ tier: 'SILVER', isActive: true });
    expect(await stored()).toEqual(before);
  },
);

test('A4: a deactivated partner loses sessions, keys and client access immediately, and keeps its clients', async () => {
  const member = await givenMember(api, partner);
  const key = await givenKey(api, partner.actor);
  const client = await givenClient(api, partner.actor);
  const access = await givenAccess(api, partner.actor, client.id);
  const { cookie } = await enter(partner.email);
  const clientBefore = await api.rows('select * from client_account where id = $1', [client.id]);

  await update({ isActive: false });

  for (const actor of [partner.actor, member.actor, key]) {
    expect(await codeOf(actor)).toBe('UNAUTHENTICATED');
    expect(await codeOf(actor, '{ clientAccounts { items { id } } }')).toBe('UNAUTHENTICATED');
  }
  expect((await refresh(cookie)).code).toBe('UNAUTHENTICATED');
  await expect(signIn(api, { email: partner.email, password: PASSWORD })).rejects.toThrow(
    'Email address or password is wrong.',
  );
  const introspected = await askAsClientApp(api, 'introspect', { token: access.accessToken });
  expect(await introspected.json()).toEqual({ active: false });
  expect(await api.rows('select * from client_account where id = $1', [client.id])).toEqual(clientBefore);
});

test('after a reactivation its users can sign in again, but lost sessions and keys stay lost', async () => {
  const key = await givenKey(api, partner.actor);
  const client = await givenClient(api, partner.actor);
  const access = await givenAccess(api, partner.actor, client.id);
  const { cookie, actor } = await enter(partner.email);
  await update({ isActive: false });

  expect((await update({ isActive: true })).data?.updatePartnerAccount['isActive']).toBe(true);

  for (const lost of [partner.actor, actor, key]) expect(await codeOf(lost)).toBe('UNAUTHENTICATED');
  expect((await refresh(cookie)).code).toBe('UNAUTHENTICATED');
  expect(await (await askAsClientApp(api, 'introspect', { token: access.accessToken })).json()).toEqual({
    active: false,
  });
  const again = await signIn(api, { email: partner.email, password: PASSWORD });
  expect(await api.ask(again, '{ apiKeys { id } clientAccounts { items { id } } }')).toEqual({
    data: { apiKeys: [], clientAccounts: { items: [{ id: client.id }] } },
  });
  expect(await codeOf(await givenKey(api, again))).toBeUndefined();
});

test('a session that started during the deactivation does not become valid', async () => {
  await update({ isActive: false });
  await api.rows(
    `insert into user_session (id, user_id, created_at, expires_at, address)
     select gen_random_uuid(), $1, now(), now() + interval '1 day', '127.0.0.1'`,
    [partner.ownerId],
  );

  await update({ isActive: true });

  expect(
    await api.rows('select 1 from user_session where user_id = $1 and revoked_at is null', [partner.ownerId]),
  ).toEqual([]);
});

test('client management ends at the next request, and the refresh returns tokens without it and with it again', async () => {
  const { actor, cookie } = await enter(partner.email);
  const key = await givenKey(api, partner.actor);
  const CLIENTS = '{ clientAccounts { items { id } } }';

  await update({ clientManagementEnabled: false });

  expect(await codeOf(actor, CLIENTS)).toBe('UNAUTHENTICATED');
  expect(await codeOf(key, CLIENTS)).toBe('UNAUTHENTICATED');
  const refreshed = await refresh(cookie);
  const without = refreshed.actor ?? expect.fail('not refreshed');
  expect(await codeOf(without, CLIENTS)).toBe('FORBIDDEN');
  const withScope = 'mutation { createApiKey(name: "X", scopes: [CLIENTS]) { secret } }';
  expect(await codeOf(without, withScope)).toBe('BAD_USER_INPUT');
  expect(await codeOf(without)).toBeUndefined();

  await update({ clientManagementEnabled: true });

  expect(await codeOf(without)).toBe('UNAUTHENTICATED');
  expect(await codeOf(await signIn(api, { email: partner.email, password: PASSWORD }), CLIENTS)).toBeUndefined();
  expect(await codeOf(key, CLIENTS)).toBeUndefined();
});

test('a sign-in while client management ends does not keep it', async () => {
  const held = { sql: 'select 1 from partner_account where id = $1', values: [partner.resellerId] };
  const [, entered] = await whileHeld(api, held, 2, () =>
    Promise.all([update({ clientManagementEnabled: false }), enter(partner.email)]),
  );

  expect(await codeOf(entered.actor, '{ clientAccounts { items { id } } }')).toMatch(/^(UNAUTHENTICATED|FORBIDDEN)$/);
});

test.each(['REFERRAL', 'TECHNOLOGY'])(
  'a %s partner cannot manage clients, and nothing changes',
  async (partnershipType) => {
    const { resellerId, actor } = await givenPartner(api, { partnershipType });
    const before = await stored();

    const { errors } = await update({ tier: 'GOLD', clientManagementEnabled: true }, api.admin, resellerId);

    expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', reason: 'NOT_A_RESELLER' } }]);
    expect(await stored()).toEqual(before);
    expect(await codeOf(actor, '{ clientAccounts { items { id } } }')).toBe('FORBIDDEN');
  },
);

test.each(['random', 'malformed'])('a %s id is not found', async (kind) => {
  const { errors } = await update({ tier: 'GOLD' }, api.admin, kind === 'random' ? uuid() : 'no-uuid');

  expect(errors).toMatchObject([{ message: 'PartnerAccount not found.', extensions: { code: 'NOT_FOUND' } }]);
});

test.each(['id', 'partnerId', 'adminEmail', 'createdAt', 'version', 'status'])(
  'refuses the extra input field %s: 400',
  async (field) => {
    const before = await stored();
    const body = { query: UPDATE, variables: { id: partner.resellerId, input: { tier: 'GOLD', [field]: 'x' } } };

    const response = await api.post(body, { authorization: `Bearer ${api.admin.accessToken}` });

    expect(response.status).toBe(400);
    expect(await stored()).toEqual(before);
  },
);

test.each([
  { who: 'an anonymous caller', actor: () => null, code: 'UNAUTHENTICATED' },
  { who: 'the partner itself', actor: () => partner.actor, code: 'FORBIDDEN' },
  { who: 'an API key', actor: () => givenKey(api, partner.actor), code: 'FORBIDDEN' },
])('refuses $who with $code, and changes nothing', async ({ actor, code }) => {
  const caller = (await actor()) ?? undefined;
  const before = await stored();

  const { errors } = await api.ask(caller, UPDATE, {
    id: partner.resellerId,
    input: { tier: 'PLATINUM', whitelabelEnabled: true },
  });

  expect(errors).toMatchObject([{ extensions: { code } }]);
  expect(await stored()).toEqual(before);
});
