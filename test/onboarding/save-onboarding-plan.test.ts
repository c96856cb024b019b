import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { givenKey } from '../support/given/api-keys.ts';
import { planOf, savePlan } from '../support/given/onboarding.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { whileHeld } from '../support/locks.ts';
import { actionsOn, givenMember } from '../support/given/people.ts';

const api = useApi();
let reseller: Partner;

beforeAll(async () => {
  reseller = await givenPartner(api);
});

const stored = (resellerId: string) => api.rows('select * from onboarding_plan where reseller_id = $1', [resellerId]);

test('saves the first plan with its audit event, and gives new steps a key', async () => {
  const { actor, resellerId } = await givenPartner(api);

  const { data, errors } = await savePlan(api, actor, [
    { key: 'call', title: '  Kick-off call ', dueDays: 0 },
    { title: 'Connect mailboxes', dueDays: 365 },
  ]);

  expect(errors).toBeUndefined();
  expect(data?.saveOnboardingPlan).toEqual({
    steps: [
      { key: 'call', title: 'Kick-off call', dueDays: 0 },
      { key: expect.stringMatching(/^[\da-f-]{36}$/), title: 'Connect mailboxes', dueDays: 365 },
    ],
    version: 1,
  });
  const [plan] = await stored(resellerId);
  expect(await actionsOn(api, String(plan?.['id']))).toEqual(['onboarding.plan_saved']);
});

test('replaces the plan, and increases its version', async () => {
  const { actor, resellerId } = await givenPartner(api);
  await savePlan(api, actor, [{ key: 'call', title: 'Call', dueDays: 3 }], 0);

  const { data } = await savePlan(api, actor, [{ key: 'mail', title: 'Mail', dueDays: 1 }], 1);

  expect(data?.saveOnboardingPlan).toEqual({ steps: [{ key: 'mail', title: 'Mail', dueDays: 1 }], version: 2 });
  expect(await stored(resellerId)).toHaveLength(1);
});

test('the same plan changes nothing, and leaves no audit event', async () => {
  const { actor, resellerId } = await givenPartner(api);
  const steps = [{ key: 'call', title: 'Call', dueDays: 3 }];
  await savePlan(api, actor, steps);
  const before = await stored(resellerId);

  expect((await savePlan(api, actor, steps)).data?.saveOnboardingPlan.version).toBe(1);

  expect(await stored(resellerId)).toEqual(before);
  expect(await actionsOn(api, String(before[0]?.['id']))).toHaveLength(1);
});

test.each([
  { saved: 0, expected: 1 },
  { saved: 1, expected: 0 },
  { saved: 2, expected: 1 },
])('after $saved saves, version $expected is stale, and nothing changes', async ({ saved, expected }) => {
  const { actor, resellerId } = await givenPartner(api);
  for (let done = 0; done < saved; done++) await savePlan(api, actor, [{ title: `Step ${done}`, dueDays: 1 }]);
  const before = await stored(resellerId);

  const { errors } = await savePlan(api, actor, [], expected);

  expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', reason: 'STALE_VERSION', version: saved } }]);
  expect(await stored(resellerId)).toEqual(before);
});

test('of two owners that save the first plan at the same time, one gets a conflict', async () => {
  const { actor, resellerId } = await givenPartner(api);
  const held = { sql: 'select 1 from audit_chain where chain_id = $1', values: [resellerId] };

  // The first waits for the tenant's audit chain, the others for the first.
  const answers = await whileHeld(api, held, 3, () =>
    Promise.all([1, 2, 3].map((day) => savePlan(api, actor, [{ title: 'Call', dueDays: day }], 0))),
  );

  expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
  const reasons = answers.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions.reason));
  expect(new Set(reasons)).toEqual(new Set(['STALE_VERSION']));
  expect(await stored(resellerId)).toHaveLength(1);
});

const step = (more: object = {}) => ({ title: 'Call', dueDays: 1, ...more });

test.each([
  { why: '21 steps', steps: Array.from({ length: 21 }, () => step()), path: 'input.steps' },
  { why: 'a blank title', steps: [step({ title: ' ' })], path: 'input.steps.0.title' },
  { why: 'a title that is too long', steps: [step({ title: 'x'.repeat(201) })], path: 'input.steps.0.title' },
  { why: 'a day before the client', steps: [step({ dueDays: -1 })], path: 'input.steps.0.dueDays' },
  { why: 'more than a year', steps: [step({ dueDays: 366 })], path: 'input.steps.0.dueDays' },
  { why: 'a key that is too long', steps: [step({ key: 'x'.repeat(41) })], path: 'input.steps.0.key' },
  { why: 'a key twice', steps: [step({ key: 'a' }), step({ key: ' a ' })], path: 'input.steps.1.key' },
])('refuses $why, and changes nothing', async ({ steps, path }) => {
  const before = await stored(reseller.resellerId);

  const { errors } = await savePlan(api, reseller.actor, steps);

  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields: [{ path }] } }]);
  expect(await stored(reseller.resellerId)).toEqual(before);
});

test('keeps any valid plan as it is, in its order', async () => {
  const { actor } = await givenPartner(api);
  const steps = fc.uniqueArray(
    fc.record({
      key: fc.stringMatching(/^[a-z0-9-]{1,40}$/),
      title: fc.stringMatching(/^\p{L}{1,200}$/u).map((text) => text.normalize('NFC').slice(0, 200)),
      dueDays: fc.integer({ min: 0, max: 365 }),
    }),
    { selector: ({ key }) => key, maxLength: 20 },
  );

  await fc.assert(
    fc.asyncProperty(steps, async (wanted) => {
      await savePlan(api, actor, wanted);

      expect((await planOf(api, actor))?.steps).toEqual(wanted);
    }),
    { numRuns: 40, seed: 20 },
  );
});

test.each([
  { who: 'an anonymous caller', actorOf: async () => undefined, code: 'UNAUTHENTICATED' },
  { who: 'an admin', actorOf: async () => api.admin, code: 'FORBIDDEN' },
  { who: 'a member', actorOf: async () => (await givenMember(api, reseller)).actor, code: 'FORBIDDEN' },
  {
    who: 'an API key',
    actorOf: () => givenKey(api, reseller.actor),
    code: 'FORBIDDEN',
  },
  {
    who: 'an owner of a referral partner',
    actorOf: async () => (await givenPartner(api, { partnershipType: 'REFERRAL' })).actor,
    code: 'FORBIDDEN',
  },
])('refuses $who with $code, and changes nothing', async ({ actorOf, code }) => {
  const actor = await actorOf();
  const before = await api.rows('select * from onboarding_plan order by id');

  const { errors } = await savePlan(api, actor, []);

  expect(errors).toMatchObject([{ extensions: { code } }]);
  expect(await api.rows('select * from onboarding_plan order by id')).toEqual(before);
});
