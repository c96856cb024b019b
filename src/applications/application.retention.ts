import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { WorkerOptions } from '../feature.ts';
import { LINK_YEARS } from './applicant/application.link.ts';

/** Applications in one transaction, during which no one else can record platform events. The next round follows an hour later. */
const BATCH = 250;

/**
 * Takes the personal data out of applications that were rejected or withdrawn long ago. They stay in the counters. The
 * function in the database also reaches notes, emails and the audit log.
 */
export async function eraseOldApplications(
  em: EntityManager,
  { retentionMonths = 0, log }: Pick<WorkerOptions, 'retentionMonths' | 'log'>,
): Promise<void> {
  if (retentionMonths === 0) return;
  const { rows } = await sql<{ erased: number }>`
    select erase_old_applications(now() - ${retentionMonths} * interval '1 month', ${BATCH}) as erased`.execute(
    em.getKysely(),
  );
  const erased = rows[0]?.erased ?? 0;
  if (erased > 0) log.info({ erased }, 'personal data of old applications erased');
}

/** A receipt lives as long as its link. An earlier end would reveal that it is none of an application. */
export const forgetEndedReceipts = (em: EntityManager) =>
  sql`delete from application_receipt where created_at < now() - ${LINK_YEARS} * interval '1 year'`.execute(
    em.getKysely(),
  );
