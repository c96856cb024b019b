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
  sumsOf: (source: string) => string;
}

/** What is known of each application, and what is counted of it. */
export interface Counters {
  /**
   * Of a row of the table, as coarse as the cubes allow; the journal has a column for each. All time zones of today are whole
   * quarters of an hour away from UTC.
   */
  facts: string;
  factColumns: string;
  cubes: Cube[];
}

/** Minutes from submission to decision, rounded down to tens. */
export const DECISION_MINUTES = `(floor(date_part('epoch', decided_at - created_at) / 600) * 10)::integer`;

/** In counters, whom nobody looks after; the nil UUID (RFC 9562, 5.9), since a key has no nulls. */
export const NOBODY = '00000000-0000-0000-0000-000000000000';

const CREATED_DAY = `(created_quarter at time zone 'UTC')::date as created_day`;
/** By UTC days and months, so that a year is some dozen rows, and as a whole. A month is named by its first day. */
const DAY = `('day', created_day)`;
const MONTH = `('month', date_trunc('month', created_day::timestamp)::date)`;
const ALL = `('all', date '-infinity')`;
const spreadOver = (...resolutions: string[]) =>
  `lateral (values ${resolutions.join(', ')}) as counted_in (resolution, day)`;

const TYPES: Record<string, string> = { day: 'date', assignee: 'uuid' };

/** How many applications with the same facts came on a day, in a month and ever; keys that a reader always names come first. */
const countOf = (table: string, ...keys: string[]): Cube => countWhere('', table, ...keys);

/** The same, of those that meet a condition on their facts. */
function countWhere(where: string, table: string, ...keys: string[]): Cube {
  const by = keys.join(', ');
  const facts = keys.filter((key) => key !== 'resolution' && key !== 'day').join(', ');
  return {
    table,
    keys,
    sums: ['n'],
    columns: [...keys.map((key) => `${key} ${TYPES[key] ?? 'text'}`), 'n integer not null'].join(', '),
    sumsOf: (source) => `
      select ${by}, sum(n) as n
      from (
        select ${CREATED_DAY}, ${facts}, sum(n)::integer as n from ${source}${where} group by created_day, ${facts}
      ) as submitted, ${spreadOver(DAY, MONTH, ALL)}
      group by ${by}`,
  };
}

// Each cube sums up first and spreads out then: a fold is part of somebody's request.

const COUNTS = countOf('partner_application_count', 'resolution', 'day', 'status', 'partnership_type', 'company_size');
const INDUSTRIES = countOf('partner_application_industry_count', 'resolution', 'day', 'industry');
const ACTIVITY: Cube = {
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
};
/** Kept for processes of the version before, which may run until all are replaced. Nothing here reads it. */
const DECISION_HOURS: Cube = {
  table: 'partner_application_decision_time',
  keys: ['resolution', 'day', 'hours'],
  sums: ['n'],
  columns: 'resolution text, day date, hours integer, n integer not null',
  sumsOf: (source) => `
    select resolution, day, hours, sum(n) as n
    from (
      select ${CREATED_DAY}, decision_hours as hours, sum(n)::integer as n
      from ${source} where decision_hours is not null group by created_day, hours
    ) as decided, ${spreadOver(MONTH, ALL)}
    group by resolution, day, hours`,
};

/** Into how many minutes at a time decisions are counted: first by days, then within one of these. */
export const DECISION_DAY = 1_440;
/** Finer where there are more of them. */
export const decisionPart = (resolution: 'day' | 'month' | 'all'): number => (resolution === 'all' ? 10 : 30);

const widths = (['day', 'month', 'all'] as const).flatMap((resolution) =>
  [DECISION_DAY, decisionPart(resolution)].map((width) => `('${resolution}', ${width})`),
);
const DECISIONS: Cube = {
  table: 'partner_application_decision_count',
  keys: ['resolution', 'width', 'day', 'minutes'],
  sums: ['n'],
  columns: 'resolution text, width integer, day date, minutes integer, n integer not null',
  sumsOf: (source) => `
    select resolution, width, day, (floor(decision_minutes::float8 / width) * width)::integer as minutes, sum(n) as n
    from (
      select ${CREATED_DAY}, decision_minutes, sum(n)::integer as n
      from ${source} where decision_minutes is not null group by created_day, decision_minutes
    ) as decided, ${spreadOver(DAY, MONTH, ALL)} join (values ${widths.join(', ')}) as counted_by (resolution, width) using (resolution)
    group by resolution, width, day, minutes`,
};

