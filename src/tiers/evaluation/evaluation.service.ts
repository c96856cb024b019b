import { sql, type RawBuilder } from 'kysely';
import { invalidInput } from '../../core/context/domain.error.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { currentTime } from '../../core/database/database.clock.ts';
import { readRows } from '../../core/database/transaction.ts';
import { hasId, readPage } from '../../core/lists/page.query.ts';
import { SortOrder, type Page } from '../../core/lists/page.types.ts';
import { addDays, dayAt, daysBetween, type Day } from '../../core/text/day.ts';
import { termsOn } from '../terms/tier-terms.service.ts';
import type { TierEvaluationsArgs, TierPreview } from './evaluation.types.ts';
import { factsOn, termsFrom, valuesAgainst, type PartnerFacts } from './partner.facts.ts';
import { decide } from './tier.decision.ts';
import { TierEvaluation, TierOutcome } from './tier-evaluation.entity.ts';

/** Latest first. */
export const listEvaluations = (
  { reader }: RequestContext,
  { id, ...args }: TierEvaluationsArgs,
): Promise<Page<TierEvaluation>> =>
  readPage(
    reader,
    { entity: TierEvaluation, where: [hasId('reseller_id', id)], sortBy: 'createdAt' },
    { ...args, sortOrder: SortOrder.DESC },
  );

/** Active partners without a pinned tier on a day, of `account`. */
export const isEvaluatedOn = (day: Day): RawBuilder<unknown> => sql`account.is_active and not exists (
  select from tier_assignment where reseller_id = account.id and to_at is null and pinned_until >= ${day}::date)`;

const MOST_AHEAD = 366;
const MOST_PREVIEWS = 1_000;

/** Partners in one statement. */
const PREVIEWED_TOGETHER = 500;

/** The outcomes besides KEPT, by company name. Throws BAD_USER_INPUT for a day too early or too late. */
export async function previewEvaluation(
  { reader }: RequestContext,
  { periodEnd }: { periodEnd: Day },
): Promise<TierPreview[]> {
  const ahead = daysBetween(dayAt(currentTime()), periodEnd);
  if (ahead < -1 || ahead > MOST_AHEAD) {
    const message = 'must be yesterday or later, and within 366 days';
    throw invalidInput([{ path: 'periodEnd', rule: 'RANGE', message, params: { min: -1, max: MOST_AHEAD } }]);
  }
  const day = addDays(periodEnd, 1);
  const terms = await termsOn(reader, day);
  const previews: TierPreview[] = [];
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await readRows(
      reader,
      sql<{ facts: PartnerFacts }>`select ${factsOn(periodEnd)} as facts from partner_account as account
        where account.id > ${after}::uuid and ${isEvaluatedOn(day)} order by account.id limit ${PREVIEWED_TOGETHER}`,
    );
    for (const { facts } of rows) {
      const values = valuesAgainst(termsFrom(terms, facts.tier), facts);
      const { outcome, tier: newTier, grace } = decide(facts, values, day);
      if (outcome === TierOutcome.KEPT) continue;
      const { id: partnerId, companyName, tier } = facts;
      previews.push({ partnerId, companyName, tier, newTier, outcome, values, graceUntil: grace?.until ?? null });
    }
    const last = rows.at(-1);
    if (!last || rows.length < PREVIEWED_TOGETHER) break;
    after = last.facts.id;
  }
  const { compare } = new Intl.Collator('en', { numeric: true });
  return previews.toSorted((one, other) => compare(one.companyName, other.companyName)).slice(0, MOST_PREVIEWS);
}
