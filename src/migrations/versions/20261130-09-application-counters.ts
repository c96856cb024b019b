import { Migration } from '@mikro-orm/migrations';

/**
 * Exact counters of applications that never block changes: see decision 2. Each change writes its differences to a
 * journal in its own transaction, and inserts never wait for each other. From time to time, a writer folds the journal:
 * one statement removes its rows and adds them to the counting tables ("cubes"). Cubes and journal are exact in one
 * statement, whose snapshot has each change in one of them.
 *
 * Only the holder of the fold lock changes cubes, and writers do not wait for it. So an open transaction that has
 * folded blocks other folds, but no writes. A fold needs READ COMMITTED, where a statement sees everything committed
 * before it. Other transactions would fail on rows that were folded since their snapshot, so they do not fold.
 */
export class ApplicationCounters extends Migration {
  override up(): void {
    this.addSql(journal);
    for (const cube of CUBES) this.addSql(createCube(cube));
    this.addSql(fold);
    this.addSql(record);
    this.addSql(empty);
  }
}

/** One in this many counted statements folds the journal. That takes some 10 ms, and saves 0.1 ms of every read. */
const FOLD_EVERY = 256;
/** Maximum rows of a fold, besides those of its own statement, so that no request pays for the backlog of others. */
const FOLD_MOST = 4096;

/**
 * The counted facts of an application, as coarse as the cubes allow. All current time zones differ from UTC by whole
 * quarter hours. Keys have no nulls, so the nil UUID means unassigned.
 */
export const FACTS = `
    status, partnership_type, company_size, industry,
    date_bin('15 minutes', created_at, 'epoch') as created_quarter,
    date_bin('15 minutes', decided_at, 'epoch') as decided_quarter,
    (floor(date_part('epoch', decided_at - created_at) / 600) * 10)::integer as decision_minutes,
    coalesce(assignee_id, '00000000-0000-0000-0000-000000000000') as assignee,
    date_bin('15 minutes', withdrawn_at, 'epoch') as withdrawn_quarter`;
const COLUMNS = `status, partnership_type, company_size, industry, created_quarter, decided_quarter, decision_minutes, assignee,
    withdrawn_quarter`;

const journal = `
  create table partner_application_delta (
    status text not null,
    partnership_type text not null,
    company_size text not null,
    industry text not null,
    assignee uuid not null,
    created_quarter timestamptz not null,
    decided_quarter timestamptz,
    decision_minutes integer,
    withdrawn_quarter timestamptz,
    n integer not null
  ) with (
    -- Rows live for seconds; what they leave behind is cleaned up at the next chance.
    autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_cost_delay = 0,
    autovacuum_vacuum_insert_threshold = -1
  );
  -- Without a key: it is read and taken as a whole. Replication tells its rows apart by all their columns.
  alter table partner_application_delta replica identity full;
  grant select on partner_application_delta to reachgenie_platform;

  create sequence partner_application_delta_turn;

  -- The key of the lock that a fold holds.
  create function partner_application_fold_lock() returns integer
  language sql stable as $$ select 'partner_application_delta'::regclass::oid::integer $$;`;

/** A cube as data, so that folding, checking and rebuilding count the same. */
export interface Cube {
  table: string;
  /** The facts that form the key. */
  keys: string[];
  /** The counts. */
  sums: string[];
  /** A query for the rows that `source` adds to the cube, one for each key. The rows of `source` are facts and their number `n`. */
  sumsOf: (source: string) => string;
}

const TYPES: Record<string, string> = {
  assignee: 'uuid',
  day: 'date',
  minutes: 'integer',
  period_start: 'timestamptz',
  width: 'integer',
};

const createCube = ({ table, keys, sums }: Cube): string => `
  create table ${table} (
    ${keys.map((key) => `${key} ${TYPES[key] ?? 'text'}`).join(', ')},
    ${sums.map((sum) => `${sum} integer not null`).join(', ')},
    primary key (${keys.join(', ')})
  ) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 0);
  grant select on ${table} to reachgenie_platform;`;

/** By UTC day, by month and in total, so that a year takes some dozen rows. The first day stands for a month. */
const SPREAD_OVER_DAYS = `lateral (values ('day', created_day), ('month', date_trunc('month', created_day::timestamp)::date),
        ('all', date '-infinity')) as counted_in (resolution, day)`;
