import { v7 as uuid } from 'uuid';
import { beforeEach, expect, test } from 'vitest';
import { addDays, dayAt } from '../../src/core/text/day.ts';
import { useApi, type Actor } from '../support/api.ts';
import { givenPartner, setTier, type Partner } from '../support/given/partners.ts';
import { givenMember } from '../support/given/people.ts';
import { assign, evaluate, givenClients } from '../support/given/tiers.ts';

const api = useApi();
let partner: Partner;

beforeEach(async () => {
  partner = await givenPartner(api);
});

interface Value {
  metric: string;
  required: number;
  value: number | null;
  met: boolean | null;
  missing: number;
  forecast: { value: number | null; met: boolean | null; reason: string; count: number; firstOn: string | null };
}

interface Standing {
  tier: string;
  graceUntil: string | null;
  pinnedUntil: string | null;
  benefits: string[];
  values: Value[];
  next: { tier: string; values: Value[]; moreBenefits: string[] } | null;
}

const VALUE = 'tier partnershipType metric required value met missing forecast { on value met reason count firstOn }';
const STANDING = `tier since benefits values { ${VALUE} } graceUntil pinnedUntil nextEvaluationOn
  next { tier values { ${VALUE} } moreBenefits }`;

async function standing(actor: Actor = partner.actor): Promise<Standing | undefined> {
  const { data, errors } = await api.ask<{ tierStanding: Standing }>(actor, `{ tierStanding { ${STANDING} } }`);
  expect(errors).toBeUndefined();
  return data?.tierStanding;
}

const today = dayAt(new Date());
/** The first moment of the day, 12 months before it in `days`. */
const yearBefore = (days: number) => `${addDays(addDays(today, days), -365)}T00:00:00Z`;

test('a new partner sees what is missing to the next tier', async () => {
  await givenClients(api, partner.resellerId, { count: 3 });

  expect(await standing()).toMatchObject({
    tier: 'SILVER',
    benefits: ['CLIENT_MANAGEMENT'],
    values: [],
    graceUntil: null,
    pinnedUntil: null,
    next: { tier: 'GOLD', values: [{ metric: 'ACTIVE_CLIENTS', required: 10, value: 3, met: false, missing: 7 }] },
  });
  expect((await standing())?.next?.moreBenefits).toContain('ENHANCED_CLIENT_MANAGEMENT');
});

test('every user of the partner sees the same, and nothing of another partner', async () => {
  const stranger = await givenPartner(api);
  await givenClients(api, stranger.resellerId, { count: 20 });
  const reader = await givenMember(api, partner, 'READ_ONLY');

  expect(await standing(reader.actor)).toEqual(await standing());
  expect((await standing(reader.actor))?.next?.values[0]?.value).toBe(0);
});

test('admins see it too, or null for an unknown partner', async () => {
  const query = `query ($id: ID!) { partnerTierStanding(id: $id) { ${STANDING} } }`;

  const { data } = await api.ask(api.admin, query, { id: partner.resellerId });

  expect(data).toEqual({ partnerTierStanding: await standing() });
  for (const id of [uuid(), 'no-uuid'])
    expect((await api.ask(api.admin, query, { id })).data).toEqual({ partnerTierStanding: null });
});

test('says until when a partner at risk keeps its tier', async () => {
  await setTier(api, partner.resellerId, 'GOLD');
  await evaluate(api, partner.resellerId, '2027-01-01');

  expect(await standing()).toMatchObject({ tier: 'GOLD', graceUntil: '2027-04-01', next: { tier: 'PLATINUM' } });
});

test('says until when a tier is pinned', async () => {
  await assign(api, api.admin, { id: partner.resellerId, tier: 'PLATINUM', pinnedUntil: addDays(today, 3) });

  expect(await standing()).toMatchObject({ tier: 'PLATINUM', pinnedUntil: addDays(today, 3), next: null });
});

test('the highest tier has none above', async () => {
  await setTier(api, partner.resellerId, 'PLATINUM');

  expect((await standing())?.next).toBeNull();
});

async function retention(): Promise<Value | undefined> {
  await setTier(api, partner.resellerId, 'PLATINUM');
  return (await standing())?.values.find(({ metric }) => metric === 'CLIENT_RETENTION_12_MONTHS');
}

test('retention is the share of the clients of 12 months ago that are not canceled', async () => {
  const createdAt = yearBefore(-100);
  await givenClients(api, partner.resellerId, { count: 5, createdAt });
  await givenClients(api, partner.resellerId, { count: 1, createdAt, canceledAt: `${addDays(today, -3)}T00:00:00Z` });
  // Neither canceled before that time nor created after it count.
  await givenClients(api, partner.resellerId, { count: 4, createdAt, canceledAt: yearBefore(-50) });
  await givenClients(api, partner.resellerId, { count: 2, createdAt: `${addDays(today, -3)}T00:00:00Z` });

  expect(await retention()).toMatchObject({ value: 8333, met: false, missing: 167 });
});

test('without clients 12 months ago, there is no value, which costs no tier', async () => {
  await givenClients(api, partner.resellerId, { count: 5, createdAt: yearBefore(200) });

  expect(await retention()).toMatchObject({ value: null, met: null, forecast: { value: null, reason: 'UNCHANGED' } });
});

test('warns that canceled clients will count', async () => {
  await givenClients(api, partner.resellerId, { count: 3, createdAt: yearBefore(-10) });
  const lost = { createdAt: yearBefore(30), canceledAt: `${addDays(today, -1)}T00:00:00Z` };
  await givenClients(api, partner.resellerId, { count: 1, ...lost });

  expect(await retention()).toMatchObject({
    value: 10_000,
    met: true,
    forecast: { value: 7500, met: false, reason: 'CANCELLATIONS_COUNT', count: 1, firstOn: addDays(today, 30) },
  });
});

test('says that cancellations will be forgotten', async () => {
  await givenClients(api, partner.resellerId, { count: 3, createdAt: yearBefore(-10) });
  await givenClients(api, partner.resellerId, { count: 1, createdAt: yearBefore(-10), canceledAt: yearBefore(30) });

  expect(await retention()).toMatchObject({
    value: 7500,
    forecast: { value: 10_000, met: true, reason: 'CANCELLATIONS_AGE_OUT', count: 1 },
  });
});

test('active clients stay as they are', async () => {
  await givenClients(api, partner.resellerId, { count: 12 });

  expect((await standing())?.next?.values[0]).toMatchObject({
    value: 12,
    missing: 0,
    forecast: { value: 12, met: true, reason: 'UNCHANGED', count: 0, firstOn: null },
  });
});
