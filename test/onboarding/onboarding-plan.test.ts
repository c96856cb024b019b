import { expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { planOf, savePlan } from '../support/given/onboarding.ts';
import { givenPartner } from '../support/given/partners.ts';
import { givenMember } from '../support/given/people.ts';

const api = useApi();

test('there is no plan until an owner saves one, and then all users see it', async () => {
  const partner = await givenPartner(api);
  expect(await planOf(api, partner.actor)).toBeNull();

  await savePlan(api, partner.actor, [{ key: 'call', title: 'Call', dueDays: 3 }]);

  const plan = { steps: [{ key: 'call', title: 'Call', dueDays: 3 }], version: 1 };
  expect(await planOf(api, partner.actor)).toEqual(plan);
  expect(await planOf(api, (await givenMember(api, partner, 'READ_ONLY')).actor)).toEqual(plan);
});

test('C1: a reseller does not see the plan of another', async () => {
  await savePlan(api, (await givenPartner(api)).actor, [{ title: 'Call', dueDays: 3 }]);

  expect(await planOf(api, (await givenPartner(api)).actor)).toBeNull();
});
