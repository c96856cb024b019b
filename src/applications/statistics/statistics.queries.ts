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

/** Columns to count by. */
export const DIMENSIONS = ['status', 'partnership_type', 'company_size'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** The columns of all parts, with their types. */
const TYPES = {
  status: 'text',
  partnership_type: 'text',
  company_size: 'text',
  industry: 'text',
  /** Sorts the rows of a part. For a period: its start, in milliseconds since 1970. */
  place: 'float8',
  n: 'int',
  approved: 'int',
  rejected: 'int',
  withdrawn: 'int',
  hours: 'float8',
} as const;
type Column = keyof typeof TYPES;
const COLUMNS = Object.keys(TYPES) as Column[];

/** Rows of these columns. */
export interface PartQuery {
  columns: readonly Column[];
  rows: RawBuilder<unknown>;
}

/** A row of the part with this index. Columns of other parts are null. */
export type StatisticsRow = { part: number } & {
  [Name in Column]: (typeof TYPES)[Name] extends 'text' ? string : number;
};

/** One statement for all that a request asks, so that all of it has one snapshot and costs one round trip. */
export function statisticsQuery(parts: readonly PartQuery[]): RawBuilder<StatisticsRow> {
  const asked = COLUMNS.filter((name) => parts.some(({ columns }) => columns.includes(name)));
  const selects = parts.map(({ columns, rows }, part) => {
    const cells = asked.map((name) =>
      columns.includes(name) ? sql.ref(name) : sql`null::${sql.raw(TYPES[name])} as ${sql.ref(name)}`,
    );
    return sql`select ${sql.lit(part)} as part, ${sql.join(cells)} from (${rows}) as part`;
  });
  return sql`${sql.join(selects, sql` union all `)}`;
}

/** The number of applications for each combination of values. In total without dimensions. */
export function countsQuery(range: SubmittedRange, dimensions: readonly Dimension[]): PartQuery {
  const names = dimensions.map((name) => sql.ref(name));
  const counted = countedApplications('partner_application_count', [...dimensions], range);
  return {
    columns: [...dimensions, 'n'],
    rows: sql`select ${sql.join([...names, sql`coalesce(sum(n), 0)::int as n`])} from (${counted}) as counted
      ${names.length > 0 ? sql`group by ${sql.join(names)}` : sql``}`,
  };
}

export const withdrawnQuery = (range: SubmittedRange): PartQuery => ({
  columns: ['n'],
  rows: sql`select (${withdrawnTotal(range)}) as n`,
});

/** Largest first, ties by name. */
export const industriesQuery = (range: SubmittedRange, first: number): PartQuery => ({
  columns: ['industry', 'place', 'n'],
  rows: sql`
    select industry, row_number() over (order by n desc, industry collate natural_order)::float8 as place, n::int
    from (
      select industry, sum(n) as n
      from (${countedApplications('partner_application_industry_count', ['industry'], range)}) as counted
      group by industry having sum(n) > 0 order by n desc, industry collate natural_order limit ${first}
    ) as industries`,
});

/** Number of current decisions. Withdrawals are not decisions. */
export const decidedQuery = (range: SubmittedRange): PartQuery => ({
  columns: ['n'],
  rows: sql`
    with ${boundsOf(range)}, ${looseDecisions(range)}
    select coalesce(sum(n), 0)::int as n from (${decisions(range, DECISION_DAY)}) as counted`,
});

/**
 * The median in hours, or the average of the two middle decisions, `low` and `high`. The cube finds their day and then
 * the part of the day. Within that, it walks the index on the decision time once, from the nearer end. With the number
 * of decisions.
 */
export function medianQuery(range: SubmittedRange): PartQuery {
  const isRange = range.from != null || range.to != null;
  const width = decisionPart(isRange ? 'day' : 'all');
  const inRange = isRange ? isBetween('created_at', 'since', 'before') : sql`true`;
  const walk = (order: 'asc' | 'desc', skip: RawBuilder<unknown>, isNearer: RawBuilder<unknown>) => sql`(
    select decided_at - created_at as elapsed from partner_application
    where decided_at is not null and ${inRange}
      and decided_at - created_at >= make_interval(mins => part.minutes)
      and decided_at - created_at < make_interval(mins => part.minutes + ${sql.lit(width)})
    order by decided_at - created_at ${sql.raw(order)} offset ${skip} limit case when ${isNearer} then wanted else 0 end)`;
  const rows = sql`
    with ${boundsOf(range)}, ${looseDecisions(range)}
    select avg(date_part('epoch', elapsed)) / 3600 as hours, coalesce(max(total), 0)::int as n
    from (
      select minutes, last - n as before, last, total, (total + 1) / 2 as low, total / 2 + 1 as high
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
  return { columns: ['n', 'hours'], rows };
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
 * A row for every period, with the submitted applications as `n`. Periods start at local midnight. If clocks go back over midnight, the first one counts. If clocks skip it, the real start of the
 * day counts.
 *
 * Whole UTC days come from the cube and count for the period of their noon. A period may start within a UTC day. Then
 * the quarter hours up to the nearer UTC midnight move to their own period. The journal follows, and the table covers
 * partial UTC days at both ends.
 */
export function overTimeQuery({ from, to, unit, timeZone, most }: OverTime): PartQuery {
  const rows = sql`
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
  select (date_part('epoch', start) * 1000)::float8 as place, coalesce(submitted, 0)::int as n,
    coalesce(approved, 0)::int as approved, coalesce(rejected, 0)::int as rejected, coalesce(withdrawn, 0)::int as withdrawn
  from every_start, unnest(starts) with ordinality as numbered (start, number) left join counted using (number)`;
  return { columns: ['place', 'n', 'approved', 'rejected', 'withdrawn'], rows };
}

const submitted = (where: RawBuilder<unknown>) => sql`
  select created_at, 1, 0, 0, 0 from partner_application where ${where}`;

const decided = (where: RawBuilder<unknown>) => sql`
  select decided_at, 0, (status = 'APPROVED')::int, (status = 'REJECTED')::int, 0 from partner_application where ${where}`;

const withdrawn = (where: RawBuilder<unknown>) => sql`
  select withdrawn_at, 0, 0, 0, 1 from partner_application where ${where}`;
