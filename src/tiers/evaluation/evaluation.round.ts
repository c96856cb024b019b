import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { currentTime } from '../../core/database/database.clock.ts';
import { readRows } from '../../core/database/transaction.ts';
import type { Round, RoundTurn, RoundWorker } from '../../core/jobs/round.ts';
import { addDays, dayAt } from '../../core/text/day.ts';
import { termsOn } from '../terms/tier-terms.service.ts';
import { evaluatePartner, type Evaluation } from './evaluation.partner.ts';
import { isEvaluatedOn } from './evaluation.service.ts';
import { isRepeatedAfterRestore } from './repeated.round.ts';

/** Partners between two renewals of the round's lease. */
const BATCH = 100;

const FIRST = '00000000-0000-0000-0000-000000000000';

/** Evaluates every partner by the months until the last day of the month before. */
export const evaluationRound: Round = { name: 'tiers', due: 'monthly', run: evaluateBatch };

async function evaluateBatch(
  em: EntityManager,
  { jobs, log }: RoundWorker,
  { dueAt, after = FIRST }: RoundTurn,
): Promise<string | undefined> {
  const day = dayAt(currentTime());
  const periodEnd = addDays(`${day.slice(0, 7)}-01`, -1);
  const [terms, isRepeated, partners] = await Promise.all([
    termsOn(em, day),
    isRepeatedAfterRestore(em, dueAt),
    readRows(
      em,
      sql<{ id: string }>`select account.id from partner_account as account
        where account.id > ${after}::uuid and ${isEvaluatedOn(day)} and not exists (
          select from tier_evaluation where reseller_id = account.id and period_end = ${periodEnd}::date)
        order by account.id limit ${BATCH}`,
    ),
  ]);
  const evaluation: Evaluation = { periodEnd, day, terms, jobs: isRepeated ? undefined : jobs };
  for (const { id } of partners) {
    try {
      await evaluatePartner(em, id, evaluation);
    } catch (error) {
      log.error({ err: error, partnerId: id }, 'partner not evaluated');
    }
  }
  return partners.length < BATCH ? undefined : partners.at(-1)?.id;
}