const SPREAD_OVER_QUARTERS = `lateral (values ('quarter', quarter), ('day', date_bin('1 day', quarter, 'epoch')))
        as counted_in (resolution, period_start)`;
const CREATED_DAY = `(created_quarter at time zone 'UTC')::date as created_day`;
const IS_WITHDRAWN = 'withdrawn_quarter is not null';

/**
 * Number of applications with the same facts by day, by month and in total. Keys that a reader always uses come first.
 * Each cube adds up before it expands, because a fold is part of a request.
 */
function countOf(table: string, keys: string[], where = 'true'): Cube {
  const by = keys.join(', ');
  const facts = keys.filter((key) => key !== 'resolution' && key !== 'day').join(', ');
  return {
    table,
    keys,
    sums: ['n'],
    sumsOf: (source) => `
      select ${by}, sum(n) as n
      from (
        select ${CREATED_DAY}, ${facts}, sum(n)::integer as n from ${source} where ${where} group by created_day, ${facts}
      ) as submitted, ${SPREAD_OVER_DAYS}
      group by ${by}`,
  };
}

const REVIEW = ['status', 'partnership_type', 'company_size'];
const BY_ASSIGNEE = ['resolution', 'day', 'assignee', ...REVIEW];
const BY_INDUSTRY = ['resolution', 'industry', 'day', 'assignee', ...REVIEW];

/** Every filter of a list except a search has its total in one of the cubes. */
const COUNTS = [
  countOf('partner_application_count', ['resolution', 'day', ...REVIEW]),
  countOf('partner_application_industry_count', ['resolution', 'day', 'industry']),
  countOf('partner_application_assignee_count', BY_ASSIGNEE),
  countOf('partner_application_industry_detail_count', BY_INDUSTRY),
];

/** Withdrawn applications. The cubes above count them as REJECTED, and the difference is declined. */
const WITHDRAWN_COUNTS = [
  countOf('partner_application_withdrawn_count', BY_ASSIGNEE, IS_WITHDRAWN),
  countOf('partner_application_withdrawn_industry_count', BY_INDUSTRY, IS_WITHDRAWN),
];

const ACTIVITY: Cube = {
  table: 'partner_application_activity',
  keys: ['resolution', 'period_start'],
  sums: ['submitted', 'approved', 'rejected'],
  sumsOf: (source) => `
    select resolution, period_start, sum(submitted) as submitted, sum(approved) as approved, sum(rejected) as rejected
    from (
      select quarter, sum(submitted)::integer as submitted, sum(approved)::integer as approved, sum(rejected)::integer as rejected
      from ${source}, lateral (values
        (created_quarter, n, 0, 0),
        (decided_quarter, 0, case status when 'APPROVED' then n else 0 end, case status when 'REJECTED' then n else 0 end)
      ) as event (quarter, submitted, approved, rejected)
      where quarter is not null group by quarter
    ) as quarters, ${SPREAD_OVER_QUARTERS}
    group by resolution, period_start`,
};

const WITHDRAWAL_ACTIVITY: Cube = {
  table: 'partner_application_withdrawal_activity',
  keys: ['resolution', 'period_start'],
  sums: ['withdrawn'],
  sumsOf: (source) => `
    select resolution, period_start, sum(withdrawn) as withdrawn
    from (
      select withdrawn_quarter as quarter, sum(n)::integer as withdrawn
      from ${source} where ${IS_WITHDRAWN} group by withdrawn_quarter
    ) as quarters, ${SPREAD_OVER_QUARTERS}
    group by resolution, period_start`,
};

/** Decisions by duration in minutes: by days (1,440), and by 30 minutes, or by 10 in the total, which has more decisions. */
const DECISIONS: Cube = {
  table: 'partner_application_decision_count',
  keys: ['resolution', 'width', 'day', 'minutes'],
  sums: ['n'],
  sumsOf: (source) => `
    select resolution, width, day, (floor(decision_minutes::float8 / width) * width)::integer as minutes, sum(n) as n
    from (
      select ${CREATED_DAY}, decision_minutes, sum(n)::integer as n
      from ${source} where decision_minutes is not null group by created_day, decision_minutes
    ) as decided, ${SPREAD_OVER_DAYS}
      join (values ('day', 1440), ('day', 30), ('month', 1440), ('month', 30), ('all', 1440), ('all', 10))
        as counted_by (resolution, width) using (resolution)
    group by resolution, width, day, minutes`,
};

