import { beforeAll, expect, test } from 'vitest';
import { useApi, type Actor } from '../support/api.ts';
import { withoutTriggers } from '../support/database.changes.ts';
import { givenPartner } from '../support/given/partners.ts';
import { givenTerms } from '../support/given/tiers.ts';

const api = useApi();
let partner: Actor;

beforeAll(async () => {
  partner = (await givenPartner(api, { partnershipType: 'REFERRAL' })).actor;
});

interface Terms {
  id: string;
  tier: string;
  effectiveFrom: string;
  benefits: string[];
}

async function termsOf(actor: Actor): Promise<Terms[]> {
  const query = `{ tierTerms { id tier effectiveFrom benefits supportResponseHours wholesaleDiscountBps minMarginBps commissionBps
    commissionMonths commissionCaps { amount currency formatted } holdDays requirements { partnershipType metric atLeast } } }`;
  const { data, errors } = await api.ask<{ tierTerms: Terms[] }>(actor, query);
  expect(errors).toBeUndefined();
  return data?.tierTerms ?? [];
}

test('the first terms are those of the partner program', async () => {
  const [silver, gold, platinum] = await termsOf(partner);

  const rates = { minMarginBps: 500, commissionMonths: 12, commissionCaps: [], holdDays: 30 };
  expect(silver).toMatchObject({
    tier: 'SILVER',
    benefits: ['CLIENT_MANAGEMENT'],
    supportResponseHours: null,
    wholesaleDiscountBps: 2000,
    commissionBps: 1000,
    requirements: [],
    ...rates,
  });
  expect(gold).toMatchObject({
    tier: 'GOLD',
    supportResponseHours: 24,
    wholesaleDiscountBps: 3000,
    commissionBps: 1500,
    ...rates,
  });
  expect(gold?.benefits).toEqual([
    'CLIENT_MANAGEMENT',
    'ENHANCED_CLIENT_MANAGEMENT',
    'PRIORITY_SUPPORT',
    'BASIC_WHITE_LABEL',
    'CO_MARKETING',
    'PARTNER_MANAGER',
    'ADVANCED_TRAINING',
  ]);
  expect(platinum).toMatchObject({
    tier: 'PLATINUM',
    supportResponseHours: 8,
    wholesaleDiscountBps: 4000,
    commissionBps: 2000,
    requirements: [
      { partnershipType: 'RESELLER', metric: 'ACTIVE_CLIENTS', atLeast: 50 },
      { partnershipType: 'RESELLER', metric: 'CLIENT_RETENTION_12_MONTHS', atLeast: 8500 },
    ],
    ...rates,
  });
  expect(platinum?.benefits).toHaveLength(13);
});

test('partners see later terms, and no ended ones; admins see all', async () => {
  const later = await givenTerms(api, { tier: 'SILVER' });
  const [ended] = await withoutTriggers(
    api,
    `insert into tier_terms select gen_random_uuid(), tier, '2020-01-01', benefits, support_response_hours, wholesale_discount_bps,
       min_margin_bps, commission_bps, commission_months, commission_caps, hold_days, requirements, null, now()
     from tier_terms where tier = 'SILVER' and effective_from = '2026-01-01' returning id`,
  );

  const shown = (await termsOf(partner)).map(({ id }) => id);
  const all = (await termsOf(api.admin)).map(({ id }) => id);

  expect(shown).toContain(later);
  expect(shown).not.toContain(ended?.['id']);
  expect(all).toEqual([shown[0], shown[1], ended?.['id'], ...shown.slice(2)]);
});
