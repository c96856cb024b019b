import type { Benefit, PartnerTier } from '../../generated/enums.ts';
import { TIERS, todayInUtc, type Terms } from '../tier.values.ts';

type Begun = Pick<Terms, 'tier' | 'effectiveFrom' | 'benefits'>;

export interface Versions<Version> {
  current: Version | undefined;
  /** The next one first. */
  planned: Version[];
  /** The last one first. */
  past: Version[];
}

/** The versions of a tier, by today in UTC. */
export function versionsOf<Version extends Begun>(terms: readonly Version[], tier: PartnerTier): Versions<Version> {
  const today = todayInUtc();
  const newestFirst = terms
    .filter((each) => each.tier === tier)
    .toSorted((one, other) => other.effectiveFrom.localeCompare(one.effectiveFrom));
  const [current, ...past] = newestFirst.filter(({ effectiveFrom }) => effectiveFrom <= today);
  const planned = newestFirst.filter(({ effectiveFrom }) => effectiveFrom > today).toReversed();
  return { current, planned, past };
}

/** The lowest tier that has a benefit today. */
export const tierWith = (terms: readonly Begun[], benefit: Benefit): PartnerTier | undefined =>
  TIERS.find((tier) => versionsOf(terms, tier).current?.benefits.includes(benefit));
