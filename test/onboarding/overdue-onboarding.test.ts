import { beforeAll, expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { changeSubscription, givenClient } from '../support/given/client-accounts.ts';
import { givenOnboarding, makeOverdue, setStep } from '../support/given/onboarding.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';

const api = useApi();
let reseller: Partner;
let overdueId: string;
let suspendedId: string;

/** Lists the reseller's own clients. */
async function idsWhere(filter: object): Promise<string[] | undefined> {
  const query = 'query ($filter: ClientAccountFilter) { clientAccounts(filter: $filter) { items { id } } }';
  const { data } = await api.ask<{ clientAccounts: { items: { id: string }[] } }>(reseller.actor, query, { filter });
  return data?.clientAccounts.items.map(({ id }) => id);
}

async function givenOverdue(): Promise<string> {
  const { client } = await givenOnboarding(api, reseller);
  await makeOverdue(api, client.id);
  return client.id;
}

const change = (id: string, subscriptionStatus: string) =>
  changeSubscription(api, reseller.actor, { id, input: { subscriptionStatus } });

beforeAll(async () => {
  reseller = await givenPartner(api);
  overdueId = await givenOverdue();
  suspendedId = await givenOverdue();
  await change(suspendedId, 'SUSPENDED');
  await change(await givenOverdue(), 'CANCELED');
  const { client, steps } = await givenOnboarding(api, reseller);
  await makeOverdue(api, client.id);
  await setStep(api, reseller.actor, { id: steps[0]?.id ?? '', isDone: true });
  await givenOnboarding(api, reseller);
  const other = await givenPartner(api);
  await makeOverdue(api, (await givenOnboarding(api, other)).client.id);
});

test('the filter finds clients with an open step after its day that are not canceled', async () => {
  expect(await idsWhere({ onboardingOverdue: true })).toEqual([suspendedId, overdueId]);
});

test('false finds all others, and null finds all', async () => {
  const others = await idsWhere({ onboardingOverdue: false });

  expect(others).toHaveLength(3);
  expect(others).not.toContain(overdueId);
  expect(await idsWhere({ onboardingOverdue: null })).toHaveLength(5);
});

test('an active client with an overdue step needs attention once, also if nobody has opened it', async () => {
  const { id } = await givenClient(api, reseller.actor);
  const query = '{ clientsNeedingAttention { reason client { id } } }';

  const { data } = await api.ask<{ clientsNeedingAttention: { reason: string; client: { id: string } }[] }>(
    reseller.actor,
    query,
  );

  expect(data?.clientsNeedingAttention).toEqual([
    { reason: 'SUSPENDED', client: { id: suspendedId } },
    { reason: 'ONBOARDING_OVERDUE', client: { id: overdueId } },
  ]);
  expect(JSON.stringify(data)).not.toContain(id);
});
