import type { Connection } from './given/rows/application-rows.ts';

/** The number of applications according to the counters. */
export const TOTAL = `select coalesce(sum(n), 0)::int as total from (
  select n from partner_application_count where resolution = 'all'
  union all select n from partner_application_delta) as parts`;

export const journalLength = async ({ rows }: Connection): Promise<unknown> =>
  (await rows('select count(*)::int as n from partner_application_delta'))[0]?.['n'];

/** Finds wrong counters, including the journal: compares them with the table, and runs the check. */
export async function wrongCounters({ rows }: Pick<Connection, 'rows'>): Promise<unknown[]> {
  const compared = await rows(`select * from (${COUNTED}) as counted
    full join (${COUNTED_BY_HAND}) as by_hand using (name, n) where counted is null or by_hand is null`);
  return [...compared, ...(await rows('select * from check_partner_application_counters()'))];
}

/** All counters that are not zero, from cube and journal. One row each, as text. */
const COUNTED = `
  with journal as (
    select *, (created_quarter at time zone 'UTC')::date as day from partner_application_delta
  ), withdrawn as (
    select * from journal, lateral (values ('all', '-infinity'::date), ('day', day), ('month', date_trunc('month', day)::date)
    ) as counted_in (resolution, counted_on) where withdrawn_quarter is not null
  ), parts (name, n) as (
    select concat_ws('|', 'count', resolution, day, status, partnership_type, company_size), n from partner_application_count
    union all select concat_ws('|', 'count', 'all', '-infinity', status, partnership_type, company_size), n from journal
    union all select concat_ws('|', 'count', 'day', day, status, partnership_type, company_size), n from journal
    union all select concat_ws('|', 'count', 'month', date_trunc('month', day)::date, status, partnership_type, company_size), n
      from journal
    union all select concat_ws('|', 'industry', resolution, day, industry), n from partner_application_industry_count
    union all select concat_ws('|', 'industry', 'all', '-infinity', industry), n from journal
    union all select concat_ws('|', 'industry', 'day', day, industry), n from journal
    union all select concat_ws('|', 'industry', 'month', date_trunc('month', day)::date, industry), n from journal
    union all select concat_ws('|', 'assignee', resolution, assignee, day, status, partnership_type, company_size), n
      from partner_application_assignee_count
    union all select concat_ws('|', 'assignee', 'all', assignee, '-infinity', status, partnership_type, company_size), n from journal
    union all select concat_ws('|', 'assignee', 'day', assignee, day, status, partnership_type, company_size), n from journal
    union all select concat_ws('|', 'assignee', 'month', assignee, date_trunc('month', day)::date, status, partnership_type,
      company_size), n from journal
    union all select concat_ws('|', 'detail', resolution, industry, day, assignee, status, partnership_type, company_size), n
      from partner_application_industry_detail_count
    union all select concat_ws('|', 'detail', 'all', industry, '-infinity', assignee, status, partnership_type, company_size), n
      from journal
    union all select concat_ws('|', 'detail', 'day', industry, day, assignee, status, partnership_type, company_size), n from journal
    union all select concat_ws('|', 'detail', 'month', industry, date_trunc('month', day)::date, assignee, status,
      partnership_type, company_size), n from journal
    union all select concat_ws('|', 'withdrawn', resolution, assignee, day, status, partnership_type, company_size), n
      from partner_application_withdrawn_count
    union all select concat_ws('|', 'withdrawn', resolution, assignee, counted_on, status, partnership_type, company_size), n
      from withdrawn
    union all select concat_ws('|', 'withdrawn detail', resolution, industry, day, assignee, status, partnership_type,
      company_size), n from partner_application_withdrawn_industry_count
    union all select concat_ws('|', 'withdrawn detail', resolution, industry, counted_on, assignee, status, partnership_type,
      company_size), n from withdrawn
    union all select concat_ws('|', 'WITHDRAWN', resolution, period_start), withdrawn from partner_application_withdrawal_activity
    union all select concat_ws('|', 'WITHDRAWN', 'quarter', withdrawn_quarter), n from journal where withdrawn_quarter is not null
    union all select concat_ws('|', 'WITHDRAWN', 'day', date_trunc('day', withdrawn_quarter, 'UTC')), n
      from journal where withdrawn_quarter is not null
    union all select concat_ws('|', 'submitted', resolution, period_start), submitted from partner_application_activity
    union all select concat_ws('|', 'APPROVED', resolution, period_start), approved from partner_application_activity
    union all select concat_ws('|', 'REJECTED', resolution, period_start), rejected from partner_application_activity
    union all select concat_ws('|', 'submitted', 'quarter', created_quarter), n from journal
    union all select concat_ws('|', 'submitted', 'day', date_trunc('day', created_quarter, 'UTC')), n from journal
    union all select concat_ws('|', status, 'quarter', decided_quarter), n from journal where decided_quarter is not null
    union all select concat_ws('|', status, 'day', date_trunc('day', decided_quarter, 'UTC')), n
      from journal where decided_quarter is not null
    union all select concat_ws('|', 'decision', resolution, width, day, minutes), n from partner_application_decision_count
    union all select concat_ws('|', 'decision', resolution, width, counted_on, floor(decision_minutes * 1.0 / width) * width), n
      from journal, lateral (values ('all', '-infinity'::date, 1440), ('all', '-infinity', 10), ('day', day, 1440), ('day', day, 30),
        ('month', date_trunc('month', day)::date, 1440), ('month', date_trunc('month', day)::date, 30)
      ) as counted_in (resolution, counted_on, width) where decision_minutes is not null
  )
  select name, sum(n)::int as n from parts group by name having sum(n) <> 0 order by name collate "C"`;

