/**
 * The counters' tables ("cubes") as data, so that folding, checking and rebuilding cannot disagree about what is counted.
 * See application.counters.sql.ts for how they are kept exact.
 */
export interface Cube {
  table: string;
  /** What a row is about. */
  keys: string[];
  /** What it counts. */
  sums: string[];
  columns: string;
  /** What `source`, rows of facts and their number `n`, adds to the cube: one row for each of its keys. */
  sumsOf(source: string): string;
}

/**
 * What is counted about an application, as coarse as the cubes allow. All time zones of today are whole quarters of an hour
 * away from UTC. The hours to the decision are whole ones, rounded down.
 */
export const FACTS = `
  status, partnership_type, company_size, industry,
  date_bin('15 minutes', created_at, 'epoch') as created_quarter,
  date_bin('15 minutes', decided_at, 'epoch') as decided_quarter,
  floor(extract(epoch from decided_at - created_at) / 3600)::integer as decision_hours`;
export const FACT_COLUMNS =
  'status, partnership_type, company_size, industry, created_quarter, decided_quarter, decision_hours';

const CREATED_DAY = `(created_quarter at time zone 'UTC')::date as created_day`;
/** Of the UTC day, and of `-infinity`, all time: what is asked for without a range is a handful of rows. */
const DAYS = `lateral (values (created_day), ('-infinity')) as counted_in (day)`;

/** Each sums up first and spreads out then: a fold is part of somebody's request. */
export const CUBES: Cube[] = [
  {
    table: 'partner_application_count',
    keys: ['day', 'status', 'partnership_type', 'company_size'],
    sums: ['n'],
    columns: 'day date, status text, partnership_type text, company_size text, n integer not null',
    sumsOf: (source) => `
      select day, status, partnership_type, company_size, sum(n) as n
      from (
        select ${CREATED_DAY}, status, partnership_type, company_size, sum(n)::integer as n
        from ${source} group by created_day, status, partnership_type, company_size
      ) as submitted, ${DAYS}
      group by day, status, partnership_type, company_size`,
  },
  {
    table: 'partner_application_industry_count',
    keys: ['day', 'industry'],
    sums: ['n'],
    columns: 'day date, industry text, n integer not null',
    sumsOf: (source) => `
      select day, industry, sum(n) as n
      from (select ${CREATED_DAY}, industry, sum(n)::integer as n from ${source} group by created_day, industry) as submitted, ${DAYS}
      group by day, industry`,
  },
  {
    table: 'partner_application_activity',
    keys: ['resolution', 'period_start'],
    sums: ['submitted', 'approved', 'rejected'],
    columns: `resolution text, period_start timestamptz, submitted integer not null, approved integer not null,
      rejected integer not null`,
    sumsOf: (source) => `
      select resolution, period_start, sum(submitted) as submitted, sum(approved) as approved, sum(rejected) as rejected
      from (
        select quarter, sum(submitted)::integer as submitted, sum(approved)::integer as approved, sum(rejected)::integer as rejected
        from ${source}, lateral (values
          (created_quarter, n, 0, 0),
          (decided_quarter, 0, case status when 'APPROVED' then n else 0 end, case status when 'REJECTED' then n else 0 end)
        ) as event (quarter, submitted, approved, rejected)
        where quarter is not null group by quarter
      ) as quarters,
        lateral (values ('quarter', quarter), ('day', date_bin('1 day', quarter, 'epoch'))) as counted_in (resolution, period_start)
      group by resolution, period_start`,
  },
  {
    table: 'partner_application_decision_time',
    keys: ['hours'],
    sums: ['n'],
    columns: 'hours integer, n integer not null',
    sumsOf: (source) => `
      select decision_hours as hours, sum(n) as n from ${source} where decision_hours is not null group by decision_hours`,
  },
];

/** Adds the rows of a query to a cube. Only for the holder of the fold lock: so nobody ever waits for a cube's row. */
export function addTo({ table, keys, sums }: Cube, query: string): string {
  const by = keys.join(', ');
  const columns = [...keys, ...sums].join(', ');
  const added = sums.map((sum) => `${sum} = cube.${sum} + excluded.${sum}`).join(', ');
  return `insert into ${table} as cube (${columns})
    select ${columns} from (${query}) as changes where ${notZero(sums)} order by ${by}
    on conflict (${by}) do update set ${added}`;
}

/** Whether any of the sums is other than zero. */
export const notZero = (sums: string[]): string => `(${sums.join(', ')}) <> (${sums.map(() => 0).join(', ')})`;
