import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../../src/core/text/day.ts';
import { decide, TIERS, warn, type Grace, type Standing } from '../../src/tiers/evaluation/tier.decision.ts';
import type { TierValue } from '../../src/tiers/evaluation/tier-evaluation.entity.ts';

type Tier = Standing['tier'];

const [SILVER, GOLD, PLATINUM] = TIERS as [Tier, Tier, Tier];

const value = (tier: Tier, met: boolean | null): TierValue =>
  ({
    tier,
    metric: 'ACTIVE_CLIENTS',
    partnershipType: 'RESELLER',
    required: 1,
    value: met === null ? null : Number(met),
    met,
  }) as TierValue;

const DAY = '2027-01-01';
const over: Grace = { until: DAY, nextWarning: null };

describe('an evaluation', () => {
  test.each([
    {
      name: 'keeps a tier that is met',
      tier: GOLD,
      grace: null,
      values: [value(GOLD, true)],
      is: { outcome: 'KEPT', tier: GOLD },
    },
    {
      name: 'keeps SILVER, which has no tier below',
      tier: SILVER,
      grace: null,
      values: [value(SILVER, false)],
      is: { outcome: 'KEPT', tier: SILVER },
    },
    {
      name: 'keeps a tier without requirements',
      tier: GOLD,
      grace: null,
      values: [],
      is: { outcome: 'KEPT', tier: GOLD },
    },
    {
      name: 'keeps a tier without data',
      tier: GOLD,
      grace: null,
      values: [value(GOLD, null)],
      is: { outcome: 'KEPT', tier: GOLD },
    },
    {
      name: 'promotes at once',
      tier: SILVER,
      grace: null,
      values: [value(GOLD, true), value(PLATINUM, false)],
      is: { outcome: 'PROMOTED', tier: GOLD },
    },
    {
      name: 'promotes to the highest tier that is met',
      tier: SILVER,
      grace: null,
      values: [value(GOLD, true), value(PLATINUM, true)],
      is: { outcome: 'PROMOTED', tier: PLATINUM },
    },
    {
      name: 'promotes a partner at risk',
      tier: GOLD,
      grace: over,
      values: [value(GOLD, false), value(PLATINUM, true)],
      is: { outcome: 'PROMOTED', tier: PLATINUM, grace: null },
    },
    {
      name: 'promotes to no tier without data',
      tier: SILVER,
      grace: null,
      values: [value(GOLD, null)],
      is: { outcome: 'KEPT', tier: SILVER },
    },
    {
      name: 'promotes to no tier of which a part is missing',
      tier: SILVER,
      grace: null,
      values: [value(GOLD, true), value(GOLD, false)],
      is: { outcome: 'KEPT', tier: SILVER },
    },
    {
      name: 'gives 90 days',
      tier: GOLD,
      grace: null,
      values: [value(GOLD, false)],
      is: { outcome: 'AT_RISK', tier: GOLD, grace: { until: '2027-04-01', nextWarning: 60 } },
    },
    {
      name: 'keeps a grace that runs',
      tier: GOLD,
      grace: { until: '2027-02-01', nextWarning: 30 },
      values: [value(GOLD, false)],
      is: { outcome: 'AT_RISK', tier: GOLD, grace: { until: '2027-02-01', nextWarning: 30 } },
    },
    {
      name: 'demotes nobody whose last warning is missing',
      tier: GOLD,
      grace: { until: '2026-12-01', nextWarning: 7 },
      values: [value(GOLD, false)],
      is: { outcome: 'AT_RISK', tier: GOLD },
    },
    {
      name: 'demotes by one tier when the grace is over',
      tier: PLATINUM,
      grace: over,
      values: [value(PLATINUM, false)],
      is: { outcome: 'DEMOTED', tier: GOLD, grace: null },
    },
    {
      name: 'says that a partner has recovered',
      tier: GOLD,
      grace: over,
      values: [value(GOLD, true)],
      is: { outcome: 'RECOVERED', tier: GOLD, grace: null },
    },
  ])('$name', ({ tier, grace, values, is }) => {
    expect(decide({ tier, grace }, values, DAY)).toMatchObject(is);
  });
});

