import { beforeEach, describe, expect, test } from 'vitest';
import { addDays } from '../../src/core/text/day.ts';
import { useApi } from '../support/api.ts';
import { withoutTriggers } from '../support/database.changes.ts';
import { givenPartner, setTier, type Partner } from '../support/given/partners.ts';
import { auditOf, givenMember } from '../support/given/people.ts';
import { whileHeld } from '../support/locks.ts';
import { statementsOf } from '../support/statements.ts';
import { assign, evaluate, givenClients, tierOf, warn } from '../support/given/tiers.ts';

const api = useApi();
let partner: Partner;

const FIRST = '2027-01-01';

beforeEach(async () => {
  partner = await givenPartner(api);
});

const outcomes = async (id = partner.resellerId) => {
  const rows = await api.rows(
    `select outcome, tier, new_tier, grace_until::text as until from tier_evaluation where reseller_id = $1 order by period_end`,
    [id],
  );
  return rows.map(({ outcome, tier, new_tier: newTier, until }) => [outcome, tier, newTier, until]);
};
const mails = () =>
  api.rows(
    `select recipient, data ->> 'outcome' as outcome, (data ->> 'days')::int as days, data ->> 'until' as until
     from email_message where template = 'tier.told' and data ->> 'partnerId' = $1 order by created_at, id`,
    [partner.resellerId],
  );
const notices = async () =>
  (
    await api.rows('select kind, detail from notification where subject_id = $1 order by created_at, id', [
      partner.resellerId,
    ])
  ).map(({ kind, detail }) => [kind, detail].join(' '));
const cancel = (keep: number) =>
  withoutTriggers(
    api,
    `update client_account set subscription_status = 'SUSPENDED' where id in
       (select id from client_account where reseller_id = $1 and subscription_status = 'ACTIVE' order by id offset $2)`,
    [partner.resellerId, keep],
  );

/** GOLD, with 9 clients of 10, and at risk since FIRST. */
async function givenAtRisk(): Promise<void> {
  await setTier(api, partner.resellerId, 'GOLD');
  await givenClients(api, partner.resellerId, { count: 9 });
  await evaluate(api, partner.resellerId, FIRST);
}

async function warnAll(): Promise<void> {
  for (const days of [60, 30, 7]) await warn(api, partner.resellerId, addDays('2027-04-01', -days));
}

test('promotes a partner that meets a higher tier, and tells its owners in their language', async () => {
  await givenClients(api, partner.resellerId, { count: 10 });
  await givenMember(api, partner);

  await evaluate(api, partner.resellerId, FIRST);

  expect(await outcomes()).toEqual([['PROMOTED', 'SILVER', 'GOLD', null]]);
  expect(await tierOf(api, partner.resellerId)).toBe('GOLD');
  const [open] = await api.rows(
    'select tier, reason, decided_by from tier_assignment where reseller_id = $1 and to_at is null',
    [partner.resellerId],
  );
  expect(open).toEqual({ tier: 'GOLD', reason: 'PROMOTION', decided_by: null });
  expect(await mails()).toMatchObject([{ recipient: partner.email, outcome: 'PROMOTED' }]);
  expect(await notices()).toEqual(['TIER_PROMOTED GOLD']);
  const events = (await auditOf(api, partner.resellerId)).filter(({ actor_role: role }) => role === 'SYSTEM');
  expect(events.map(({ action, credential }) => [action, credential].join(' ')).toSorted()).toEqual([
    'partner.tier_changed job:tiers',
    'partner.updated job:tiers',
  ]);
});

test('keeps a tier that is met, and tells nobody', async () => {
  await evaluate(api, partner.resellerId, FIRST);

  expect(await outcomes()).toEqual([['KEPT', 'SILVER', 'SILVER', null]]);
  expect([await mails(), await notices()]).toEqual([[], []]);
});

test('keeps the values with what they are compared to', async () => {
  await givenClients(api, partner.resellerId, { count: 3 });

  await evaluate(api, partner.resellerId, FIRST);

  const [row] = await api.rows('select values from tier_evaluation where reseller_id = $1', [partner.resellerId]);
  const type = { partnershipType: 'RESELLER' };
  expect(row?.['values']).toEqual([
    { tier: 'GOLD', ...type, metric: 'ACTIVE_CLIENTS', required: 10, value: 3, met: false },
    { tier: 'PLATINUM', ...type, metric: 'ACTIVE_CLIENTS', required: 50, value: 3, met: false },
    { tier: 'PLATINUM', ...type, metric: 'CLIENT_RETENTION_12_MONTHS', required: 8500, value: null, met: null },
  ]);
});

test('a partner whose types have no requirements keeps a tier that an admin assigned', async () => {
  const referral = await givenPartner(api, { partnershipType: 'REFERRAL', tier: 'PLATINUM' });

  await evaluate(api, referral.resellerId, FIRST);

  expect(await outcomes(referral.resellerId)).toEqual([['KEPT', 'PLATINUM', 'PLATINUM', null]]);
});

