import { beforeAll, describe, expect, test } from 'vitest';
import { Benefit } from '../../src/tiers/benefit.enum.ts';
import { useApi, type Answer } from '../support/api.ts';
import { counts, givenClient, validClient } from '../support/given/client-accounts.ts';
import { sendImport } from '../support/given/client-imports.ts';
import { givenPartner, setTier, type Partner } from '../support/given/partners.ts';
import { whileBenefits } from '../support/given/tiers.ts';

const api = useApi();
let reseller: Partner;
let clientId: string;

beforeAll(async () => {
  reseller = await givenPartner(api);
  clientId = (await givenClient(api, reseller.actor)).id;
});

/** The gates of each benefit: calls that need it, or the feature that brings the first one. */
const GATES: Record<Benefit, 'CLIENT_MANAGEMENT' | 'ENHANCED_CLIENT_MANAGEMENT' | { comesWith: string }> = {
  CLIENT_MANAGEMENT: 'CLIENT_MANAGEMENT', // see client-management.test.ts
  ENHANCED_CLIENT_MANAGEMENT: 'ENHANCED_CLIENT_MANAGEMENT', // scheduled reports come with the reports of clients
  PRIORITY_SUPPORT: { comesWith: 'support requests' },
  BASIC_WHITE_LABEL: { comesWith: 'brands of resellers' },
  FULL_WHITE_LABEL: { comesWith: 'brands of resellers' },
  CO_MARKETING: { comesWith: 'co-marketing requests' },
  JOINT_EVENTS: { comesWith: 'co-marketing requests' },
  PARTNER_MANAGER: { comesWith: 'partner managers' },
  TECHNICAL_ACCOUNT_MANAGER: { comesWith: 'partner managers' },
  STRATEGIC_PLANNING: { comesWith: 'business plans' },
  ADVANCED_TRAINING: { comesWith: 'training' },
  EARLY_ACCESS: { comesWith: 'announcements' },
  CUSTOM_INTEGRATION: { comesWith: 'support requests' },
};

test('each benefit has a gate, or the feature that brings it', () => {
  expect(Object.keys(GATES).toSorted()).toEqual(Object.keys(Benefit).toSorted());
});

function updateAll({ actor }: Partner): Promise<Answer<Record<string, unknown>>> {
  const query =
    'mutation ($input: ClientSubscriptionsInput!) { updateClientSubscriptions(input: $input) { client { subscriptionTier } } }';
  return api.ask(actor, query, { input: { clients: [{ id: clientId }], subscriptionTier: 'Other' } });
}

const importOne = ({ actor }: Partner, isDryRun = false) =>
  sendImport(api, actor, { rows: [{ key: '1', ...validClient() }], isDryRun });

const CALLS: Record<string, (partner: Partner) => Promise<Answer<object>>> = {
  updateClientSubscriptions: updateAll,
  importClientAccounts: (partner) => importOne(partner),
  'a dry run of importClientAccounts': (partner) => importOne(partner, true),
};

describe.each(Object.entries(CALLS))('%s', (_name, call) => {
  test('is refused with the tier that has it, and changes nothing', async () => {
    await setTier(api, reseller.resellerId, 'SILVER');
    const before = await counts(api);

    const { errors } = await call(reseller);

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'BENEFIT_REQUIRED', tier: 'GOLD' });
    expect(await counts(api)).toEqual(before);
  });

  test.each(['GOLD', 'PLATINUM'])('is possible from the moment the tier is %s, with the same token', async (tier) => {
    await setTier(api, reseller.resellerId, tier);

    expect((await call(reseller)).errors).toBeUndefined();
  });
});

test('a benefit that no tier has names none', async () => {
  await setTier(api, reseller.resellerId, 'SILVER');
  const bare = { benefits: ['CLIENT_MANAGEMENT'] };

  const { errors } = await whileBenefits(api, { tier: 'GOLD', ...bare }, () =>
    whileBenefits(api, { tier: 'PLATINUM', ...bare }, () => importOne(reseller)),
  );

  expect(errors?.[0]?.extensions.reason).toBe('BENEFIT_REQUIRED');
  expect(errors?.[0]?.extensions).not.toHaveProperty('tier');
});

test('the same gate in SQL is that of the tier of this moment, and gives nothing to white label by its switch', async () => {
  const { resellerId } = await givenPartner(api);
  const has = async (benefit: string) =>
    (await api.rows('select partner_has_benefit($1, $2) as has', [resellerId, benefit]))[0]?.['has'];
  const query = 'mutation ($id: ID!) { updatePartnerAccount(id: $id, input: { whitelabelEnabled: true }) { id } }';
  await api.ask(api.admin, query, { id: resellerId });

  expect(await has('BASIC_WHITE_LABEL')).toBe(false);
  await setTier(api, resellerId, 'GOLD');
  expect([await has('BASIC_WHITE_LABEL'), await has('FULL_WHITE_LABEL')]).toEqual([true, false]);
  expect((await api.rows('select partner_has_benefit(gen_random_uuid(), $1) as has', ['EARLY_ACCESS']))[0]).toEqual({
    has: false,
  });
});