describe('a warning', () => {
  test('is not due before its day', () => {
    expect(warn({ until: '2027-04-01', nextWarning: 60 }, '2027-01-30')).toBeUndefined();
  });

  test('is due on its day', () => {
    const grace = { until: '2027-04-01', nextWarning: 60 };

    expect(warn(grace, '2027-01-31')).toEqual({ days: 60, until: '2027-04-01', nextWarning: 30 });
  });

  test('moves the end of the grace if it is late', () => {
    expect(warn({ until: '2027-04-01', nextWarning: 7 }, '2027-03-30')).toEqual({
      days: 7,
      until: '2027-04-06',
      nextWarning: null,
    });
  });
});

interface Month {
  met: readonly [gold: boolean | null, platinum: boolean | null];
  /** Days of the month on which no worker ran. */
  stopped: ReadonlySet<number>;
}

const month: fc.Arbitrary<Month> = fc.record({
  met: fc.tuple(
    fc.constantFrom<(boolean | null)[]>(true, false, null),
    fc.constantFrom<(boolean | null)[]>(true, false, null),
  ),
  stopped: fc.oneof(
    { weight: 3, arbitrary: fc.constant(new Set<number>()) },
    { weight: 1, arbitrary: fc.uniqueArray(fc.nat(30), { maxLength: 30 }).map((days) => new Set(days)) },
  ),
});

interface Told {
  day: string;
  days: number;
  until: string;
}

/** Evaluates a partner with these values month by month, and checks each step. */
function live(months: readonly Month[], first: Tier): void {
  let standing: Standing = { tier: first, grace: null };
  let told: Told[] = [];
  let day = '2027-01-01';
  for (const { met, stopped } of months) {
    const values = [value(GOLD, met[0]), value(PLATINUM, met[1])].filter(
      ({ tier }) => TIERS.indexOf(tier) >= TIERS.indexOf(standing.tier),
    );
    const before = standing;
    const decision = decide(before, values, day);
    const steps = TIERS.indexOf(decision.tier) - TIERS.indexOf(before.tier);
    if (steps < 0) {
      expect([decision.outcome, steps, told.map(({ days }) => days)]).toEqual(['DEMOTED', -1, [90, 60, 30, 7]]);
      for (const each of told) expect(daysBetween(each.day, day)).toBeGreaterThanOrEqual(each.days);
    }
    const best = TIERS.findLast((tier) =>
      values.some((each) => each.tier === tier && each.met && tier !== before.tier),
    );
    if (best) expect(decision).toMatchObject({ outcome: 'PROMOTED', tier: best });
    if (decision.outcome === 'AT_RISK' && !before.grace && decision.grace) {
      told = [{ day, days: 90, until: decision.grace.until }];
    }
    if (!decision.grace) told = [];
    standing = decision;
    for (let index = 0; index < daysIn(day); index++) {
      const today = addDays(day, index);
      const warning = standing.grace && !stopped.has(index) ? warn(standing.grace, today) : undefined;
      if (!warning) continue;
      told.push({ day: today, days: warning.days, until: warning.until });
      standing = { ...standing, grace: warning };
    }
    day = addDays(day, daysIn(day));
  }
}

const daysIn = (first: string): number => daysBetween(first, `${addDays(first, 31).slice(0, 7)}-01`);

test('over 24 months, nobody is demoted without 90 days and four warnings or by two steps, and all are promoted who meet', () => {
  const months = fc.array(month, { minLength: 24, maxLength: 24 });

  fc.assert(fc.property(months, fc.constantFrom(...TIERS), live), { seed: 20271201, numRuns: 1_000 });
});

test('partners that miss their tier lose it on the fourth evaluation', () => {
  const missed = Array.from({ length: 8 }, (): Month => ({ met: [false, false], stopped: new Set() }));

  expect(() => live(missed, PLATINUM)).not.toThrow();
});
