import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { inAuditedTransaction, recordAction } from '../../audit/audit.recorder.ts';
import { asSystem } from '../../audit/system.actor.ts';
import type { Row } from '../../core/database/row.query.ts';
import type { JobQueue } from '../../core/jobs/job.queue.ts';
import type { Day } from '../../core/text/day.ts';
import { AssignmentReason } from '../../partners/tiers/tier-assignment.entity.ts';
import { moveToTier, TIER_ACTIONS } from '../../partners/tiers/tier-assignment.service.ts';
import { PartnerAccount } from '../../tenants/partner-account.entity.ts';
import type { TierTerms } from '../terms/tier-terms.entity.ts';
import { GRACE_DAYS, decide, type Decision } from './tier.decision.ts';
import { isEvaluatedOn } from './evaluation.service.ts';
import { tellOfTier, type NewsOutcome } from './tier.news.ts';
import { factsOn, termsFrom, valuesAgainst, type PartnerFacts } from './partner.facts.ts';
import { TierEvaluation, TierOutcome, type TierValue } from './tier-evaluation.entity.ts';
import { TierGrace } from './tier-grace.entity.ts';

export interface Evaluation {
  periodEnd: Day;
  /** The day of the evaluation. */
  day: Day;
  terms: readonly Row<TierTerms>[];
  /** Undefined after a restore: emails of this evaluation may have been sent before. */
  jobs: JobQueue | undefined;
}

/**
 * Evaluates one partner in one transaction, and once for each period. Its statements depend on the outcome, but not on the
 * number of clients, requirements or partners.
 */
export function evaluatePartner(em: EntityManager, partnerId: string, evaluation: Evaluation): Promise<void> {
  const ctx = asSystem({ em }, 'tiers');
  return inAuditedTransaction(ctx, TIER_ACTIONS, async (transaction) => {
    const facts = await lockFacts(transaction, partnerId, evaluation);
    if (!facts) return;
    const values = valuesAgainst(termsFrom(evaluation.terms, facts.tier), facts);
    const decision = decide(facts, values, evaluation.day);
    const { outcome, tier: newTier, grace } = decision;
    transaction.create(TierEvaluation, {
      resellerId: partnerId,
      periodEnd: evaluation.periodEnd,
      tier: facts.tier,
      newTier,
      outcome,
      values,
      graceUntil: grace?.until ?? null,
    });
    if (isNews(outcome)) await carryOut(transaction, evaluation, { facts, values, outcome, decision });
  });
}

/** Undefined if the partner is evaluated already, or no longer to be evaluated. */
async function lockFacts(
  em: EntityManager,
  id: string,
  { periodEnd, day }: Evaluation,
): Promise<PartnerFacts | undefined> {
  // A second statement sees what the transaction before has written, and the first waits for it.
  await sql`select from partner_account where id = ${id} for update`.execute(em.getKysely());
  const { rows } = await sql<{ facts: PartnerFacts }>`select ${factsOn(periodEnd)} as facts
    from partner_account as account where account.id = ${id} and ${isEvaluatedOn(day)}
      and not exists (select from tier_evaluation where reseller_id = account.id and period_end = ${periodEnd}::date)`.execute(
    em.getKysely(),
  );
  return rows[0]?.facts;
}

interface Evaluated {
  facts: PartnerFacts;
  values: readonly TierValue[];
  outcome: NewsOutcome;
  decision: Decision;
}

const isNews = (outcome: TierOutcome): outcome is NewsOutcome => outcome !== TierOutcome.KEPT;

async function carryOut(
  em: EntityManager,
  { day, jobs }: Evaluation,
  { facts, values, outcome, decision: { tier, grace } }: Evaluated,
): Promise<void> {
  if (outcome === TierOutcome.AT_RISK && facts.grace) return;
  const account = await em.findOneOrFail(PartnerAccount, { id: facts.id });
  if (outcome === TierOutcome.PROMOTED || outcome === TierOutcome.DEMOTED) {
    const reason = outcome === TierOutcome.PROMOTED ? AssignmentReason.PROMOTION : AssignmentReason.DEMOTION;
    await moveToTier(em, account, { tier, reason, by: undefined });
  } else {
    recordAction(em, outcome === TierOutcome.AT_RISK ? 'partner.tier_at_risk' : 'partner.tier_recovered', account);
  }
  if (outcome === TierOutcome.AT_RISK && grace) {
    em.create(TierGrace, { resellerId: facts.id, tier, beganOn: day, ...grace });
  }
  if (outcome === TierOutcome.RECOVERED) await endGrace(em, facts);
  const days = outcome === TierOutcome.AT_RISK ? GRACE_DAYS : null;
  await tellOfTier(em, jobs, { facts, outcome, tier, until: grace?.until ?? null, days, values });
}

const endGrace = (em: EntityManager, { id, grace }: PartnerFacts) =>
  sql`update tier_grace set ended_at = now() where reseller_id = ${id} and id = ${grace?.id}::uuid`.execute(
    em.getKysely(),
  );
