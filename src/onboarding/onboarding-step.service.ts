import { LockMode } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { inAuditedTransaction } from '../audit/audit.recorder.ts';
import { unauthenticated } from '../core/context/domain.error.ts';
import type { RequestContext } from '../core/context/request.context.ts';
import { loadById } from '../core/database/entity.lookup.ts';
import type { Reader } from '../core/database/reader.ts';
import { fromVisible } from '../core/database/tenancy.ts';
import { readRows } from '../core/database/transaction.ts';
import { IS_OVERDUE } from './onboarding.conditions.ts';
import { onboardingFacts } from './onboarding.facts.ts';
import type { SetOnboardingStepArgs } from './onboarding.inputs.ts';
import { OnboardingStep } from './onboarding-step.entity.ts';
import type { ClientStep } from './onboarding.types.ts';

type StepRow = ClientStep & { clientId: string };

const select = (reader: Reader, where: RawBuilder<unknown>) =>
  sql<StepRow>`select id, null as fact, client_id as "clientId", title, due_on::text as "dueOn", done_at as "doneAt",
    ${IS_OVERDUE} as "isOverdue" ${fromVisible(reader, OnboardingStep, [where])} order by position, id`;

/** The steps of clients: those that facts tick, then those of the plan. One message for all clients. */
export async function stepsOfClients(
  ctx: Pick<RequestContext, 'config' | 'reader'>,
  clientIds: readonly string[],
): Promise<ClientStep[][]> {
  const { reader } = ctx;
  const facts = onboardingFacts(ctx);
  const [planned, ...known] = await Promise.all([
    readRows(reader, select(reader, sql`client_id = any(${[...clientIds]}::uuid[])`)),
    ...facts.map(({ read }) => read(reader, clientIds)),
  ]);
  const byClient = Map.groupBy(planned, ({ clientId }) => clientId);
  return clientIds.map((id) => [
    ...facts.map(({ key, title }, index) => stepOf(key, title, known[index]?.get(id))),
    ...(byClient.get(id) ?? []),
  ]);
}

const stepOf = (fact: string, title: string, doneAt: Date | string | undefined): ClientStep => ({
  id: null,
  fact,
  title,
  dueOn: null,
  doneAt: doneAt ?? null,
  isOverdue: false,
});

/** Does nothing if the step is as wanted. NOT_FOUND if the reseller has no such step. */
export function setStep(ctx: RequestContext, { id, isDone }: SetOnboardingStepArgs): Promise<ClientStep> {
  const { caller } = ctx;
  if (!caller) throw unauthenticated();
  return inAuditedTransaction(ctx, { OnboardingStep: 'onboarding.step_set' }, async (em) => {
    const step = await loadById(em, OnboardingStep, id, LockMode.PESSIMISTIC_WRITE);
    step.mark(isDone, caller.userId);
    await em.flush();
    const { rows } = await select(em, sql`id = ${step.id}`).execute(em.getKysely());
    return rows[0] as ClientStep;
  });
}
