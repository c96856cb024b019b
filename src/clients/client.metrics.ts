import { sql } from 'kysely';
import type { Day } from '../core/text/day.ts';
import type { TierMetricSource } from '../tiers/tier.metrics.ts';

const endOf = (day: Day) => sql`((${day}::date + 1)::timestamp at time zone 'UTC')`;

/** 12 months before the end of the day. */
const startFor = (day: Day) => sql`((${day}::date + 1)::timestamp - interval '12 months') at time zone 'UTC'`;

/** Instances of the version before may still cancel without the time. */
const canceledAt = sql`case when client.subscription_status = 'CANCELED' then coalesce(client.canceled_at, client.updated_at) end`;

const ofPartner = sql`client_account as client where client.reseller_id = account.id`;

/** Not canceled at that time. */
const stood = (moment: ReturnType<typeof endOf>) => sql`(${canceledAt} is null or ${canceledAt} > ${moment})`;

/** The day in UTC on which a time is 12 months ago. */
const yearAfter = (time: ReturnType<typeof endOf>) =>
  sql`((min(${time}) at time zone 'UTC') + interval '12 months')::date`;

const outlook = (
  reason: string,
  falls: boolean,
  time: ReturnType<typeof endOf>,
  where: ReturnType<typeof endOf>,
) => sql`
  (select jsonb_build_object('reason', ${sql.lit(reason)}, 'falls', ${falls}::boolean, 'count', count(*), 'firstOn', ${yearAfter(time)})
    from ${ofPartner} and ${where})`;

/** Metrics of the partner's clients: decision 93. */
export const clientMetrics: readonly TierMetricSource[] = [
  {
    metric: 'ACTIVE_CLIENTS',
    valueOn: () => sql`(select count(*) from ${ofPartner} and client.subscription_status = 'ACTIVE')`,
  },
  {
    metric: 'CLIENT_RETENTION_12_MONTHS',
    valueOn: (
      day,
    ) => sql`(select floor(10000.0 * count(*) filter (where ${stood(endOf(day))}) / nullif(count(*), 0))::int
      from ${ofPartner} and client.created_at <= ${startFor(day)} and ${stood(sql`${startFor(day)}`)})`,
    outlook: (today, later) => {
      const [start, end] = [sql`${startFor(today)}`, sql`${startFor(later)}`];
      const comesOfAge = sql`client.created_at > ${start} and client.created_at <= ${end}`;
      const leaves = sql`client.created_at <= ${start} and ${canceledAt} > ${start} and ${canceledAt} <= ${end}`;
      const created = sql`client.created_at`;
      return sql`jsonb_build_array(
        ${outlook('CANCELLATIONS_COUNT', true, created, sql`${comesOfAge} and ${canceledAt} > ${end}`)},
        ${outlook('CANCELLATIONS_AGE_OUT', false, canceledAt, leaves)},
        ${outlook('CLIENTS_COUNT', false, created, sql`${comesOfAge} and ${canceledAt} is null`)})`;
    },
  },
];