/** What the first migration makes. That has landed: what is counted beyond it is added below, by a migration of its own. */
export const FIRST_COUNTERS: Counters = {
  facts: `
    status, partnership_type, company_size, industry,
    date_bin('15 minutes', created_at, 'epoch') as created_quarter,
    date_bin('15 minutes', decided_at, 'epoch') as decided_quarter,
    floor(date_part('epoch', decided_at - created_at) / 3600)::integer as decision_hours`,
  factColumns: 'status, partnership_type, company_size, industry, created_quarter, decided_quarter, decision_hours',
  cubes: [COUNTS, INDUSTRIES, ACTIVITY, DECISION_HOURS],
};

/** Every filter of a list but a search has its total in one of the cubes. These have landed too, with SECOND_COUNTERS. */
export const ADDED_CUBES: Cube[] = [
  countOf(
    'partner_application_assignee_count',
    'resolution',
    'day',
    'assignee',
    'status',
    'partnership_type',
    'company_size',
  ),
  countOf(
    'partner_application_industry_detail_count',
    'resolution',
    'industry',
    'day',
    'assignee',
    'status',
    'partnership_type',
    'company_size',
  ),
  DECISIONS,
];

export const SECOND_COUNTERS: Counters = {
  facts: `${FIRST_COUNTERS.facts}, ${DECISION_MINUTES} as decision_minutes, coalesce(assignee_id, '${NOBODY}') as assignee`,
  factColumns: `${FIRST_COUNTERS.factColumns}, decision_minutes, assignee`,
  cubes: [...FIRST_COUNTERS.cubes, ...ADDED_CUBES],
};

/** In the journal, whether an application is withdrawn. */
export const IS_WITHDRAWN = 'withdrawn_quarter is not null';

const withdrawnOf = (table: string, ...keys: string[]) => countWhere(` where ${IS_WITHDRAWN}`, table, ...keys);

/**
 * The withdrawn applications by themselves. The cubes above still count them as REJECTED: processes of the version before read
 * those, and declined is REJECTED without these. Withdrawn ones are few, so these cubes are small.
 */
export const WITHDRAWAL_CUBES: Cube[] = [
  withdrawnOf(
    'partner_application_withdrawn_count',
    'resolution',
    'day',
    'assignee',
    'status',
    'partnership_type',
    'company_size',
  ),
  withdrawnOf(
    'partner_application_withdrawn_industry_count',
    'resolution',
    'industry',
    'day',
    'assignee',
    'status',
    'partnership_type',
    'company_size',
  ),
  {
    table: 'partner_application_withdrawal_activity',
    keys: ['resolution', 'period_start'],
    sums: ['withdrawn'],
    columns: 'resolution text, period_start timestamptz, withdrawn integer not null',
    sumsOf: (source) => `
      select resolution, period_start, sum(withdrawn) as withdrawn
      from (
        select withdrawn_quarter as quarter, sum(n)::integer as withdrawn
        from ${source} where ${IS_WITHDRAWN} group by withdrawn_quarter
      ) as quarters,
        lateral (values ('quarter', quarter), ('day', date_bin('1 day', quarter, 'epoch'))) as counted_in (resolution, period_start)
      group by resolution, period_start`,
  },
];

export const COUNTERS: Counters = {
  facts: `${SECOND_COUNTERS.facts}, date_bin('15 minutes', withdrawn_at, 'epoch') as withdrawn_quarter`,
  factColumns: `${SECOND_COUNTERS.factColumns}, withdrawn_quarter`,
  cubes: [...SECOND_COUNTERS.cubes, ...WITHDRAWAL_CUBES],
};

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
