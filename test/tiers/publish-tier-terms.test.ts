import { describe, expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { freeDay, publish, validTerms } from '../support/given/tiers.ts';

const api = useApi();

const stored = () => api.rows('select * from tier_terms order by tier, effective_from');
const today = async () => String((await api.rows(`select (now() at time zone 'UTC')::date::text as day`))[0]?.['day']);

test('publishes terms, and audits them', async () => {
  const effectiveFrom = freeDay(api);

  const { data } = await publish(api, api.admin, validTerms({ effectiveFrom }));

  expect(data?.publishTierTerms.effectiveFrom).toBe(effectiveFrom);
  const [event] = await api.rows(`select * from audit_event where target_id = $1`, [data?.publishTierTerms.id]);
  expect(event).toMatchObject({ action: 'tier.terms_published', reseller_id: null });
  expect(JSON.parse(String(event?.['changes']))).toMatchObject({ minMarginBps: { from: null, to: 500 } });
});

describe('rejects', () => {
  test.each([
    {
      name: 'a metric that is not measured',
      input: { requirements: [{ partnershipType: 'RESELLER', metric: 'CERTIFIED_USERS', atLeast: 1 }] },
      path: 'input.requirements',
      rule: 'METRIC',
    },
    {
      name: 'a metric twice',
      input: {
        requirements: [1, 2].map((atLeast) => ({ partnershipType: 'RESELLER', metric: 'ACTIVE_CLIENTS', atLeast })),
      },
      path: 'input.requirements',
      rule: 'DUPLICATE',
    },
    {
      name: 'a requirement of nothing',
      input: { requirements: [{ partnershipType: 'RESELLER', metric: 'ACTIVE_CLIENTS', atLeast: 0 }] },
      path: 'input.requirements.0.atLeast',
      rule: 'RANGE',
    },
    { name: 'a floor above 100 %', input: { minMarginBps: 10_001 }, path: 'input.minMarginBps', rule: 'RANGE' },
    {
      name: 'a benefit twice',
      input: { benefits: ['EARLY_ACCESS', 'EARLY_ACCESS'] },
      path: 'input.benefits',
      rule: 'DUPLICATE',
    },
    {
      name: 'a currency twice',
      input: { commissionCaps: [1, 2].map((amount) => ({ amount, currency: 'EUR' })) },
      path: 'input.commissionCaps',
      rule: 'DUPLICATE',
    },
    {
      name: 'a negative cap',
      input: { commissionCaps: [{ amount: -1, currency: 'EUR' }] },
      path: 'input.commissionCaps.0.amount',
      rule: 'RANGE',
    },
    { name: 'a day in the past', input: { effectiveFrom: '2026-01-02' }, path: 'input.effectiveFrom', rule: 'FUTURE' },
    {
      name: 'a day far ahead',
      input: { effectiveFrom: '2099-01-01' },
      path: 'input.effectiveFrom',
      rule: 'DAYS_AHEAD',
    },
  ])('$name', async ({ input, path, rule }) => {
    const before = await stored();

    const { errors } = await publish(api, api.admin, validTerms({ effectiveFrom: freeDay(api), ...input }));

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path, rule }] });
    expect(await stored()).toEqual(before);
  });

  test('today, because its terms have begun', async () => {
    const { errors } = await publish(api, api.admin, validTerms({ effectiveFrom: await today() }));

    expect(errors?.[0]?.extensions).toMatchObject({ fields: [{ path: 'input.effectiveFrom', rule: 'FUTURE' }] });
  });

  test.each([
    { effectiveFrom: '2028-02-30' },
    { effectiveFrom: '2028-2-3' },
    { commissionCaps: [{ amount: 1, currency: 'eur' }] },
    { commissionCaps: [{ amount: 1.5, currency: 'EUR' }] },
    { requirements: [{ partnershipType: 'RESELLER', metric: 'SALES', atLeast: 1 }] },
  ])('%j by its type', async (input) => {
    const { errors } = await publish(api, api.admin, validTerms(input));

    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

test('of two admins that publish for one day, one wins', async () => {
  const effectiveFrom = freeDay(api);

  const answers = await Promise.all([1, 2].map(() => publish(api, api.admin, validTerms({ effectiveFrom }))));

  const reasons = answers.map(({ errors }) => errors?.[0]?.extensions.reason);
  expect(reasons.toSorted()).toEqual(['TERMS_PUBLISHED', undefined]);
  expect(await api.rows('select 1 from tier_terms where effective_from = $1', [effectiveFrom])).toHaveLength(1);
});

test.each([
  `update tier_terms set commission_bps = 5000 where tier = 'GOLD' and effective_from = '2026-01-01'`,
  `update tier_terms set effective_from = '2029-01-01' where tier = 'GOLD' and effective_from = '2026-01-01'`,
  `delete from tier_terms where tier = 'GOLD' and effective_from = '2026-01-01'`,
  `insert into tier_terms select gen_random_uuid(), tier, '2026-02-01', benefits, support_response_hours, wholesale_discount_bps,
    min_margin_bps, commission_bps, commission_months, commission_caps, hold_days, requirements, null, now() from tier_terms limit 1`,
])('PostgreSQL keeps terms that have begun: %s', async (statement) => {
  const before = await stored();

  await expect(api.rows(statement)).rejects.toThrow('Terms of a tier that have begun never change.');

  expect(await stored()).toEqual(before);
});

test('no role of the product can change terms', async () => {
  const grants = await api.rows(
    `select grantee, privilege_type as privilege from information_schema.role_table_grants
     where table_name = 'tier_terms' and grantee like 'reachgenie_%' and grantee <> 'reachgenie_owner' order by 1, 2`,
  );

  expect(grants.map(({ grantee, privilege }) => [grantee, privilege].join(' '))).toEqual([
    'reachgenie_platform DELETE',
    'reachgenie_platform INSERT',
    'reachgenie_platform SELECT',
  ]);
});