export const CUBES = [...COUNTS, ...WITHDRAWN_COUNTS, ACTIVITY, WITHDRAWAL_ACTIVITY, DECISIONS];

/** Whether any of the sums is not zero. */
export const notZero = (sums: string[]): string => `(${sums.join(', ')}) <> (${sums.map(() => 0).join(', ')})`;

/** Adds the rows of a query to a cube. Only for the holder of the fold lock, so no transaction ever waits for a cube's row. */
export function addTo({ table, keys, sums }: Cube, query: string): string {
  const by = keys.join(', ');
  const columns = [...keys, ...sums].join(', ');
  const added = sums.map((sum) => `${sum} = cube.${sum} + excluded.${sum}`).join(', ');
  return `insert into ${table} as cube (${columns})
    select ${columns} from (${query}) as changes where ${notZero(sums)} order by ${by}
    on conflict (${by}) do update set ${added}`;
}

const fold = `
  -- Moves up to so many rows of the journal into the cubes, and returns how many.
  create function fold_partner_application_deltas(most bigint) returns bigint
  language plpgsql set plan_cache_mode = force_generic_plan set search_path = public, pg_temp as $$
  declare
    taken bigint;
  begin
    with folded as (
      delete from partner_application_delta
      where ctid = any (array(select ctid from partner_application_delta limit most))
      returning *
    ), ${CUBES.map((cube) => `into_${cube.table} as (${addTo(cube, cube.sumsOf('folded'))})`).join(', ')}
    select count(*) into taken from folded;
    return taken;
  end $$;
  revoke execute on function fold_partner_application_deltas(bigint) from public;`;

const record = `
  -- Writes the changes of a statement to the journal, and folds the journal if it is this statement's turn.
  create function record_partner_application_changes() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    written bigint;
    most bigint;
  begin
    -- A row each: to sum up what is equal costs a submission more than it saves a bulk load.
    if tg_op = 'INSERT' then
      insert into partner_application_delta (${COLUMNS}, n) select ${FACTS}, 1 from new_rows;
    elsif tg_op = 'DELETE' then
      insert into partner_application_delta (${COLUMNS}, n) select ${FACTS}, -1 from old_rows;
    else
      insert into partner_application_delta (${COLUMNS}, n)
      select ${COLUMNS}, sum(n)
      from (select ${FACTS}, 1 as n from new_rows union all select ${FACTS}, -1 from old_rows) as changed
      group by ${COLUMNS} having sum(n) <> 0;
    end if;
    get diagnostics written = row_count;
    if written = 0 then
      return null;
    end if;
    -- First the lock, then the fold in a statement of its own: its snapshot lacks what the last holder has folded.
    if (written >= ${FOLD_EVERY} or nextval('partner_application_delta_turn') % ${FOLD_EVERY} = 0)
      and current_setting('transaction_isolation') = 'read committed'
      and pg_try_advisory_xact_lock(partner_application_fold_lock(), 0) then
      most := written + ${FOLD_MOST};
      if fold_partner_application_deltas(most) = most then
        -- There is more: the next statement goes on.
        perform setval('partner_application_delta_turn', ${FOLD_EVERY - 1});
      end if;
    end if;
    return null;
  end $$;

  create trigger partner_application_inserted after insert on partner_application
    referencing new table as new_rows for each statement execute function record_partner_application_changes();
  create trigger partner_application_updated after update on partner_application
    referencing old table as old_rows new table as new_rows
    for each statement execute function record_partner_application_changes();
  create trigger partner_application_deleted after delete on partner_application
    referencing old table as old_rows for each statement execute function record_partner_application_changes();`;

const empty = `
  -- A truncated table has no applications, so its counters are emptied with it.
  create function empty_partner_application_counters() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    truncate partner_application_delta, ${CUBES.map(({ table }) => table).join(', ')};
    return null;
  end $$;
  create trigger partner_application_truncated after truncate on partner_application
    for each statement execute function empty_partner_application_counters();`;
