import { LockMode } from '@mikro-orm/postgresql';
import { v7 as uuid } from 'uuid';
import { sql } from 'kysely';
import { inAuditedTransaction } from '../audit/audit.recorder.ts';
import { invalidInput, staleVersion, type FieldProblem } from '../core/context/domain.error.ts';
import type { RequestContext } from '../core/context/request.context.ts';
import { requireVersion } from '../core/database/entity.lookup.ts';
import { columnsOf, type Row } from '../core/database/row.query.ts';
import { fromVisible, tenantOf } from '../core/database/tenancy.ts';
import { readRows } from '../core/database/transaction.ts';
import { flushUnlessTaken } from '../core/database/unique.violation.ts';
import { OnboardingPlan, type PlannedStep } from './onboarding-plan.entity.ts';
import type { PlannedStepInput, SaveOnboardingPlanArgs } from './onboarding.inputs.ts';

/** Null until the reseller saves one. */
export async function readPlan({ reader }: RequestContext): Promise<Row<OnboardingPlan> | null> {
  const columns = columnsOf(reader.getMetadata(OnboardingPlan));
  const [plan] = await readRows(
    reader,
    sql<Row<OnboardingPlan>>`select ${columns} ${fromVisible(reader, OnboardingPlan)}`,
  );
  return plan ?? null;
}

/** Steps that clients have stay as they are. */
export function savePlan(
  ctx: RequestContext,
  { input, expectedVersion }: SaveOnboardingPlanArgs,
): Promise<OnboardingPlan> {
  const steps = withKeys(input.steps);
  const resellerId = tenantOf(ctx);
  return inAuditedTransaction(ctx, { OnboardingPlan: 'onboarding.plan_saved' }, async (em) => {
    const plan = await em.findOne(OnboardingPlan, { resellerId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    requireVersion(plan ?? { version: 0 }, expectedVersion);
    if (plan) {
      plan.steps = steps;
      return plan;
    }
    const first = em.create(OnboardingPlan, { resellerId, steps });
    // Another owner saved the first one at the same time.
    await flushUnlessTaken(em, staleVersion());
    return first;
  });
}

function withKeys(given: readonly PlannedStepInput[]): PlannedStep[] {
  const problems: FieldProblem[] = [];
  const keys = new Set<string>();
  const steps = given.map(({ key, title, dueDays }, index) => {
    const chosen = key ?? uuid();
    if (keys.has(chosen)) {
      problems.push({ path: `input.steps.${index}.key`, message: 'is used by another step', rule: 'DUPLICATE' });
    }
    keys.add(chosen);
    return { key: chosen, title, dueDays };
  });
  if (problems.length > 0) throw invalidInput(problems);
  return steps;
}
