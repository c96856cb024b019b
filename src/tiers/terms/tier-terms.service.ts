import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { inAuditedTransaction, recordAction } from '../../audit/audit.recorder.ts';
import { conflict, invalidInput, type FieldProblem } from '../../core/context/domain.error.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { databaseTime } from '../../core/database/database.clock.ts';
import { loadById } from '../../core/database/entity.lookup.ts';
import type { Reader } from '../../core/database/reader.ts';
import { columnsOf, type Row } from '../../core/database/row.query.ts';
import { readRows } from '../../core/database/transaction.ts';
import { flushUnlessTaken } from '../../core/database/unique.violation.ts';
import { addDays, dayAt, type Day } from '../../core/text/day.ts';
import { isMeasured } from '../tier.metrics.ts';
import { TierTerms } from './tier-terms.entity.ts';
import type { TierTermsInput } from './tier-terms.inputs.ts';

/** Days. */
const FARTHEST = 5 * 365;

/** From the lowest tier to the highest. */
const byTier = sql`array_position(array['SILVER', 'GOLD', 'PLATINUM'], tier)`;

export function listTierTerms({ reader, caller }: RequestContext): Promise<Row<TierTerms>[]> {
  const shown = caller?.role === 'ADMIN' ? sql`tier_terms` : sql`tier_terms_since((now() at time zone 'UTC')::date)`;
  return readRows(
    reader,
    sql<
      Row<TierTerms>
    >`select ${columnsOf(reader.getMetadata(TierTerms))} from ${shown} order by ${byTier}, effective_from desc`,
  );
}

/** The terms of each tier on a day in UTC, from the lowest tier to the highest. Tiers without terms are left out. */
export const termsOn = (reader: Reader, day: Day): Promise<Row<TierTerms>[]> =>
  readRows(
    reader,
    sql<Row<TierTerms>>`select ${columnsOf(reader.getMetadata(TierTerms))} from tier_terms_since(${day}::date)
      where effective_from <= ${day}::date order by ${byTier}`,
  );

/** Throws BAD_USER_INPUT, or CONFLICT (TERMS_PUBLISHED) if there are terms for the day. */
export function publishTierTerms(ctx: RequestContext, input: TierTermsInput): Promise<TierTerms> {
  return inAuditedTransaction(ctx, { TierTerms: 'tier.terms_published' }, async (em) => {
    const problems = problemsOf(input, await todayIn(em));
    if (problems.length > 0) throw invalidInput(problems);
    const terms = em.create(TierTerms, {
      ...input,
      supportResponseHours: input.supportResponseHours ?? null,
      commissionCaps: input.commissionCaps.map(({ amount, currency }) => ({ amount, currency })),
      requirements: input.requirements.map((each) => ({ ...each })),
      publishedBy: ctx.caller?.userId ?? null,
    });
    await flushUnlessTaken(em, termsPublished());
    return terms;
  });
}

const todayIn = async (em: EntityManager): Promise<Day> => dayAt(await databaseTime(em));

const termsPublished = () =>
  conflict('TERMS_PUBLISHED', 'The tier already has terms for this day. Withdraw them first, or choose another day.');

function problemsOf({ effectiveFrom, benefits, commissionCaps, requirements }: TierTermsInput, today: Day) {
  const problems: FieldProblem[] = [];
  const add = (path: string, rule: FieldProblem['rule'], message: string) =>
    problems.push({ path: `input.${path}`, rule, message });
  if (effectiveFrom <= today) add('effectiveFrom', 'FUTURE', 'must be tomorrow or later, in UTC');
  if (effectiveFrom > addDays(today, FARTHEST)) add('effectiveFrom', 'DAYS_AHEAD', 'must be within 5 years');
  if (isRepeated(benefits)) add('benefits', 'DUPLICATE', 'must have each benefit once');
  if (isRepeated(commissionCaps.map(({ currency }) => currency)))
    add('commissionCaps', 'DUPLICATE', 'must have each currency once');
  if (isRepeated(requirements.map(({ partnershipType, metric }) => `${partnershipType} ${metric}`)))
    add('requirements', 'DUPLICATE', 'must have each metric once for each partnership type');
  if (requirements.some(({ metric }) => !isMeasured(metric)))
    add('requirements', 'METRIC', 'has a metric that is not measured yet');
  return problems;
}

const isRepeated = (values: readonly string[]): boolean => new Set(values).size < values.length;

/** Throws NOT_FOUND, or CONFLICT (TERMS_BEGUN). */
export async function withdrawTierTerms(ctx: RequestContext, { id }: { id: string }): Promise<void> {
  await inAuditedTransaction(ctx, {}, async (em) => {
    const terms = await loadById(em, TierTerms, id);
    if (terms.effectiveFrom <= (await todayIn(em))) {
      throw conflict('TERMS_BEGUN', 'These terms have begun. Publish new ones for a later day instead.');
    }
    recordAction(em, 'tier.terms_withdrawn', terms);
    await em.nativeDelete(TierTerms, { id });
  });
}
