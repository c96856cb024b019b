import { addDays, daysBetween, type Day } from '../../core/text/day.ts';
import { PartnerTier } from '../../tenants/partner-account.entity.ts';
import { TierOutcome, type TierValue } from './tier-evaluation.entity.ts';

/** From the lowest to the highest. */
export const TIERS: readonly PartnerTier[] = [PartnerTier.SILVER, PartnerTier.GOLD, PartnerTier.PLATINUM];

export const GRACE_DAYS = 90;

/** Days before the end of a grace. The first warning comes with the evaluation. */
export const WARNING_DAYS = [GRACE_DAYS, 60, 30, 7] as const;

export interface Grace {
  /** First day on which the partner can lose the tier. */
  until: Day;
  /** Days before `until`. Null if all warnings are sent. */
  nextWarning: number | null;
}

export interface Standing {
  tier: PartnerTier;
  grace: Grace | null;
}

export interface Decision {
  outcome: TierOutcome;
  tier: PartnerTier;
  grace: Grace | null;
}

/** Decides by the values for the requirements of the partner's tier and of those above: decision 94. */
export function decide({ tier, grace }: Standing, values: readonly TierValue[], day: Day): Decision {
  const reached = TIERS.findLast((each) => isAbove(each, tier) && isMet(valuesFor(each, values)));
  if (reached) return { outcome: TierOutcome.PROMOTED, tier: reached, grace: null };
  const below = TIERS[TIERS.indexOf(tier) - 1];
  if (!below || !isMissed(valuesFor(tier, values))) {
    return { outcome: grace ? TierOutcome.RECOVERED : TierOutcome.KEPT, tier, grace: null };
  }
  if (grace && grace.nextWarning === null && day >= grace.until) {
    return { outcome: TierOutcome.DEMOTED, tier: below, grace: null };
  }
  return { outcome: TierOutcome.AT_RISK, tier, grace: grace ?? newGrace(day) };
}

/** Its first warning is sent at once. */
const newGrace = (day: Day): Grace => ({ until: addDays(day, GRACE_DAYS), nextWarning: warningAfter(GRACE_DAYS) });

const warningAfter = (days: number): number | null => WARNING_DAYS.find((each) => each < days) ?? null;

/**
 * The grace after the warning that is due on a day. Undefined if none is due. A late warning moves the end of the grace, so
 * that every partner has the days that its warnings promise.
 */
export function warn(grace: Grace, day: Day): (Grace & { days: number }) | undefined {
  const { until, nextWarning: days } = grace;
  if (days === null || daysBetween(day, until) > days) return undefined;
  return { days, until: addDays(day, days), nextWarning: warningAfter(days) };
}

const isAbove = (tier: PartnerTier, other: PartnerTier): boolean => TIERS.indexOf(tier) > TIERS.indexOf(other);

const valuesFor = (tier: PartnerTier, values: readonly TierValue[]) => values.filter((value) => value.tier === tier);

/** A tier without requirements is only assigned by admins. */
const isMet = (values: readonly TierValue[]): boolean => values.length > 0 && values.every(({ met }) => met === true);

const isMissed = (values: readonly TierValue[]): boolean => values.some(({ met }) => met === false);
