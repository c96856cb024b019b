import type { EntityManager } from '@mikro-orm/postgresql';
import type { JobQueue } from '../../core/jobs/job.queue.ts';
import type { Day } from '../../core/text/day.ts';
import { writeEmails } from '../../email/email.outbox.ts';
import { NotificationKind } from '../../notifications/notification.kinds.ts';
import { tell } from '../../notifications/notification.tell.ts';
import type { PartnerTier } from '../../tenants/partner-account.entity.ts';
import { tierMail, type TierTold } from '../tier.emails.tsx';
import { readersOfTier, toldOfTier } from '../tier.recipients.ts';
import type { PartnerFacts } from './partner.facts.ts';
import { TierOutcome, type TierValue } from './tier-evaluation.entity.ts';

export type NewsOutcome = Exclude<TierOutcome, TierOutcome.KEPT>;

const KINDS: Record<NewsOutcome, NotificationKind> = {
  PROMOTED: NotificationKind.TIER_PROMOTED,
  AT_RISK: NotificationKind.TIER_AT_RISK,
  RECOVERED: NotificationKind.TIER_RECOVERED,
  DEMOTED: NotificationKind.TIER_DEMOTED,
};

interface News {
  facts: Pick<PartnerFacts, 'id' | 'companyName' | 'tier'>;
  outcome: NewsOutcome;
  /** The tier after the evaluation. */
  tier: PartnerTier;
  until: Day | null;
  /** Of the warning. */
  days: number | null;
  values: readonly TierValue[];
}

/** Notifies and emails, in the transaction of the change. Without `jobs`, no email is written. */
export async function tellOfTier(
  em: EntityManager,
  jobs: JobQueue | undefined,
  { facts: { id, companyName, tier: before }, outcome, tier, until, days, values }: News,
): Promise<void> {
  const detail = outcome === TierOutcome.AT_RISK ? `${tier} ${until}` : tier;
  const subject = { id, name: companyName };
  await tell(em, { kind: KINDS[outcome], to: toldOfTier(id), by: undefined, subject, detail });
  if (!jobs) return;
  const missed = values.filter((value) => value.tier === before && value.met === false);
  const told: Omit<TierTold, 'isPartner'> = {
    partnerId: id,
    companyName,
    outcome,
    before,
    tier,
    until,
    days,
    missed: missed.map(({ metric, required, value }) => ({ metric, required, value: value ?? 0 })),
  };
  const mails = (await readersOfTier(em, id)).map((reader) => tierMail(reader, told));
  await writeEmails(em, jobs, mails);
}
