import type { RawBuilder } from 'kysely';
import { registerEnumType } from 'type-graphql';
import type { Day } from '../core/text/day.ts';

export enum TierMetric {
  ACTIVE_CLIENTS = 'ACTIVE_CLIENTS',
  CLIENT_RETENTION_12_MONTHS = 'CLIENT_RETENTION_12_MONTHS',
  CERTIFIED_USERS = 'CERTIFIED_USERS',
  WON_DEALS_12_MONTHS = 'WON_DEALS_12_MONTHS',
  REVENUE_12_MONTHS = 'REVENUE_12_MONTHS',
}
registerEnumType(TierMetric, {
  name: 'TierMetric',
  description: 'A value of a partner that tiers require. Later versions can add metrics.',
  valuesConfig: {
    ACTIVE_CLIENTS: { description: 'Clients with an active subscription.' },
    CLIENT_RETENTION_12_MONTHS: {
      description:
        'Share of the clients of 12 months ago that are not canceled, in basis points: 8500 is 85 %. No value without clients at that time.',
    },
    CERTIFIED_USERS: { description: 'Users with a valid certificate. Cannot be required yet.' },
    WON_DEALS_12_MONTHS: { description: 'Deals won in the last 12 months. Cannot be required yet.' },
    REVENUE_12_MONTHS: { description: 'Revenue of the last 12 months. Cannot be required yet.' },
  },
});

export enum ForecastReason {
  UNCHANGED = 'UNCHANGED',
  CANCELLATIONS_COUNT = 'CANCELLATIONS_COUNT',
  CANCELLATIONS_AGE_OUT = 'CANCELLATIONS_AGE_OUT',
  CLIENTS_COUNT = 'CLIENTS_COUNT',
}
registerEnumType(ForecastReason, {
  name: 'TierForecastReason',
  description: 'Why a value will differ in 90 days. Later versions can add reasons.',
  valuesConfig: {
    UNCHANGED: { description: 'Nothing will change it.' },
    CANCELLATIONS_COUNT: { description: 'Canceled clients will have been clients for 12 months, and begin to count.' },
    CANCELLATIONS_AGE_OUT: { description: 'Cancellations will be older than 12 months, and no longer count.' },
    CLIENTS_COUNT: { description: 'More clients will have been clients for 12 months, and begin to count.' },
  },
});

/** A reason why a value can differ later. */
export interface Outlook {
  reason: ForecastReason;
  /** Objects that the reason is about. */
  count: number;
  /** The day of the first of them. */
  firstOn: Day | null;
  /** Whether it lowers the value. */
  falls: boolean;
}

/** One metric, registered by the feature that owns its rows. */
export interface TierMetricSource {
  metric: keyof typeof TierMetric;
  /**
   * The partner's value at the end of a day in UTC: a sub-select on `account.id`. Null if there is no data. A later day
   * gives the value if nothing else changes until then.
   */
  valueOn: (day: Day) => RawBuilder<unknown>;
  /** Why the value of a later day can differ: a sub-select of a JSON array of Outlooks. Undefined: it never differs. */
  outlook?: (today: Day, later: Day) => RawBuilder<unknown>;
}

const sources = new Map<TierMetric, TierMetricSource>();

/** Must run before the first request. */
export function registerTierMetrics(added: readonly TierMetricSource[]): void {
  for (const source of added) {
    const metric = TierMetric[source.metric];
    if (sources.has(metric)) throw new Error(`Two features register the metric ${metric}.`);
    sources.set(metric, source);
  }
}

/** Metrics that tiers can require. */
export const isMeasured = (metric: TierMetric): boolean => sources.has(metric);

export const tierMetrics = (): readonly TierMetricSource[] => [...sources.values()];
