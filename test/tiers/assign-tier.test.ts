import { v7 as uuid } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { ADMIN, useApi } from '../support/api.ts';
import { givenPartner, setTier, type Partner } from '../support/given/partners.ts';
import { auditOf } from '../support/given/people.ts';
import { assign, tierOf } from '../support/given/tiers.ts';

const api = useApi();
let partner: Partner;

beforeEach(async () => {
  partner = await givenPartner(api);
});

const history = async (id = partner.resellerId) => {
  const rows = await api.rows(
    `select tier, reason, to_at is null as open, note, pinned_until::text as pinned,
       lead(from_at) over (order by from_at) is not distinct from to_at as is_joined
     from tier_assignment where reseller_id = $1 order by from_at`,
    [id],
  );
  return rows.map(({ is_joined: isJoined, ...row }) => ({ ...row, isJoined }));
};
const first = { tier: 'SILVER', reason: 'INITIAL', note: null, pinned: null, isJoined: true };

test('assigns and pins a tier: the account, the history and the audit log say so', async () => {
  const { data } = await assign(api, api.admin, { id: partner.resellerId, tier: 'GOLD', pinnedUntil: '2027-12-31' });

  expect(data?.assignTier).toEqual({ tier: 'GOLD', version: 2 });
  expect(await history()).toEqual([
    { ...first, open: false },
    { tier: 'GOLD', reason: 'MANUAL', open: true, note: 'Agreed in the review.', pinned: '2027-12-31', isJoined: true },
  ]);
  const events = (await auditOf(api, partner.resellerId)).slice(-2);
  expect(events.map(({ action }) => action).toSorted()).toEqual(['partner.tier_changed', 'partner.updated']);
  const told = events.find(({ action }) => action === 'partner.tier_changed');
  expect(told).toMatchObject({ reseller_id: partner.resellerId, actor_email: ADMIN.email });
  expect(JSON.parse(String(told?.['changes']))).toMatchObject({ tier: { to: 'GOLD' }, reason: { to: 'MANUAL' } });
});

test('the partner finds no note in its audit log', async () => {
  await assign(api, api.admin, { id: partner.resellerId, tier: 'GOLD', note: 'Only for us.' });

  const query = '{ auditEvents(limit: 100) { items { changes } } }';
  expect(JSON.stringify(await api.ask(partner.actor, query))).not.toContain('Only for us.');
});

test('the current tier can be pinned: the account keeps its version', async () => {
  const { data } = await assign(api, api.admin, { id: partner.resellerId, tier: 'SILVER', pinnedUntil: '2027-12-31' });

  expect(data?.assignTier).toEqual({ tier: 'SILVER', version: 1 });
  expect(await history()).toMatchObject([{ open: false }, { reason: 'MANUAL', open: true, pinned: '2027-12-31' }]);
});

test('updatePartnerAccount works as before, and writes a manual assignment', async () => {
  await setTier(api, partner.resellerId, 'PLATINUM');

  expect(await history()).toEqual([
    { ...first, open: false },
    { tier: 'PLATINUM', reason: 'MANUAL', open: true, note: null, pinned: null, isJoined: true },
  ]);
  expect((await auditOf(api, partner.resellerId)).at(-1)?.['action']).toBe('partner.updated');
});

test('several partners at once work as before', async () => {
  const query = `mutation ($input: UpdatePartnerAccountsInput!) {
    updatePartnerAccounts(input: $input) { partner { tier } error { code } }
  }`;
  const input = { partners: [{ id: partner.resellerId }], tier: 'GOLD' };

  expect((await api.ask(api.admin, query, { input })).data).toEqual({
    updatePartnerAccounts: [{ partner: { tier: 'GOLD' }, error: null }],
  });
  expect(await history()).toMatchObject([{ open: false }, { tier: 'GOLD', reason: 'MANUAL', open: true }]);
});

test('a change by hand in SQL is a manual assignment too', async () => {
  await api.rows(
    'alter table partner_account disable trigger audited; alter table tier_assignment disable trigger audited',
  );
  try {
    await api.rows(`update partner_account set tier = 'GOLD' where id = $1`, [partner.resellerId]);
  } finally {
    await api.rows(
      'alter table partner_account enable trigger audited; alter table tier_assignment enable trigger audited',
    );
  }

  expect(await history()).toMatchObject([{ open: false }, { tier: 'GOLD', reason: 'MANUAL', open: true, note: null }]);
});

describe('rejects, and changes nothing', () => {
  test.each([
    {
      name: 'a pin in the past',
      change: { pinnedUntil: '2026-01-01' },
      fields: [{ path: 'pinnedUntil', rule: 'FUTURE' }],
    },
    {
      name: 'a pin for ever',
      change: { pinnedUntil: '2099-01-01' },
      fields: [{ path: 'pinnedUntil', rule: 'DAYS_AHEAD' }],
    },
    { name: 'no note', change: { note: '  ' }, fields: [{ path: 'note', rule: 'LENGTH' }] },
  ])('$name', async ({ change, fields }) => {
    const { errors } = await assign(api, api.admin, { id: partner.resellerId, tier: 'GOLD', ...change });

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields });
    expect(await history()).toEqual([{ ...first, open: true, isJoined: true }]);
  });

  test('an unknown partner', async () => {
    const { errors } = await assign(api, api.admin, { id: uuid(), tier: 'GOLD' });

    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});

describe('PostgreSQL refuses', () => {
  test.each([
    {
      name: 'a second open assignment',
      statement: `insert into tier_assignment (reseller_id, id, tier, from_at, reason) values ($1, gen_random_uuid(), 'SILVER', now(), 'MANUAL')`,
      problem: 'tier_assignment_open_unique',
    },
    {
      name: 'none',
      statement: 'update tier_assignment set to_at = now() where reseller_id = $1',
      problem: 'The tier of a partner is not that of its open assignment.',
    },
    {
      name: 'another tier than that of the account',
      statement: `update tier_assignment set tier = 'GOLD' where reseller_id = $1`,
      problem: 'The tier of a partner is not that of its open assignment.',
    },
    {
      name: 'an assignment without an audit event',
      statement: `with ended as (update tier_assignment set to_at = now() where reseller_id = $1 returning reseller_id)
        insert into tier_assignment (reseller_id, id, tier, from_at, reason)
        select reseller_id, gen_random_uuid(), 'SILVER', now(), 'MANUAL' from ended`,
      problem: 'A change of tier_assignment has no audit event.',
    },
  ])('$name', async ({ statement, problem }) => {
    await expect(api.rows(statement, [partner.resellerId])).rejects.toThrow(problem);

    expect(await history()).toEqual([{ ...first, open: true, isJoined: true }]);
    expect(await tierOf(api, partner.resellerId)).toBe('SILVER');
  });
});
