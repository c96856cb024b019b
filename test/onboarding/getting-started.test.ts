import { expect, test } from 'vitest';
import { useApi, type Actor } from '../support/api.ts';
import { givenKey } from '../support/given/api-keys.ts';
import { givenAccess } from '../support/given/callers/client-access.ts';
import { givenFactor } from '../support/given/callers/second-factors.ts';
import { givenClient } from '../support/given/client-accounts.ts';
import { givenChange } from '../support/given/companies.ts';
import { savePlan } from '../support/given/onboarding.ts';
import { givenPartner } from '../support/given/partners.ts';
import { givenInvitedMember, givenMember } from '../support/given/people.ts';
import { statementsOf } from '../support/statements.ts';

const api = useApi();

const QUERY = '{ gettingStarted { key isDone } }';

async function stepsOf(actor: Actor): Promise<Record<string, boolean>> {
  const { data, errors } = await api.ask<{ gettingStarted: { key: string; isDone: boolean }[] }>(actor, QUERY);
  expect(errors).toBeUndefined();
  return Object.fromEntries((data?.gettingStarted ?? []).map(({ key, isDone }) => [key, isDone]));
}

test('each step is done once its fact is true, in one statement', async () => {
  const partner = await givenPartner(api);
  const { actor } = partner;
  const none = {
    SECOND_FACTOR: false,
    TEAM: false,
    COMPANY: false,
    CLIENT: false,
    CLIENT_ACCESS: false,
    ONBOARDING_PLAN: false,
  };
  expect(await stepsOf(actor)).toEqual(none);
  expect(Object.keys(await stepsOf(actor))).toEqual(Object.keys(none));
  expect(await statementsOf(() => api.ask(actor, QUERY))).toHaveLength(1);

  await givenInvitedMember(api, partner);
  expect(await stepsOf(actor)).toEqual({ ...none, TEAM: true });
  const { id } = await givenClient(api, actor);
  await givenAccess(api, actor, id);
  await savePlan(api, actor, []);
  expect(await stepsOf(actor)).toEqual({ ...none, TEAM: true, CLIENT: true, CLIENT_ACCESS: true });
  await savePlan(api, actor, [{ title: 'Call', dueDays: 3 }]);
  await givenChange(api, partner);
  await givenFactor(api, actor);
  expect(Object.values(await stepsOf(actor))).toEqual([true, true, true, true, true, true]);
});

test('each user gets the steps that they can take', async () => {
  const reseller = await givenPartner(api);
  const referral = await givenPartner(api, { partnershipType: 'REFERRAL' });
  const member = await givenMember(api, reseller);
  const reader = await givenMember(api, reseller, 'READ_ONLY');

  expect(Object.keys(await stepsOf(member.actor))).toEqual(['SECOND_FACTOR', 'CLIENT', 'CLIENT_ACCESS']);
  expect(Object.keys(await stepsOf(reader.actor))).toEqual(['SECOND_FACTOR']);
  expect(Object.keys(await stepsOf(referral.actor))).toEqual(['SECOND_FACTOR', 'TEAM', 'COMPANY']);
});

test('C1: what another partner did ticks nothing', async () => {
  const other = await givenPartner(api);
  await givenInvitedMember(api, other);
  await givenAccess(api, other.actor, (await givenClient(api, other.actor)).id);
  await savePlan(api, other.actor, [{ title: 'Call', dueDays: 3 }]);
  await givenChange(api, other);

  expect(Object.values(await stepsOf((await givenPartner(api)).actor))).not.toContain(true);
});

test('an admin and an API key have no such steps', async () => {
  const { actor } = await givenPartner(api);

  for (const caller of [api.admin, await givenKey(api, actor)]) {
    expect((await api.ask(caller, QUERY)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  }
});
