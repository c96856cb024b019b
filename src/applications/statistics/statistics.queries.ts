import { sql, type RawBuilder } from 'kysely';
import {
  boundsOf,
  countedApplications,
  isBetween,
  withdrawnTotal,
  type Bound,
  type SubmittedRange,
} from '../counters/application.count.ts';
import { DECISION_DAY, DECISION_MINUTES, decisionPart } from '../counters/application.cubes.sql.ts';

/** A query for one JSON value. */
type JsonQuery = RawBuilder<unknown>;

/** Columns to count by, in the order of CountRow. */
export const DIMENSIONS = ['status', 'partnership_type', 'company_size'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** The number of applications with these values. Other dimensions are null. */
export type CountRow = Record<Dimension, string | null> & { n: number };

/** A count if `part` is null, and else the value of the query with this index. */
export type StatisticsRow = CountRow & { part: number | null; value: unknown };

/** One statement for all that a request asks, so that all of it has one snapshot and costs one round trip. */
export function statisticsQuery(
  range: SubmittedRange,
  dimensions: readonly Dimension[] | undefined,
  queries: readonly JsonQuery[],
): RawBuilder<StatisticsRow> {
  const none = DIMENSIONS.map((name) => sql`null::text as ${sql.ref(name)}`);
  const values = queries.map(
    (query, part) => sql`select ${sql.lit(part)} as part, ${sql.join(none)}, null::int as n, (${query}) as value`,
  );
  const counts = dimensions ? [countsQuery(range, dimensions)] : [];
  return sql`${sql.join([...counts, ...values], sql` union all `)}`;
}

function countsQuery(range: SubmittedRange, dimensions: readonly Dimension[]): RawBuilder<unknown> {
  const columns = DIMENSIONS.map((name) =>
    dimensions.includes(name) ? sql.ref(name) : sql`null::text as ${sql.ref(name)}`,
  );
  const groups = dimensions.length > 0 ? sql`group by ${sql.join(dimensions.map((name) => sql.ref(name)))}` : sql``;
  return sql`select null::int as part, ${sql.join(columns)}, coalesce(sum(n), 0)::int as n, null::json as value
    from (${countedApplications('partner_application_count', [...dimensions], range)}) as counted ${groups}`;
}

export const withdrawnQuery = (range: SubmittedRange): JsonQuery => sql`select to_json((${withdrawnTotal(range)}))`;

/** `[industry, count]`, largest first, ties by name. */
export const industriesQuery = (range: SubmittedRange, first: number): JsonQuery => sql`
  select coalesce(json_agg(json_build_array(industry, n)), '[]') from (
    select industry, sum(n) as n
    from (${countedApplications('partner_application_industry_count', ['industry'], range)}) as counted
    group by industry having sum(n) > 0 order by n desc, industry collate natural_order limit ${first}
  ) as industries`;

/** Number of current decisions. Withdrawals are not decisions. */
export const decidedQuery = (range: SubmittedRange): JsonQuery => sql`
  with ${boundsOf(range)}, ${looseDecisions(range)}
  select to_json(coalesce(sum(n), 0)) from (${decisions(range, DECISION_DAY)}) as counted`;

/**
 * The median in hours, or the average of the two middle decisions, `low` and `high`. The cube finds their day and then
 * the part of the day. Within that, it walks the index on the decision time once, from the nearer end.
 */
export function medianQuery(range: SubmittedRange): JsonQuery {
  const isRange = range.from != null || range.to != null;
  const width = decisionPart(isRange ? 'day' : 'all');
  const inRange = isRange ? isBetween('created_at', 'since', 'before') : sql`true`;
  const walk = (order: 'asc' | 'desc', skip: RawBuilder<unknown>, isNearer: RawBuilder<unknown>) => sql`(
    select decided_at - created_at as elapsed from partner_application
    where decided_at is not null and ${inRange}
      and decided_at - created_at >= make_interval(mins => part.minutes)
      and decided_at - created_at < make_interval(mins => part.minutes + ${sql.lit(width)})
    order by decided_at - created_at ${sql.raw(order)} offset ${skip} limit case when ${isNearer} then wanted else 0 end)`;
  return sql`
    with ${boundsOf(range)}, ${looseDecisions(range)}
    select to_json(avg(date_part('epoch', elapsed)) / 3600)
    from (
      select minutes, last - n as before, last, (total + 1) / 2 as low, total / 2 + 1 as high
      from (
        select minutes, n, (sum(n) over (order by minutes))::bigint as last, (sum(n) over ())::bigint as total
        from (select minutes, sum(n) as n from (${decisions(range, DECISION_DAY)}) as counted group by minutes) as histogram
      ) as ranked
    ) as day,
      lateral (
        select minutes, day.before + last - n as before, day.before + last as last
        from (
          select minutes, n, (sum(n) over (order by minutes))::bigint as last
          from (
            select minutes, sum(n) as n from (${decisions(range, width)}) as counted
            where minutes >= day.minutes and minutes < day.minutes + ${sql.lit(DECISION_DAY)} group by minutes
          ) as histogram
        ) as ranked
      ) as part,
      lateral (
        select greatest(low - 1 - part.before, 0), greatest(part.last - high, 0),
          least(high, part.last) - greatest(low - 1, part.before)
      ) as place (ahead, behind, wanted),
      lateral (${walk('asc', sql`ahead`, sql`ahead <= behind`)} union all ${walk('desc', sql`behind`, sql`ahead > behind`)})
        as decision
    where high > day.before and low <= day.last and high > part.before and low <= part.last`;
}

/** Counts decisions by duration, in steps of `width` minutes. Works like countedApplications. */
function decisions(range: SubmittedRange, width: number): RawBuilder<unknown> {
  const cube = (resolution: string, days: RawBuilder<unknown>) => sql`
    select minutes, n from partner_application_decision_count
    where resolution = ${sql.lit(resolution)} and width = ${sql.lit(width)} and ${days}`;
  const loose = sql`
    select (floor(decision_minutes::float8 / ${sql.lit(width)}) * ${sql.lit(width)})::integer as minutes, n from loose`;
  if (!range.from && !range.to) return sql`${cube('all', sql`true`)} union all ${loose}`;
  const days = (resolution: string, since: Bound, before: Bound) =>
    cube(resolution, isBetween('day', since, before, 'date'));
  return sql`
    ${days('day', 'first_day', 'first_month')}
    union all ${days('month', 'first_month', 'end_month')}
    union all ${days('day', 'end_month', 'end_day')}
    union all ${loose}`;
}

/** A CTE of decisions outside the cubes: from the journal, and from partial UTC days at both ends. */
function looseDecisions(range: SubmittedRange): RawBuilder<unknown> {
  const journal = (quarters: RawBuilder<unknown>) => sql`
    select decision_minutes, n from partner_application_delta where decision_minutes is not null and ${quarters}`;
  if (!range.from && !range.to) return sql`loose as materialized (${journal(sql`true`)})`;
  const rows = (since: Bound, before: Bound) => sql`
    select ${sql.raw(DECISION_MINUTES)}, 1 from partner_application
    where decided_at is not null and ${isBetween('created_at', since, before)}`;
  return sql`loose as materialized (
    ${journal(isBetween('created_quarter', 'first_day', 'end_day'))}
    union all ${rows('since', 'first_day')}
    union all ${rows('end_day', 'before')})`;
}

export interface OverTime extends SubmittedRange {
  unit: 'day' | 'week' | 'month';
  /** IANA name. */
  timeZone: string;
  /** Maximum number of periods. */
  most: number;
}

/**
 * `[start, submitted, approved, rejected, withdrawn]` for every period, start in milliseconds since 1970. Periods start
 * at local midnight. If clocks go back over midnight, the first one counts. If clocks skip it, the real start of the
 * day counts.
 *
 * Whole UTC days come from the cube and count for the period of their noon. A period may start within a UTC day. Then
 * the quarter hours up to the nearer UTC midnight move to their own period. The journal follows, and the table covers
 * partial UTC days at both ends.
 */
export function overTimeQuery({ from, to, unit, timeZone, most }: OverTime): JsonQuery {
  return sql`
  with ${boundsOf({ from, to })}, asked as materialized (
    select ${timeZone}::text as zone, ${unit}::text as unit, ('1 ' || ${unit}::text)::interval as step
  ), extent as (
    select
      coalesce(${from ?? null}::timestamptz, least((select min(created_at) from partner_application),
        (select min(decided_at) from partner_application), (select min(withdrawn_at) from partner_application))) as first,
      coalesce(${to ?? null}::timestamptz - interval '1 millisecond', greatest(
        (select max(created_at) from partner_application), (select max(decided_at) from partner_application),
        (select max(withdrawn_at) from partner_application))) as last
  ), midnight as (
    select generate_series(first_local, least(last_local, first_local + ${most - 1}::int * step), step) as local
    from asked, extent, lateral (
      select date_trunc(unit, first at time zone zone), date_trunc(unit, last at time zone zone)
    ) as ends (first_local, last_local)
    where first <= last
  ), period as materialized (
    select distinct case
      when (moment - interval '1 hour') at time zone zone >= local then moment - interval '1 hour' else moment end as start
    from asked, midnight, lateral (select local at time zone zone) as midnights (moment)
  ), every_start as materialized (
    select array_agg(start order by start) as starts from period
  ), part_day as materialized (
    select noon, case when start <= noon then day else start end as part_from,
      case when start <= noon then start else day + interval '1 day' end as part_to
    from period, lateral (select date_bin('1 day', start, 'epoch')) as days (day),
      lateral (select day + interval '12 hours') as noons (noon)
    where start > day and ${isBetween('day', 'first_day', 'end_day')}
  ), activity as not materialized (
    select resolution, period_start, submitted, approved, rejected, 0 as withdrawn from partner_application_activity
    union all
    select resolution, period_start, 0, 0, 0, withdrawn from partner_application_withdrawal_activity
  ), happened as (
    select period_start + interval '12 hours' as moment, submitted, approved, rejected, withdrawn
    from activity where resolution = 'day' and ${isBetween('period_start', 'first_day', 'end_day')}
    union all
    select moved.*
    from part_day, lateral (
      select sum(submitted), sum(approved), sum(rejected), sum(withdrawn) from activity
      where resolution = 'quarter' and period_start >= part_from and period_start < part_to
    ) as part (submitted, approved, rejected, withdrawn),
      lateral (values (part_from, submitted, approved, rejected, withdrawn),
        (noon, -submitted, -approved, -rejected, -withdrawn)) as moved
    union all
    select event.* from partner_application_delta,
      lateral (values (created_quarter, n, 0, 0, 0), (withdrawn_quarter, 0, 0, 0, n),
        (decided_quarter, 0, case status when 'APPROVED' then n else 0 end, case status when 'REJECTED' then n else 0 end, 0)
      ) as event (moment, submitted, approved, rejected, withdrawn)
    where ${isBetween('moment', 'first_day', 'end_day')}
    union all ${submitted(isBetween('created_at', 'since', 'first_day'))}
    union all ${submitted(isBetween('created_at', 'end_day', 'before'))}
    union all ${decided(isBetween('decided_at', 'since', 'first_day'))}
    union all ${decided(isBetween('decided_at', 'end_day', 'before'))}
    union all ${withdrawn(isBetween('withdrawn_at', 'since', 'first_day'))}
    union all ${withdrawn(isBetween('withdrawn_at', 'end_day', 'before'))}
  ), counted as (
    select width_bucket(moment, starts) as number,
      sum(submitted) as submitted, sum(approved) as approved, sum(rejected) as rejected, sum(withdrawn) as withdrawn
    from every_start, happened group by number
  )
  select coalesce(json_agg(json_build_array((extract(epoch from start) * 1000)::bigint,
    coalesce(submitted, 0), coalesce(approved, 0), coalesce(rejected, 0), coalesce(withdrawn, 0)) order by start), '[]')
  from every_start, unnest(starts) with ordinality as numbered (start, number) left join counted using (number)`;
}

const submitted = (where: RawBuilder<unknown>) => sql`
  select created_at, 1, 0, 0, 0 from partner_application where ${where}`;

const decided = (where: RawBuilder<unknown>) => sql`
  select decided_at, 0, (status = 'APPROVED')::int, (status = 'REJECTED')::int, 0 from partner_application where ${where}`;

const withdrawn = (where: RawBuilder<unknown>) => sql`
  select withdrawn_at, 0, 0, 0, 1 from partner_application where ${where}`;
