import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { currentTime } from '../../core/database/database.clock.ts';
import { inTransaction, readRows } from '../../core/database/transaction.ts';
import type { JobQueue } from '../../core/jobs/job.queue.ts';
import type { Round, RoundTurn, RoundWorker } from '../../core/jobs/round.ts';
import { addDays, dayAt, type Day } from '../../core/text/day.ts';
import { termsOn } from '../terms/tier-terms.service.ts';
import { isEvaluatedOn } from './evaluation.service.ts';
import { factsOn, termsFrom, valuesAgainst, type PartnerFacts } from './partner.facts.ts';
import { isRepeatedAfterRestore } from './repeated.round.ts';
import { warn } from './tier.decision.ts';
import { TierOutcome } from './tier-evaluation.entity.ts';
import { tellOfTier } from './tier.news.ts';

const BATCH = 100;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Warns the partners at risk, 60, 30 and 7 days before they can lose their tier. */
export const warningRound: Round = { name: 'tier-warnings', due: 'daily', run: warnBatch };

const isDueOn = (day: Day) =>
  sql`grace.ended_at is null and grace.next_warning is not null and grace.until - ${day}::date <= grace.next_warning`;

async function warnBatch(
  em: EntityManager,
  { jobs, log }: RoundWorker,
  { after = FIRST }: RoundTurn,
): Promise<string | undefined> {
  const day = dayAt(currentTime());
  const due = await readRows(
    em,
    sql<{
      id: string;
    }>`select account.id from tier_grace as grace join partner_account as account on account.id = grace.reseller_id
      where account.id > ${after}::uuid and ${isDueOn(day)} and ${isEvaluatedOn(day)} order by account.id limit ${BATCH}`,
  );
  for (const { id } of due) {
    try {
      await inTransaction(em, (transaction) => warnPartner(transaction, jobs, id, day));
    } catch (error) {
      log.error({ err: error, partnerId: id }, 'partner not warned');
    }
  }
  return due.length < BATCH ? undefined : due.at(-1)?.id;
}

/** In the EntityManager's transaction. Once, also if two workers try. */
export async function warnPartner(em: EntityManager, jobs: JobQueue, id: string, day: Day): Promise<void> {
  const { rows } = await sql<{ facts: PartnerFacts }>`select ${factsOn(day)} as facts
    from partner_account as account join tier_grace as grace on grace.reseller_id = account.id
    where account.id = ${id} and ${isDueOn(day)} for update of grace skip locked`.execute(em.getKysely());
  const facts = rows[0]?.facts;
  const warning = facts?.grace && warn(facts.grace, day);
  if (!facts?.grace || !warning) return;
  const { until, days, nextWarning } = warning;
  await sql`update tier_grace set until = ${until}::date, next_warning = ${nextWarning}
    where reseller_id = ${id} and id = ${facts.grace.id}::uuid`.execute(em.getKysely());
  const values = valuesAgainst(termsFrom(await termsOn(em, day), facts.tier), facts);
  const wasDue = new Date(addDays(facts.grace.until, -days));
  const mailedBy = (await isRepeatedAfterRestore(em, wasDue)) ? undefined : jobs;
  await tellOfTier(em, mailedBy, { facts, outcome: TierOutcome.AT_RISK, tier: facts.tier, until, days, values });
}
