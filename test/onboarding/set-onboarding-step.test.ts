import { v7 as uuid } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { asPlatform } from '../../src/core/database/tenancy.ts';
import { inTransaction } from '../../src/core/database/transaction.ts';
import { publicEvent } from '../../src/events/event.catalogue.ts';
import type { FollowedEvent } from '../../src/events/event.types.ts';
import { useApi } from '../support/api.ts';
import { givenOnboarding, makeOverdue, plannedOf, setStep } from '../support/given/onboarding.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { auditOf, givenMember } from '../support/given/people.ts';

const api = useApi();
let reseller: Partner;

beforeAll(async () => {
  reseller = await givenPartner(api);
});

const storedSteps = () => api.rows('select * from onboarding_step order by id');

async function givenStep(): Promise<{ id: string; clientId: string }> {
  const { client, steps } = await givenOnboarding(api, reseller);
  return { id: steps[0]?.id ?? '', clientId: client.id };
}

test('marks a step as done with its audit event, and opens it again', async () => {
  const member = await givenMember(api, reseller);
  const { id, clientId } = await givenStep();

  const { data, errors } = await setStep(api, member.actor, { id, isDone: true });

  expect(errors).toBeUndefined();
  expect(data?.setOnboardingStep).toMatchObject({ id, title: 'Call them', doneAt: expect.any(String) });
  expect(await plannedOf(api, reseller.actor, clientId)).toEqual([data?.setOnboardingStep]);
  expect(await api.rows('select done_by from onboarding_step where id = $1', [id])).toEqual([{ done_by: member.id }]);
  const [event] = (await auditOf(api, clientId)).filter(({ action }) => action === 'onboarding.step_set');
  expect(event).toMatchObject({ target_type: 'ClientAccount', actor_id: member.id });
  expect(JSON.parse(String(event?.['changes']))).toMatchObject({
    stepId: { from: id, to: id },
    doneAt: { from: null, to: expect.any(String) },
    doneBy: { from: null, to: member.id },
  });

  const again = await setStep(api, reseller.actor, { id, isDone: false });

  expect(again.data?.setOnboardingStep.doneAt).toBeNull();
  expect(await api.rows('select done_by from onboarding_step where id = $1', [id])).toEqual([{ done_by: null }]);
});

test('its event shows the step as the API does, and nothing to another tenant', async () => {
  const { id, clientId } = await givenStep();
  const { data } = await setStep(api, reseller.actor, { id, isDone: true });
  const [stored] = await api.rows(
    `select id, target_id as "targetId", reseller_id as "resellerId", changes from audit_event
     where target_id = $1 and action = 'onboarding.step_set'`,
    [clientId],
  );
  const presented = async (resellerId: unknown) => {
    const event = { ...stored, resellerId } as unknown as FollowedEvent;
    const shown = await inTransaction(asPlatform(api.app.orm.em), async (em) =>
      publicEvent('onboarding.step_set')?.present(em, [event]),
    );
    return shown?.get(event.id);
  };

  const { title, dueOn, doneAt } = data?.setOnboardingStep ?? {};
  expect(await presented(stored?.['resellerId'])).toEqual({ id, clientId, key: 'call', title, dueOn, doneAt });
  expect(await presented((await givenPartner(api)).resellerId)).toBeUndefined();
});

test('a second call changes nothing, and leaves no audit event', async () => {
  const { id, clientId } = await givenStep();
  await setStep(api, reseller.actor, { id, isDone: true });
  const [before, trail] = [await storedSteps(), await auditOf(api, clientId)];

  const { data } = await setStep(api, (await givenMember(api, reseller)).actor, { id, isDone: true });

  expect(data?.setOnboardingStep.doneAt).toEqual(expect.any(String));
  expect(await storedSteps()).toEqual(before);
  expect(await auditOf(api, clientId)).toEqual(trail);
});

test('an overdue step that is done is not overdue any more', async () => {
  const { id, clientId } = await givenStep();
  await makeOverdue(api, clientId);

  const done = await setStep(api, reseller.actor, { id, isDone: true });
  const open = await setStep(api, reseller.actor, { id, isDone: false });

  expect(done.data?.setOnboardingStep.isOverdue).toBe(false);
  expect(open.data?.setOnboardingStep.isOverdue).toBe(true);
});

test('C1: the step of another reseller gets the answer of a missing one, and stays as it is', async () => {
  const { id } = await givenStep();
  const stranger = await givenPartner(api);
  const before = await storedSteps();

  const answers = await Promise.all(
    [id, uuid(), 'no-uuid'].map((each) => setStep(api, stranger.actor, { id: each, isDone: true })),
  );

  for (const { errors } of answers) expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  expect(new Set(answers.map(({ errors }) => errors?.[0]?.message)).size).toBe(1);
  expect(await storedSteps()).toEqual(before);
});

test.each([
  { who: 'an anonymous caller', actorOf: async () => undefined, code: 'UNAUTHENTICATED' },
  { who: 'an admin', actorOf: async () => api.admin, code: 'FORBIDDEN' },
  {
    who: 'a read-only user',
    actorOf: async () => (await givenMember(api, reseller, 'READ_ONLY')).actor,
    code: 'FORBIDDEN',
  },
])('refuses $who with $code, and changes nothing', async ({ actorOf, code }) => {
  const { id } = await givenStep();
  const actor = await actorOf();
  const before = await storedSteps();

  const { errors } = await setStep(api, actor, { id, isDone: true });

  expect(errors).toMatchObject([{ extensions: { code } }]);
  expect(await storedSteps()).toEqual(before);
});

test('PostgreSQL refuses a tenant’s change without an audit event, and a change of the title', async () => {
  const { id } = await givenStep();
  const before = await storedSteps();
  const change = (set: string) =>
    api.database.rows(
      `begin; set local role reachgenie_tenant; set local mikro.tenant."resellerId" = '${reseller.resellerId}';
       update onboarding_step set ${set} where id = '${id}'; commit`,
    );

  await expect(change(`done_at = now(), done_by = '${reseller.ownerId}'`)).rejects.toThrow('has no audit event');
  await api.rows('rollback');
  await expect(change(`title = 'Other'`)).rejects.toThrow('permission denied');
  await api.rows('rollback');

  expect(await storedSteps()).toEqual(before);
});
