import { sql } from 'kysely';
import { validate as isUuid } from 'uuid';
import { notFound } from '../../core/context/domain.error.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { currentTime } from '../../core/database/database.clock.ts';
import { hasId } from '../../core/lists/page.query.ts';
import { fromVisible, tenantOf } from '../../core/database/tenancy.ts';
import { readRows } from '../../core/database/transaction.ts';
import { addDays, dayAt, type Day } from '../../core/text/day.ts';
import { PartnerAccount } from '../../tenants/partner-account.entity.ts';
import {
  byMetric,
  factsOn,
  valuesAgainst,
  valuesOn,
  type Measured,
  type PartnerFacts,
} from '../evaluation/partner.facts.ts';
import { TIERS } from '../evaluation/tier.decision.ts';
import type { TierValue } from '../evaluation/tier-evaluation.entity.ts';
import { termsOn } from '../terms/tier-terms.service.ts';
import { ForecastReason, tierMetrics, type Outlook, type TierMetric } from '../tier.metrics.ts';
import type { TierForecast, TierStanding, TierStandingValue } from './tier-standing.types.ts';

/** Days. */
const AHEAD = 90;

/** For users of partners. */
export async function ownStanding(ctx: RequestContext): Promise<TierStanding> {
  const standing = await standingOf(ctx, { id: tenantOf(ctx) });
  if (!standing) throw notFound('PartnerAccount');
  return standing;
}

interface Outlooks {
  facts: PartnerFacts;
  later: Measured;
  outlooks: Partial<Record<TierMetric, readonly Outlook[] | null>>;
}

/** Null if the partner does not exist. Two statements in one message. */
export async function standingOf({ reader }: RequestContext, { id }: { id: string }): Promise<TierStanding | null> {
  if (!isUuid(id)) return null;
  const today = dayAt(currentTime());
  const on = addDays(today, AHEAD);
  const outlooks = tierMetrics().flatMap((each) => (each.outlook ? [[each, each.outlook(today, on)] as const] : []));
  const account = sql`(select * ${fromVisible(reader, PartnerAccount, [hasId('id', id)])}) as account`;
  const [terms, [found]] = await Promise.all([
    termsOn(reader, today),
    readRows(
      reader,
      sql<Outlooks>`select ${factsOn(today)} as facts, ${valuesOn(on)} as later, ${byMetric(outlooks)} as outlooks
        from ${account}`,
    ),
  ]);
  if (!found) return null;
  const { facts } = found;
  const { tier, grace, pinnedUntil } = facts;
  const standingOn = (each: typeof tier | undefined): TierStandingValue[] =>
    valuesAgainst(
      terms.filter((one) => one.tier === each),
      facts,
    ).map((value) => withForecast(value, on, found));
  const benefitsOf = (each: typeof tier | undefined) => terms.find((one) => one.tier === each)?.benefits ?? [];
  const above = TIERS[TIERS.indexOf(tier) + 1];
  const benefits = benefitsOf(tier);
  return {
    tier,
    since: new Date(facts.since),
    benefits,
    values: standingOn(tier),
    graceUntil: grace?.until ?? null,
    pinnedUntil: pinnedUntil !== null && pinnedUntil >= today ? pinnedUntil : null,
    nextEvaluationOn: firstOfNextMonth(today),
    next: above
      ? {
          tier: above,
          values: standingOn(above),
          moreBenefits: benefitsOf(above).filter((each) => !benefits.includes(each)),
        }
      : null,
  };
}

const firstOfNextMonth = (today: Day): Day => `${addDays(`${today.slice(0, 7)}-01`, 31).slice(0, 7)}-01`;

function withForecast(value: TierValue, on: Day, { later, outlooks }: Outlooks): TierStandingValue {
  const then = later[value.metric] ?? null;
  const { required, value: now } = value;
  return {
    ...value,
    missing: Math.max(0, required - (now ?? 0)),
    forecast: {
      on,
      value: then,
      met: then === null ? null : then >= required,
      ...reasonOf(now, then, outlooks[value.metric] ?? []),
    },
  };
}

type Why = Pick<TierForecast, 'reason' | 'count' | 'firstOn'>;

const UNCHANGED: Why = { reason: ForecastReason.UNCHANGED, count: 0, firstOn: null };

/** The first outlook that explains the difference. */
function reasonOf(now: number | null, then: number | null, outlooks: readonly Outlook[]): Why {
  if (now === then) return UNCHANGED;
  const falls = (then ?? 0) < (now ?? 0);
  const found = outlooks.find((each) => each.count > 0 && each.falls === falls);
  return found ? { reason: found.reason, count: found.count, firstOn: found.firstOn } : UNCHANGED;
}
