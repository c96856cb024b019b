import type { Api } from '../api.ts';

export interface Period {
  periodStart: string;
  submitted: number;
  approved: number;
  rejected: number;
  withdrawn: number;
}

/** A range and the arguments of `overTime`. */
export interface Asked {
  from?: string | undefined;
  to?: string | undefined;
  interval: 'DAY' | 'WEEK' | 'MONTH';
  timeZone: string;
}

/**
 * Computes `overTime` in the simplest way. Counts each event by its own local date. A period starts at the first
 * quarter of an hour with its local date.
 */
export async function periodsByHand(api: Api, { from, to, interval, timeZone }: Asked): Promise<Period[]> {
  const rows = await api.rows(
    `with event as (
      select created_at as moment, 'SUBMITTED' as kind from partner_application
      union all select decided_at, status from partner_application where decided_at is not null
      union all select withdrawn_at, 'WITHDRAWN' from partner_application where withdrawn_at is not null
    ), inside as (
      select kind, date_trunc($3, moment at time zone $4) as start from event
      where ($1::timestamptz is null or moment >= $1) and ($2::timestamptz is null or moment < $2)
    ), ends as (
      select coalesce($1, (select min(moment) from event)) as first,
        coalesce($2 - interval '1 millisecond', (select max(moment) from event)) as last
    ), local as (
      select generate_series(date_trunc($3, first at time zone $4), date_trunc($3, last at time zone $4), ('1 ' || $3)::interval) as start
      from ends where first <= last
    ), period as (
      select start, (
        select min(quarter) from generate_series(start at time zone 'UTC' - interval '15 hours',
          start at time zone 'UTC' + interval '15 hours', interval '15 minutes') as quarter
        where date_trunc($3, quarter at time zone $4) = start
      ) as moment from local
    )
    select to_char(period.moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "periodStart",
      count(*) filter (where kind = 'SUBMITTED')::int as submitted,
      count(*) filter (where kind = 'APPROVED')::int as approved,
      count(*) filter (where kind = 'REJECTED')::int as rejected,
      count(*) filter (where kind = 'WITHDRAWN')::int as withdrawn
    from period left join inside using (start)
    where period.moment is not null -- a day that a zone has skipped
    group by period.moment order by period.moment`,
    [from ?? null, to ?? null, interval.toLowerCase(), timeZone],
  );
  return rows as unknown as Period[];
}
