import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { EventFollower } from '../../src/events/event.follower.ts';
import type { WorkerParts } from '../../src/feature.ts';
import { onboardingConsumer } from '../../src/onboarding/onboarding.consumer.ts';
import { useApi } from '../support/api.ts';
import { withoutTriggers } from '../support/database.changes.ts';
import { givenAccess } from '../support/given/callers/client-access.ts';
import { givenClient } from '../support/given/client-accounts.ts';
import {
  followClients,
  givenOnboarding,
  makeOverdue,
  onboardingOf,
  plannedOf,
  savePlan,
} from '../support/given/onboarding.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';

const api = useApi();
let reseller: Partner;

beforeAll(async () => {
  reseller = await givenPartner(api);
});

const today = async (days = 0) =>
  String((await api.rows(`select ((now() at time zone 'UTC')::date + $1::int)::text as day`, [days]))[0]?.['day']);

test('a new client gets the steps of the plan in their order, with their due days', async () => {
  const { steps } = await givenOnboarding(api, reseller, [
    { key: 'b', title: 'Call', dueDays: 0 },
    { key: 'a', title: 'Connect mailboxes', dueDays: 7 },
  ]);

  expect(steps).toMatchObject([
    { title: 'Call', dueOn: await today(), doneAt: null, isOverdue: false, fact: null },
    { title: 'Connect mailboxes', dueOn: await today(7), doneAt: null, isOverdue: false, fact: null },
  ]);
});

test('a worker copies the plan to each client that is created', async () => {
  const { actor } = await givenPartner(api);
  await savePlan(api, actor, [{ title: 'Call', dueDays: 3 }]);
  const worker = { orm: api.app.orm, log: console, consumers: [onboardingConsumer], pollingSeconds: 0.02 };
  const stop = new EventFollower(worker as unknown as WorkerParts).start();
  try {
    await expect.poll(() => api.rows(`select from event_consumer where name = 'onboarding'`)).toHaveLength(1);

    const { id } = await givenClient(api, actor);

    await expect.poll(() => plannedOf(api, actor, id)).toMatchObject([{ title: 'Call' }]);
  } finally {
    await stop();
  }
});

test('events that come again add nothing, also if the plan has other steps now', async () => {
  const { client, steps } = await givenOnboarding(api, reseller, [{ key: 'call', title: 'Call', dueDays: 3 }]);
  await savePlan(api, reseller.actor, [{ key: 'call', title: 'Call twice', dueDays: 9 }]);

  await followClients(api, reseller.resellerId);

  expect(await plannedOf(api, reseller.actor, client.id)).toEqual(steps);
});

test('a client that was there before the plan changed keeps its steps', async () => {
  const { client, steps } = await givenOnboarding(api, reseller);

  await savePlan(api, reseller.actor, []);

  expect(await plannedOf(api, reseller.actor, client.id)).toEqual(steps);
});

test('without a plan, a client has only steps that facts tick', async () => {
  const other = await givenPartner(api);
  const { id } = await givenClient(api, other.actor);

  await followClients(api, other.resellerId);

  const steps = await onboardingOf(api, other.actor, id);
  expect(steps).toContainEqual({
    id: null,
    fact: 'FIRST_ACCESS',
    title: 'First access to the account',
    dueOn: null,
    doneAt: null,
    isOverdue: false,
  });
  expect(steps.filter((step) => step.id !== null)).toEqual([]);
});

test('the first access ticks its step, and later ones do not change it', async () => {
  const { id } = await givenClient(api, reseller.actor);
  const untouched = await givenClient(api, reseller.actor);
  const firstAccess = async (clientId: string) =>
    (await onboardingOf(api, reseller.actor, clientId)).find(({ fact }) => fact === 'FIRST_ACCESS')?.doneAt;
  await givenAccess(api, reseller.actor, id);
  const first = await firstAccess(id);

  await givenAccess(api, reseller.actor, id);

  expect(first).toEqual(expect.any(String));
  expect(await firstAccess(id)).toBe(first);
  expect(await firstAccess(untouched.id)).toBeNull();
});

test('steps of facts come before those of the plan', async () => {
  const { client } = await givenOnboarding(api, reseller);

  const steps = await onboardingOf(api, reseller.actor, client.id);

  const isFact = steps.map(({ fact }) => fact !== null);
  expect(isFact).toEqual(isFact.toSorted((one, other) => Number(other) - Number(one)));
  expect(isFact).toContain(true);
});

test('an open step is overdue after its day, and a done one never is', async () => {
  const { client } = await givenOnboarding(api, reseller);
  await makeOverdue(api, client.id);
  expect(await plannedOf(api, reseller.actor, client.id)).toMatchObject([{ isOverdue: true }]);

  await withoutTriggers(api, 'update onboarding_step set done_at = now(), done_by = $2 where client_id = $1', [
    client.id,
    reseller.ownerId,
  ]);

  expect(await plannedOf(api, reseller.actor, client.id)).toMatchObject([{ isOverdue: false }]);
});

test('each due day is that many days after the day in UTC on which the client was created', async () => {
  const other = await givenPartner(api);
  const { id } = await givenClient(api, other.actor);
  const created = fc.date({
    min: new Date('2024-01-01T00:00Z'),
    max: new Date('2028-12-31T23:59Z'),
    noInvalidDate: true,
  });
  const days = fc.array(fc.integer({ min: 0, max: 365 }), { minLength: 1, maxLength: 20 });

  await fc.assert(
    fc.asyncProperty(created, days, async (at, dueDays) => {
      await savePlan(
        api,
        other.actor,
        dueDays.map((each, index) => ({ key: `s${index}`, title: 'Do', dueDays: each })),
      );
      await withoutTriggers(api, 'delete from onboarding_step where client_id = $1', [id]);
      await withoutTriggers(api, 'update client_account set created_at = $2 where id = $1', [id, at]);

      await followClients(api, other.resellerId);

      const expected = dueDays.map((each) => {
        const day = new Date(`${at.toISOString().slice(0, 10)}T00:00:00Z`);
        day.setUTCDate(day.getUTCDate() + each);
        return day.toISOString().slice(0, 10);
      });
      expect((await plannedOf(api, other.actor, id)).map(({ dueOn }) => dueOn)).toEqual(expected);
    }),
    { numRuns: 25, seed: 20 },
  );
});

test('C1: neither the plan nor the steps of another reseller appear', async () => {
  const other = await givenPartner(api);
  const { client } = await givenOnboarding(api, reseller);
  const theirs = await givenClient(api, other.actor);

  await followClients(api, other.resellerId, reseller.resellerId);

  expect(await plannedOf(api, other.actor, theirs.id)).toEqual([]);
  expect(await onboardingOf(api, other.actor, client.id)).toEqual([]);
});

test('an admin sees the steps of a partner’s client', async () => {
  const { client } = await givenOnboarding(api, reseller);
  const query = `query ($partnerId: ID!, $id: ID!) {
    partnerClient(partnerId: $partnerId, id: $id) { onboarding { title } }
  }`;

  const { data } = await api.ask(api.admin, query, { partnerId: reseller.resellerId, id: client.id });

  expect(data).toMatchObject({ partnerClient: { onboarding: expect.arrayContaining([{ title: 'Call them' }]) } });
});
