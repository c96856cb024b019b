import { v7 as uuid } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { ADMIN, useApi, type Actor } from '../support/api.ts';
import { givenKey, revokeKey } from '../support/given/api-keys.ts';
import { create, update, validClient } from '../support/given/client-accounts.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { givenMember } from '../support/given/people.ts';
import { statementsOf } from '../support/statements.ts';

const api = useApi();

interface Event {
  id: string;
  occurredAt: string;
  type: string;
  action: string;
  actorEmail: string;
  resellerId: string | null;
  targetType: string;
  targetId: string;
  changes: string | null;
  ipAddress: string | null;
  requestId: string | null;
}

interface Events {
  auditEvents: { items: Event[]; pageInfo: { totalItems: number } };
}

const LIST = `query AuditEvents($filter: AuditEventFilter) {
  auditEvents(filter: $filter, limit: 100) {
    items { id occurredAt type action actorEmail resellerId targetType targetId changes ipAddress requestId }
    pageInfo { totalItems }
  }
}`;

let mine: Partner;
let theirs: Partner;
let clientId: string;

async function list(actor: Actor | undefined, filter?: object) {
  const { data, errors } = await api.ask<Events>(actor, LIST, { filter });
  return { items: data?.auditEvents.items ?? [], pageInfo: data?.auditEvents.pageInfo, errors };
}

const rows = (where = 'true', ...values: unknown[]) =>
  api.rows(`select id from audit_event where ${where} order by occurred_at desc, id desc`, values);
const idsOf = (events: { id?: unknown }[]) => events.map(({ id }) => id);

beforeAll(async () => {
  mine = await givenPartner(api);
  theirs = await givenPartner(api);
  for (const { actor } of [mine, theirs]) {
    const { data } = await create(api, actor, validClient());
    clientId = String(data?.createClientAccount.id);
    await update(api, actor, { id: clientId, input: { companyName: 'Acme & Sons', contactPhone: '+49 30 1' } });
  }
  await api.ask(api.admin, 'mutation ($id: ID!) { updatePartnerAccount(id: $id, input: { tier: GOLD }) { id } }', {
    id: mine.resellerId,
  });
});

test('an admin sees every event in full, newest first', async () => {
  const { items, pageInfo } = await list(api.admin);

  expect(idsOf(items)).toEqual(idsOf(await rows()));
  expect(pageInfo?.totalItems).toBe(items.length);
  expect(items.find(({ action }) => action === 'client.updated')).toEqual({
    id: expect.any(String),
    occurredAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]+\.\d{3}Z$/),
    type: 'CLIENT_UPDATED',
    action: 'client.updated',
    actorEmail: theirs.email,
    resellerId: theirs.resellerId,
    targetType: 'ClientAccount',
    targetId: clientId,
    changes: JSON.stringify({
      companyName: { from: 'Acme', to: 'Acme & Sons' },
      contactPhone: { from: null, to: '+49 30 1' },
    }),
    ipAddress: '127.0.0.1',
    requestId: expect.any(String),
  });
  expect(new Set(items.map(({ resellerId }) => resellerId))).toEqual(
    new Set([null, mine.resellerId, theirs.resellerId]),
  );
});

test.each([
  { who: 'a partner', actor: () => mine.actor },
  { who: 'a member who is not an owner', actor: async () => (await givenMember(api, mine)).actor },
  { who: 'an API key', actor: () => givenKey(api, mine.actor) },
])('$who sees only the events of the partner', async ({ actor }) => {
  const { items, pageInfo } = await list(await actor());

  expect(items.length).toBeGreaterThan(5);
  expect(idsOf(items)).toEqual(idsOf(await rows('reseller_id = $1', mine.resellerId)));
  expect(pageInfo?.totalItems).toBe(items.length);
});

test('a partner that is not a reseller sees its own events, too', async () => {
  const { actor, resellerId } = await givenPartner(api, { partnershipType: 'TECHNOLOGY' });

  expect(idsOf((await list(actor)).items)).toEqual(idsOf(await rows('reseller_id = $1', resellerId)));
});

test('B3: a partner sees neither the admin nor the admin’s address', async () => {
  const { items } = await list(mine.actor);

  expect(JSON.stringify(items)).not.toContain(ADMIN.email);
  const byAdmins = items.filter(({ actorEmail }) => actorEmail === 'ReachGenie');
  expect(byAdmins.map(({ action }) => action)).toContain('partner.updated');
  expect(byAdmins.every(({ ipAddress }) => ipAddress === null)).toBe(true);
  expect(
    items.filter(({ actorEmail }) => actorEmail === mine.email).every(({ ipAddress }) => ipAddress === '127.0.0.1'),
  ).toBe(true);
});

