import { beforeAll, expect, test } from 'vitest';
import { givenKey, givenUses } from '../support/given/api-keys.ts';
import { givenDeliveries } from '../support/given/webhooks.ts';
import { givenFullTenant } from '../support/given/tenants/full-tenant.ts';
import type { Partner } from '../support/given/partners.ts';
import { useExamples } from '../support/oracles/examples.ts';
import { describeList, lists } from '../support/oracles/list.trials.ts';

const { api, reseller } = useExamples(5);
let stranger: Partner;
let apiKeyId: string;
let endpointId: string;

beforeAll(async () => {
  stranger = await givenFullTenant(api);
  apiKeyId = (await givenKey(api, reseller().actor)).apiKey.id;
  await givenUses(api, apiKeyId, 5);
  endpointId = await givenDeliveries(api, reseller(), 5);
});

function requiredBy(field: string): Record<string, unknown> {
  if (field === 'apiKeyUses') return { apiKeyId };
  if (field === 'webhookDeliveries') return { endpointId };
  if (['tierAssignments', 'tierEvaluations'].includes(field)) return { id: reseller().resellerId };
  return ['partnerClients', 'partnerMembers', 'partnerNotes'].includes(field)
    ? { partnerId: reseller().resellerId }
    : {};
}

test('the schema has lists', () => {
  expect(lists.length).toBeGreaterThanOrEqual(9);
});

for (const list of lists) {
  describeList(list, {
    api,
    callers: () => [reseller().actor, api.admin],
    stranger: () => stranger.actor,
    argumentsOf: async (field) => requiredBy(field),
  });
}
