import { sql, type RawBuilder } from 'kysely';
import { countedApplications, type SubmittedRange } from './application.count.ts';

/** Every query here is one JSON value, so that those of one request make one statement: one snapshot, one round trip. */
type JsonQuery = RawBuilder<unknown>;

/** `[status, partnershipType, companySize, count]` for each that occurs. */
export const countsQuery = (range: SubmittedRange): JsonQuery => sql`
  select coalesce(json_agg(json_build_array(status, partnership_type, company_size, n)), '[]') from (
    select status, partnership_type, company_size, sum(n) as n
    from (${countedApplications('partner_application_count', ['status', 'partnership_type', 'company_size'], range)}) as counted
    group by status, partnership_type, company_size
  ) as counts`;

/** `[industry, count]`, the largest first, ties by code point. */
export const industriesQuery = (range: SubmittedRange, first: number): JsonQuery => sql`
  select coalesce(json_agg(json_build_array(industry, n)), '[]') from (
    select industry, sum(n) as n
    from (${countedApplications('partner_application_industry_count', ['industry'], range)}) as counted
    group by industry having sum(n) > 0 order by n desc, industry collate "C" limit ${first}
  ) as industries`;

/**
 * Hours, of the middle decision or between the two in the middle. Of all decisions: the cube tells in which hour the middle
 * lies, and the index on the decision time how it goes on within that hour. Of a range: from its rows.
 */
export function medianQuery({ from, to }: SubmittedRange): JsonQuery {
  if (from || to) {
    return sql`
      select to_json(percentile_cont(0.5) within group (order by date_part('epoch', decided_at - created_at)) / 3600)
      from partner_application
      where decided_at is not null
        and created_at >= coalesce(${from ?? null}::timestamptz, '-infinity')
        and created_at < coalesce(${to ?? null}::timestamptz, 'infinity')`;
  }
  return sql`
    select to_json(avg(date_part('epoch', elapsed)) / 3600)
    from (
      select hours, n, (sum(n) over (order by hours))::bigint as rank_of_last, (sum(n) over ())::bigint as total
      from (
        select hours, sum(n) as n
        from (
          select hours, n from partner_application_decision_time
          union all select decision_hours, n from partner_application_delta where decision_hours is not null
        ) as counted
        group by hours
      ) as histogram
    ) as ranked,
      lateral (values ((total + 1) / 2), (total / 2 + 1)) as middle (rank),
      lateral (
        select decided_at - created_at as elapsed from partner_application
        where decided_at is not null
          and decided_at - created_at >= make_interval(hours => hours)
          and decided_at - created_at < make_interval(hours => hours + 1)
        order by decided_at - created_at
        offset rank - (rank_of_last - n) - 1 limit 1
      ) as decision
    where rank > rank_of_last - n and rank <= rank_of_last`;
}

export interface OverTime extends SubmittedRange {
  unit: 'day' | 'week' | 'month';
  /** By its IANA name. */
  timeZone: string;
  /** How many periods to make at the most. */
  most: number;
}

/**
 * `[start, submitted, approved, rejected]` for every period, start in milliseconds since 1970. The periods begin at local
 * midnights: at the first one where clocks go back over midnight, and when the day does begin where they skip it.
 *
 * Whole UTC days come from the cube, and each goes to the period of its noon. Where a period begins within a day, the
 * quarters of an hour between that and the nearer UTC midnight are moved to the period that they are in. The journal follows,
 * and for the part of a UTC day at either end of the range the table itself.
 */
export const overTimeQuery = ({ from, to, unit, timeZone, most }: OverTime): JsonQuery => sql`
  with asked as materialized (
    select ${from ?? null}::timestamptz as since, ${to ?? null}::timestamptz as before,
      ${timeZone}::text as zone, ${unit}::text as unit, ('1 ' || ${unit}::text)::interval as step
  ), extent as (
    select
      coalesce(since, least((select min(created_at) from partner_application),
        (select min(decided_at) from partner_application))) as first,
      coalesce(before - interval '1 millisecond', greatest((select max(created_at) from partner_application),
        (select max(decided_at) from partner_application))) as last
    from asked
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
  ), frame as materialized (
    select (select array_agg(start order by start) from period) as starts, since, before,
      whole_from, greatest(date_bin('1 day', before, 'epoch'), whole_from) as whole_to
    from (select coalesce(since, '-infinity') as since, coalesce(before, 'infinity') as before from asked) as bounds,
    lateral (
      select least(date_bin('1 day', since + interval '1 day' - interval '1 microsecond', 'epoch'), before)
    ) as whole (whole_from)
  ), part_day as materialized (
    select noon, case when start < noon then day else start end as part_from,
      case when start < noon then start else day + interval '1 day' end as part_to
    from period, lateral (select date_bin('1 day', start, 'epoch')) as days (day),
      lateral (select day + interval '12 hours') as noons (noon)
    where start > day
  ), happened as (
    select period_start + interval '12 hours' as moment, submitted, approved, rejected
    from frame, partner_application_activity
    where resolution = 'day' and period_start >= whole_from and period_start < whole_to
    union all
    select moved.*
    from frame, part_day, lateral (
      select sum(submitted), sum(approved), sum(rejected) from partner_application_activity
      where resolution = 'quarter' and period_start >= part_from and period_start < part_to
    ) as part (submitted, approved, rejected),
      lateral (values (part_from, submitted, approved, rejected), (noon, -submitted, -approved, -rejected)) as moved
    where noon >= whole_from and noon < whole_to
    union all
    select event.* from frame, partner_application_delta,
      lateral (values (created_quarter, n, 0, 0),
        (decided_quarter, 0, case status when 'APPROVED' then n else 0 end, case status when 'REJECTED' then n else 0 end)
      ) as event (moment, submitted, approved, rejected)
    where moment >= whole_from and moment < whole_to
    union all
    select created_at, 1, 0, 0 from frame, partner_application where created_at >= since and created_at < whole_from
    union all
    select created_at, 1, 0, 0 from frame, partner_application where created_at >= whole_to and created_at < before
    union all
    select decided_at, 0, (status = 'APPROVED')::int, (status = 'REJECTED')::int from frame, partner_application
    where decided_at >= since and decided_at < whole_from
    union all
    select decided_at, 0, (status = 'APPROVED')::int, (status = 'REJECTED')::int from frame, partner_application
    where decided_at >= whole_to and decided_at < before
  ), counted as (
    select width_bucket(moment, starts) as number,
      sum(submitted) as submitted, sum(approved) as approved, sum(rejected) as rejected
    from frame, happened group by number
  )
  select coalesce(json_agg(json_build_array((extract(epoch from start) * 1000)::bigint,
    coalesce(submitted, 0), coalesce(approved, 0), coalesce(rejected, 0)) order by start), '[]')
  from frame, unnest(starts) with ordinality as period (start, number) left join counted using (number)`;
