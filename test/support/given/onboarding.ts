import { v7 as uuid } from 'uuid';
import { asPlatform } from '../../../src/core/database/tenancy.ts';
import { inTransaction } from '../../../src/core/database/transaction.ts';
import type { FollowedEvent } from '../../../src/events/event.types.ts';
import { onboardingConsumer } from '../../../src/onboarding/onboarding.consumer.ts';
import type { Actor, Answer, Api } from '../api.ts';
import { withoutTriggers } from '../database.changes.ts';
import { givenClient, validClient, type Client } from './client-accounts.ts';
import type { Samples } from './samples.types.ts';

export interface Step {
  id: string | null;
  fact: string | null;
  title: string;
  dueOn: string | null;
  doneAt: string | null;
  isOverdue: boolean;
}

export interface Plan {
  steps: { key: string; title: string; dueDays: number }[];
  version: number;
}

const STEP = 'id fact title dueOn doneAt isOverdue';

export const savePlan = (
  api: Api,
  actor: Actor | undefined,
  steps: readonly object[],
  expectedVersion?: number,
): Promise<Answer<{ saveOnboardingPlan: Plan }>> =>
  api.ask(
    actor,
    `mutation ($input: SaveOnboardingPlanInput!, $expectedVersion: Int) {
      saveOnboardingPlan(input: $input, expectedVersion: $expectedVersion) { steps { key title dueDays } version }
    }`,
    { input: { steps }, expectedVersion },
  );

export async function planOf(api: Api, actor: Actor): Promise<Plan | null | undefined> {
  const query = '{ onboardingPlan { steps { key title dueDays } version } }';
  return (await api.ask<{ onboardingPlan: Plan | null }>(actor, query)).data?.onboardingPlan;
}

export const setStep = (
  api: Api,
  actor: Actor | undefined,
  variables: { id: string; isDone: boolean },
): Promise<Answer<{ setOnboardingStep: Step }>> =>
  api.ask(
    actor,
    `mutation ($id: ID!, $isDone: Boolean!) { setOnboardingStep(id: $id, isDone: $isDone) { ${STEP} } }`,
    variables,
  );

/** Hands the consumer all clients of the resellers, as the worker does after they are created. */
export async function followClients(api: Api, ...resellerIds: string[]): Promise<void> {
  const events = await api.rows(
    `select reseller_id as "resellerId", target_id as "targetId", action from audit_event where reseller_id = any($1)`,
    [resellerIds],
  );
  await inTransaction(asPlatform(api.app.orm.em), (em) =>
    onboardingConsumer.consume(em, events as unknown as FollowedEvent[], {} as never),
  );
}

/** All steps of a client in order, also those that facts tick. */
export async function onboardingOf(api: Api, actor: Actor, id: string): Promise<Step[]> {
  const query = `query ($id: ID!) { clientAccount(id: $id) { onboarding { ${STEP} } } }`;
  const { data } = await api.ask<{ clientAccount: { onboarding: Step[] } | null }>(actor, query, { id });
  return data?.clientAccount?.onboarding ?? [];
}

/** The steps of the plan alone. */
export const plannedOf = async (api: Api, actor: Actor, id: string): Promise<(Step & { id: string })[]> =>
  (await onboardingOf(api, actor, id)).filter((step): step is Step & { id: string } => step.id !== null);

interface Reseller {
  actor: Actor;
  resellerId: string;
}

/** A client with the steps of this plan, which stays the reseller's. */
export async function givenOnboarding(
  api: Api,
  { actor, resellerId }: Reseller,
  steps: readonly object[] = [{ key: 'call', title: 'Call them', dueDays: 3 }],
): Promise<{ client: Client; steps: (Step & { id: string })[] }> {
  const { errors } = await savePlan(api, actor, steps);
  if (errors) throw new Error(`The plan could not be saved: ${JSON.stringify(errors)}`);
  const client = await givenClient(api, actor);
  await followClients(api, resellerId);
  return { client, steps: await plannedOf(api, actor, client.id) };
}

/** Moves the due day of a client's steps, as if the client had been created earlier. */
export const makeOverdue = (api: Api, clientId: string): Promise<unknown> =>
  withoutTriggers(api, 'update onboarding_step set due_on = current_date - 2 where client_id = $1', [clientId]);

export const onboardingSamples: Samples = {
  row: async (api, reseller) => {
    const { client } = await givenOnboarding(api, reseller);
    await makeOverdue(api, client.id);
  },
  variables: {
    ClientOnboarding: async (api, reseller, rows) => ({
      id: (await givenOnboarding(api, reseller, plannedSteps(rows))).client.id,
    }),
    SaveOnboardingPlan: async (_api, _reseller, rows) => ({ input: { steps: plannedSteps(rows) } }),
    SetOnboardingStep: async (api, reseller) => ({ id: (await givenOnboarding(api, reseller)).steps[0]?.id }),
    ImportClientAccounts: async (_api, _reseller, rows) => ({
      input: {
        importId: uuid(),
        rows: Array.from({ length: rows }, (_, index) => ({ key: String(index), ...validClient() })),
        isDryRun: false,
      },
    }),
  },
};

const plannedSteps = (count: number): object[] =>
  Array.from({ length: count }, (_, index) => ({ key: `step-${index}`, title: `Step ${index}`, dueDays: index }));