describe('a partner below its tier', () => {
  test('is at risk, with 90 days and the first of four warnings', async () => {
    await givenAtRisk();

    expect(await outcomes()).toEqual([['AT_RISK', 'GOLD', 'GOLD', '2027-04-01']]);
    expect(await tierOf(api, partner.resellerId)).toBe('GOLD');
    expect(await mails()).toMatchObject([{ outcome: 'AT_RISK', days: 90, until: '2027-04-01' }]);
    expect(await notices()).toEqual(['TIER_AT_RISK GOLD 2027-04-01']);
    expect((await auditOf(api, partner.resellerId)).at(-1)?.['action']).toBe('partner.tier_at_risk');
  });

  test('gets each warning once, on its day', async () => {
    await givenAtRisk();

    for (let day = FIRST; day <= '2027-04-02'; day = addDays(day, 1)) await warn(api, partner.resellerId, day);

    expect((await mails()).map(({ days, until }) => [days, until])).toEqual(
      [90, 60, 30, 7].map((days) => [days, '2027-04-01']),
    );
  });

  test('gets a warning once, also if two workers send it', async () => {
    await givenAtRisk();
    const day = addDays('2027-04-01', -60);

    await Promise.all([warn(api, partner.resellerId, day), warn(api, partner.resellerId, day)]);

    expect(await mails()).toHaveLength(2);
  });

  test('has the days that a late warning promises', async () => {
    await givenAtRisk();

    await warn(api, partner.resellerId, '2027-02-10');

    expect((await mails()).at(-1)).toMatchObject({ days: 60, until: '2027-04-11' });
  });

  test('recovers', async () => {
    await givenAtRisk();
    await givenClients(api, partner.resellerId, { count: 1 });

    await evaluate(api, partner.resellerId, '2027-02-01');
    await warnAll();

    expect((await outcomes()).at(-1)).toEqual(['RECOVERED', 'GOLD', 'GOLD', null]);
    expect((await mails()).map(({ outcome }) => outcome)).toEqual(['AT_RISK', 'RECOVERED']);
    expect((await auditOf(api, partner.resellerId)).at(-1)?.['action']).toBe('partner.tier_recovered');
  });

  test('stays at risk without further news while the grace runs', async () => {
    await givenAtRisk();

    await evaluate(api, partner.resellerId, '2027-02-01');

    expect((await outcomes()).at(-1)).toEqual(['AT_RISK', 'GOLD', 'GOLD', '2027-04-01']);
    expect(await mails()).toHaveLength(1);
  });

  test('goes down by one tier when the grace is over and all warnings are sent', async () => {
    await setTier(api, partner.resellerId, 'PLATINUM');
    await evaluate(api, partner.resellerId, FIRST);
    await warnAll();

    await evaluate(api, partner.resellerId, '2027-04-01');

    expect((await outcomes()).at(-1)).toEqual(['DEMOTED', 'PLATINUM', 'GOLD', null]);
    expect(await tierOf(api, partner.resellerId)).toBe('GOLD');
    expect((await mails()).at(-1)).toMatchObject({ outcome: 'DEMOTED' });
    expect((await notices()).at(-1)).toBe('TIER_DEMOTED GOLD');
    await evaluate(api, partner.resellerId, '2027-05-01');
    expect((await outcomes()).at(-1)).toEqual(['AT_RISK', 'GOLD', 'GOLD', addDays('2027-05-01', 90)]);
  });

  test('keeps its tier without all warnings', async () => {
    await givenAtRisk();

    await evaluate(api, partner.resellerId, '2027-05-01');

    expect((await outcomes()).at(-1)?.[0]).toBe('AT_RISK');
    expect(await tierOf(api, partner.resellerId)).toBe('GOLD');
  });

  test('is no longer at risk once an admin assigns a tier', async () => {
    await givenAtRisk();

    await assign(api, api.admin, { id: partner.resellerId, tier: 'GOLD' });
    await warnAll();

    expect(await mails()).toHaveLength(1);
  });
});

describe('leaves out', () => {
  test('a pinned partner until its day', async () => {
    await givenClients(api, partner.resellerId, { count: 10 });
    await assign(api, api.admin, { id: partner.resellerId, tier: 'SILVER', pinnedUntil: FIRST });

    await evaluate(api, partner.resellerId, FIRST);
    expect(await outcomes()).toEqual([]);

    await evaluate(api, partner.resellerId, '2027-02-01');
    expect(await outcomes()).toMatchObject([['PROMOTED', 'SILVER', 'GOLD', null]]);
  });

  test('a deactivated partner', async () => {
    const query = 'mutation ($id: ID!) { updatePartnerAccount(id: $id, input: { isActive: false }) { id } }';
    await api.ask(api.admin, query, { id: partner.resellerId });

    await evaluate(api, partner.resellerId, FIRST);

    expect(await outcomes()).toEqual([]);
  });
});

test('a second evaluation of a period changes nothing, also at the same time', async () => {
  await givenClients(api, partner.resellerId, { count: 10 });
  const row = { sql: 'select from partner_account where id = $1', values: [partner.resellerId] };

  await whileHeld(api, row, 2, () =>
    Promise.all([evaluate(api, partner.resellerId, FIRST), evaluate(api, partner.resellerId, FIRST)]),
  );
  await evaluate(api, partner.resellerId, FIRST);

  expect(await outcomes()).toHaveLength(1);
  expect(await mails()).toHaveLength(1);
});

test('the statements do not depend on the number of clients', async () => {
  const few = await statementsOf(() => evaluate(api, partner.resellerId, FIRST));
  await givenClients(api, partner.resellerId, { count: 40 });
  await cancel(9);

  const many = await statementsOf(() => evaluate(api, partner.resellerId, '2027-02-01'));

  expect(many.length).toBe(few.length);
});