test.each([
  { filter: { types: ['CLIENT_CREATED', 'CLIENT_UPDATED'] }, where: `action in ('client.created', 'client.updated')` },
  { filter: { types: [] }, where: 'false' },
  { filter: { types: ['OTHER'] }, where: 'false' },
  { filter: { types: ['CLIENT_CREATED'], action: ['client.updated'] }, where: 'false' },
  { filter: { action: ['client.created', 'client.updated'] }, where: `action in ('client.created', 'client.updated')` },
  { filter: { action: [] }, where: 'false' },
  { filter: { targetId: 'CLIENT' }, where: 'target_id = $1' },
  { filter: { from: '2020-01-01T00:00:00Z', to: '2020-01-02T00:00:00Z' }, where: 'false' },
  { filter: { from: '2020-01-01T00:00:00Z' }, where: 'true' },
  { filter: { targetId: 'CLIENT', action: ['client.updated'] }, where: `target_id = $1 and action = 'client.updated'` },
])('filters by $filter', async ({ filter, where }) => {
  const text = JSON.stringify(filter).replace('"CLIENT"', JSON.stringify(clientId));
  const values = where.includes('$1') ? [clientId] : [];

  const { items, pageInfo } = await list(api.admin, JSON.parse(text) as object);

  expect(idsOf(items)).toEqual(idsOf(await rows(where, ...values)));
  expect(pageInfo?.totalItems).toBe(items.length);
});

test('compares one action with =, so that an index provides the order', async () => {
  const sent = await statementsOf(() => list(api.admin, { types: ['CLIENT_CREATED'] }));

  expect(sent.join()).toContain('"action" =');
  expect(sent.join()).not.toContain('any(');
});

test('admins can filter by any partner, partners only by their own', async () => {
  const own = idsOf(await rows('reseller_id = $1', mine.resellerId));

  for (const actor of [api.admin, mine.actor]) {
    const { items, pageInfo } = await list(actor, { resellerId: mine.resellerId });
    expect(idsOf(items)).toEqual(own);
    expect(pageInfo?.totalItems).toBe(own.length);
  }
});

test.each(['foreign', 'random', 'malformed'])('a %s partner or target returns nothing to a partner', async (kind) => {
  const resellerId = { foreign: theirs.resellerId, random: uuid(), malformed: 'no-uuid' }[kind];
  const targetId = { foreign: clientId, random: uuid(), malformed: 'no-uuid' }[kind];

  for (const filter of [{ resellerId }, { targetId }, { resellerId, targetId }]) {
    expect(await list(mine.actor, filter)).toEqual({
      items: [],
      pageInfo: { totalItems: 0 },
      errors: undefined,
    });
  }
});

test('H2: shows times in RFC 3339 format, and no secrets', async () => {
  const { apiKey } = await givenKey(api, mine.actor, { expiresAt: '2030-01-01T00:00:00Z' });
  await revokeKey(api, mine.actor, apiKey.id);

  const { items } = await list(mine.actor, { targetId: apiKey.id });

  const [revoked, created] = items.map(
    ({ changes }) => JSON.parse(String(changes)) as Record<string, { from: unknown; to: unknown }>,
  );
  expect(created?.['expiresAt']).toEqual({ from: null, to: '2030-01-01T00:00:00.000Z' });
  expect(revoked).toEqual({ revokedAt: { from: null, to: expect.stringMatching(/^\d{4}-.+\.\d{3}Z$/) } });
  expect(Object.keys(created ?? {}).sort()).toEqual([
    'allowedAddresses',
    'createdBy',
    'expiresAt',
    'name',
    'prefix',
    'scopes',
  ]);
});

test.each([
  { variables: { filter: { types: Array(101).fill('OTHER') } }, path: 'filter.types' },
  { variables: { filter: { action: Array(21).fill('x') } }, path: 'filter.action' },
  { variables: { filter: { action: ['a\u0000b'] } }, path: 'filter.action' },
  { variables: { filter: { action: ['x'.repeat(61)] } }, path: 'filter.action' },
])('refuses $variables', async ({ variables: { filter }, path }) => {
  expect((await list(api.admin, filter)).errors).toMatchObject([
    { extensions: { code: 'BAD_USER_INPUT', fields: [{ path }] } },
  ]);
});

describe('an action that no feature registers anymore', () => {
  beforeAll(async () => {
    await api.rows(
      `insert into audit_event (id, reseller_id, occurred_at, action, actor_email, actor_id, actor_role, credential, target_type, target_id)
       values (gen_random_uuid(), $1, now(), 'coupon.granted', 'x@y.example', $2, 'ADMIN', 'session:x:1', 'Coupon', $2)`,
      [theirs.resellerId, uuid()],
    );
  });

  test('is listed as OTHER among the others', async () => {
    const { items, errors } = await list(theirs.actor);

    expect(errors).toBeUndefined();
    expect(items[0]).toMatchObject({ type: 'OTHER', action: 'coupon.granted' });
    expect(items.length).toBeGreaterThan(5);
  });

  test.each([
    { types: ['OTHER'], where: `action = 'coupon.granted'` },
    { types: ['OTHER', 'CLIENT_CREATED'], where: `action in ('coupon.granted', 'client.created')` },
  ])('is found by $types', async ({ types, where }) => {
    expect(idsOf((await list(api.admin, { types })).items)).toEqual(idsOf(await rows(where)));
  });
});

test('refuses anonymous callers', async () => {
  expect((await list(undefined)).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
});
