import { sql, type RawBuilder } from 'kysely';
import type { Row } from '../../core/database/row.query.ts';
import type { Day } from '../../core/text/day.ts';
import type { PartnerTier } from '../../tenants/partner-account.entity.ts';
import type { PartnershipType } from '../../tenants/partnership.type.ts';
import type { TierTerms } from '../terms/tier-terms.entity.ts';
import { tierMetrics, type TierMetric } from '../tier.metrics.ts';
import { TIERS, type Grace } from './tier.decision.ts';
import type { TierValue } from './tier-evaluation.entity.ts';

export type Measured = Partial<Record<TierMetric, number | null>>;

/** One partner, as JSON of one row. */
export interface PartnerFacts {
  id: string;
  companyName: string;
  tier: PartnerTier;
  types: readonly PartnershipType[];
  /** RFC 3339. */
  since: string;
  pinnedUntil: Day | null;
  grace: (Grace & { id: string }) | null;
  values: Measured;
}

/** A column of a partner_account named `account`. */
export const factsOn = (day: Day): RawBuilder<PartnerFacts> => sql<PartnerFacts>`jsonb_build_object(
  'id', account.id, 'companyName', account.company_name, 'tier', account.tier,
  'types', (select jsonb_agg(partnership_type) from partnership where reseller_id = account.id),
  'since', (select max(from_at) from tier_assignment where reseller_id = account.id and to_at is null),
  'pinnedUntil', (select max(pinned_until) from tier_assignment where reseller_id = account.id and to_at is null),
  'grace', (select jsonb_build_object('id', id, 'until', until, 'nextWarning', next_warning) from tier_grace
    where reseller_id = account.id and ended_at is null),
  'values', ${valuesOn(day)})`;

/** The values of all metrics, as JSON. */
export const valuesOn = (day: Day): RawBuilder<Measured> =>
  byMetric(tierMetrics().map((each) => [each, each.valueOn(day)]));

type Part = readonly [{ metric: string }, RawBuilder<unknown>];

export const byMetric = <Parts>(parts: readonly Part[]): RawBuilder<Parts> =>
  sql<Parts>`jsonb_build_object(${sql.join(parts.flatMap(([{ metric }, value]) => [sql.lit(metric), value]))})`;

/** The partner's values for its requirements of these tiers. */
export function valuesAgainst(
  terms: readonly Pick<Row<TierTerms>, 'tier' | 'requirements'>[],
  { types, values }: Pick<PartnerFacts, 'types' | 'values'>,
): TierValue[] {
  return terms.flatMap(({ tier, requirements }) =>
    requirements
      .filter(({ partnershipType }) => types.includes(partnershipType))
      .map(({ partnershipType, metric, atLeast }) => {
        const value = values[metric] ?? null;
        return {
          tier,
          partnershipType,
          metric,
          required: atLeast,
          value,
          met: value === null ? null : value >= atLeast,
        };
      }),
  );
}

/** The terms of the tier and of those above. */
export const termsFrom = <Terms extends { tier: PartnerTier }>(terms: readonly Terms[], tier: PartnerTier): Terms[] =>
  terms.filter((each) => TIERS.indexOf(each.tier) >= TIERS.indexOf(tier));