/** The same numbers, counted from the table in the simplest way. */
const COUNTED_BY_HAND = `
  with application as (
    select *, created_at at time zone 'UTC' as created, decided_at at time zone 'UTC' as decided,
      withdrawn_at at time zone 'UTC' as withdrawn,
      coalesce(assignee_id::text, '00000000-0000-0000-0000-000000000000') as assignee from partner_application
  ), names (name) as (
    select concat_ws('|', 'count', 'all', '-infinity', status, partnership_type, company_size) from application
    union all select concat_ws('|', 'count', 'day', created::date, status, partnership_type, company_size) from application
    union all select concat_ws('|', 'count', 'month', to_char(created, 'YYYY-MM-01'), status, partnership_type, company_size)
      from application
    union all select concat_ws('|', 'industry', 'all', '-infinity', industry) from application
    union all select concat_ws('|', 'industry', 'day', created::date, industry) from application
    union all select concat_ws('|', 'industry', 'month', to_char(created, 'YYYY-MM-01'), industry) from application
    union all select concat_ws('|', 'assignee', 'all', assignee, '-infinity', status, partnership_type, company_size)
      from application
    union all select concat_ws('|', 'assignee', 'day', assignee, created::date, status, partnership_type, company_size)
      from application
    union all select concat_ws('|', 'assignee', 'month', assignee, to_char(created, 'YYYY-MM-01'), status, partnership_type,
      company_size) from application
    union all select concat_ws('|', 'detail', 'all', industry, '-infinity', assignee, status, partnership_type, company_size)
      from application
    union all select concat_ws('|', 'detail', 'day', industry, created::date, assignee, status, partnership_type, company_size)
      from application
    union all select concat_ws('|', 'detail', 'month', industry, to_char(created, 'YYYY-MM-01'), assignee, status,
      partnership_type, company_size) from application
    union all select concat_ws('|', 'withdrawn', resolution, assignee, day, status, partnership_type, company_size)
      from application, lateral (values ('all', '-infinity'), ('day', created::date::text), ('month', to_char(created, 'YYYY-MM-01'))
      ) as counted_in (resolution, day) where withdrawn is not null
    union all select concat_ws('|', 'withdrawn detail', resolution, industry, day, assignee, status, partnership_type, company_size)
      from application, lateral (values ('all', '-infinity'), ('day', created::date::text), ('month', to_char(created, 'YYYY-MM-01'))
      ) as counted_in (resolution, day) where withdrawn is not null
    union all select concat_ws('|', 'WITHDRAWN', 'quarter',
      to_char(withdrawn, 'YYYY-MM-DD HH24:') || to_char(extract(minute from withdrawn)::int / 15 * 15, 'FM00') || ':00+00')
      from application where withdrawn is not null
    union all select concat_ws('|', 'WITHDRAWN', 'day', to_char(withdrawn, 'YYYY-MM-DD 00:00:00+00'))
      from application where withdrawn is not null
    union all select concat_ws('|', 'submitted', 'quarter',
      to_char(created, 'YYYY-MM-DD HH24:') || to_char(extract(minute from created)::int / 15 * 15, 'FM00') || ':00+00')
      from application
    union all select concat_ws('|', 'submitted', 'day', to_char(created, 'YYYY-MM-DD 00:00:00+00')) from application
    union all select concat_ws('|', status, 'quarter',
      to_char(decided, 'YYYY-MM-DD HH24:') || to_char(extract(minute from decided)::int / 15 * 15, 'FM00') || ':00+00')
      from application where decided is not null
    union all select concat_ws('|', status, 'day', to_char(decided, 'YYYY-MM-DD 00:00:00+00'))
      from application where decided is not null
    union all select concat_ws('|', 'decision', 'all', 1440, '-infinity', floor(extract(epoch from decided - created) / 60 / 1440) * 1440)
      from application where decided is not null
    union all select concat_ws('|', 'decision', 'all', 10, '-infinity', floor(extract(epoch from decided - created) / 60 / 10) * 10)
      from application where decided is not null
    union all select concat_ws('|', 'decision', 'month', 1440, to_char(created, 'YYYY-MM-01'), floor(extract(epoch from decided - created) / 60 / 1440) * 1440)
      from application where decided is not null
    union all select concat_ws('|', 'decision', 'month', 30, to_char(created, 'YYYY-MM-01'), floor(extract(epoch from decided - created) / 60 / 30) * 30)
      from application where decided is not null
    union all select concat_ws('|', 'decision', 'day', 1440, created::date, floor(extract(epoch from decided - created) / 60 / 1440) * 1440)
      from application where decided is not null
    union all select concat_ws('|', 'decision', 'day', 30, created::date, floor(extract(epoch from decided - created) / 60 / 30) * 30)
      from application where decided is not null
  )
  select name, count(*)::int as n from names group by name order by name collate "C"`;
