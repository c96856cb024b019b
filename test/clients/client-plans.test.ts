import { expect, test } from 'vitest';
import { useApi, type Actor } from '../support/api.ts';
import { changeSubscription, givenClient } from '../support/given/client-accounts.ts';
import { givenPartner } from '../support/given/partners.ts';
import { statementsOf } from '../support/statements.ts';

const api = useApi();

const LIST = '{ clientPlans { name clients isLatest } }';

const ask = (actor: Actor | undefined) => api.ask<{ clientPlans: object[] | null }>(actor, LIST);

const withPlan = (actor: Actor, subscriptionTier: string) => givenClient(api, actor, { subscriptionTier });

test('lists the plans of clients that are not canceled, the most used first', async () => {
  const { actor } = await givenPartner(api);
  for (const plan of ['Growth', 'Starter', 'Starter', 'Basic']) await withPlan(actor, plan);
  const { id } = await withPlan(actor, 'Former');
  await changeSubscription(api, actor, { id, input: { subscriptionStatus: 'CANCELED' } });
  const suspended = await withPlan(actor, 'Starter');
  await changeSubscription(api, actor, { id: suspended.id, input: { subscriptionStatus: 'SUSPENDED' } });

  const statements = await statementsOf(async () => {
    expect(await ask(actor)).toEqual({
      data: {
        clientPlans: [
          { name: 'Starter', clients: 3, isLatest: true },
          { name: 'Basic', clients: 1, isLatest: false },
          { name: 'Growth', clients: 1, isLatest: false },
        ],
      },
    });
  });

  expect(statements).toHaveLength(1);
});

test('lists 50 plans at most', async () => {
  const { actor } = await givenPartner(api);
  for (let plan = 1; plan <= 51; plan++) await withPlan(actor, `Plan ${plan}`);

  expect((await ask(actor)).data?.clientPlans).toHaveLength(50);
});

test('C1: shows no plan of another reseller', async () => {
  const { actor } = await givenPartner(api);
  await withPlan((await givenPartner(api)).actor, 'Foreign');

  expect(await ask(actor)).toEqual({ data: { clientPlans: [] } });
});

test.each([
  { who: 'an anonymous caller', actor: () => undefined, code: 'UNAUTHENTICATED' },
  { who: 'an admin', actor: () => api.admin, code: 'FORBIDDEN' },
])('refuses $who with $code', async ({ actor, code }) => {
  const { data, errors } = await ask(actor());

  expect(data).toBeNull();
  expect(errors).toMatchObject([{ extensions: { code } }]);
});
