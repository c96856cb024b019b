import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tierWith, versionsOf } from '../../web/src/tiers/terms/terms.in.effect.ts';
import {
  firstOfNextMonth,
  inputOf,
  requirementsIn,
  valuesOf,
  type PublishValues,
} from '../../web/src/tiers/terms/publish.values.ts';
import { daysUntil, type Terms } from '../../web/src/tiers/tier.values.ts';

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2027-01-31T23:30:00Z'), toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

const terms = (tier: Terms['tier'], effectiveFrom: string, more: Partial<Terms> = {}): Terms => ({
  id: `${tier} ${effectiveFrom}`,
  tier,
  effectiveFrom,
  benefits: [],
  supportResponseHours: null,
  wholesaleDiscountBps: 3000,
  minMarginBps: 500,
  commissionBps: 1525,
  commissionMonths: 12,
  commissionCaps: [],
  holdDays: 30,
  requirements: [],
  createdAt: '2026-01-01T00:00:00.000Z',
  ...more,
});

test('the version of today began today or before, in UTC', () => {
  const all = ['2026-01-01', '2027-02-01', '2027-01-31', '2027-03-01', '2026-06-01'].map((day) => terms('GOLD', day));

  const { current, planned, past } = versionsOf([...all, terms('SILVER', '2027-01-31')], 'GOLD');

  expect(current?.effectiveFrom).toBe('2027-01-31');
  expect(planned.map(({ effectiveFrom }) => effectiveFrom)).toEqual(['2027-02-01', '2027-03-01']);
  expect(past.map(({ effectiveFrom }) => effectiveFrom)).toEqual(['2026-06-01', '2026-01-01']);
});

test('the lowest tier with a benefit counts, and planned terms do not', () => {
  const all = [
    terms('SILVER', '2026-01-01'),
    terms('SILVER', '2027-02-01', { benefits: ['CO_MARKETING'] }),
    terms('GOLD', '2026-01-01', { benefits: ['CO_MARKETING'] }),
    terms('PLATINUM', '2026-01-01', { benefits: ['CO_MARKETING', 'EARLY_ACCESS'] }),
  ];

  expect(tierWith(all, 'CO_MARKETING')).toBe('GOLD');
  expect(tierWith(all, 'EARLY_ACCESS')).toBe('PLATINUM');
  expect(tierWith(all, 'JOINT_EVENTS')).toBeUndefined();
});

test('a form that nobody changes publishes the same terms', () => {
  const present = terms('PLATINUM', '2026-01-01', {
    benefits: ['CO_MARKETING', 'EARLY_ACCESS'],
    supportResponseHours: 8,
    commissionCaps: [
      { amount: 500_050, currency: 'EUR' },
      { amount: 700_000, currency: 'JPY' },
    ],
    requirements: [
      { partnershipType: 'RESELLER', metric: 'ACTIVE_CLIENTS', atLeast: 50 },
      { partnershipType: 'RESELLER', metric: 'CLIENT_RETENTION_12_MONTHS', atLeast: 8550 },
    ],
  });
  const { id: _id, createdAt: _createdAt, ...rest } = present;

  expect(inputOf('PLATINUM', valuesOf(present))).toEqual({ ...rest, effectiveFrom: '2027-02-01' });
});

test.each<[keyof PublishValues, string, object]>([
  ['commissionBps', '22,5', { commissionBps: 2250 }],
  ['minMarginBps', '0.07', { minMarginBps: 7 }],
  ['supportResponseHours', ' ', { supportResponseHours: null }],
  ['commissionCaps', 'usd 1200.5\n', { commissionCaps: [{ amount: 120_050, currency: 'USD' }] }],
])('%s as %j', (field, typed, input) => {
  expect(inputOf('GOLD', { ...valuesOf(undefined), [field]: typed })).toMatchObject(input);
});

test('a draft with values that a later version does not know loses only these', () => {
  expect(requirementsIn('RESELLER ACTIVE_CLIENTS 10\nRESELLER LATER 5')).toEqual([
    { partnershipType: 'RESELLER', metric: 'ACTIVE_CLIENTS', atLeast: 10 },
  ]);
});

test('days count in UTC', () => {
  expect(firstOfNextMonth()).toBe('2027-02-01');
  expect(daysUntil('2027-02-01')).toBe(1);
  expect(daysUntil('2027-01-31')).toBe(0);
});
