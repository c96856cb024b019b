import { PLATFORM_ROLE } from '../core/tenancy.ts';
import {
  ADDED_CUBES,
  addTo,
  COUNTERS,
  FIRST_COUNTERS,
  SECOND_COUNTERS,
  WITHDRAWAL_CUBES,
  type Counters,
  type Cube,
} from './application.cubes.sql.ts';
import { createCounterCheck, createCounterRebuild } from './application.recount.sql.ts';

/** Of so many statements that change a counted fact one folds the journal into the cubes: some 10 ms, for 0.1 ms of every read. */
const FOLD_EVERY = 256;
/** A fold takes no more than this, beside what its own statement wrote: nobody pays for the backlog of others. */
const FOLD_MOST = 4096;

const createCube = ({ table, keys, columns }: Cube): string => `
  create table ${table} (${columns}, primary key (${keys.join(', ')}))
    with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 0);
  grant select on ${table} to ${PLATFORM_ROLE};`;

/** What counts: folding, recording, emptying, checking and rebuilding, in place of what was there before. */
const createFunctions = (counters: Counters): string => {
  const { facts, factColumns, cubes } = counters;
  return `
  create or replace function fold_partner_application_deltas(most bigint) returns bigint
  language plpgsql set plan_cache_mode = force_generic_plan set search_path = public, pg_temp as $$
  declare
    taken bigint;
  begin
    with folded as (
      delete from partner_application_delta
      where ctid = any (array(select ctid from partner_application_delta limit most))
      returning *
    ), ${cubes.map((cube) => `into_${cube.table} as (${addTo(cube, cube.sumsOf('folded'))})`).join(', ')}
    select count(*) into taken from folded;
    return taken;
  end $$;
  revoke execute on function fold_partner_application_deltas(bigint) from public;

  create or replace function record_partner_application_changes() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    written bigint;
    most bigint;
  begin
    -- A row each: to sum up what is equal costs a submission more than it saves a bulk load.
    if tg_op = 'INSERT' then
      insert into partner_application_delta (${factColumns}, n) select ${facts}, 1 from new_rows;
    elsif tg_op = 'DELETE' then
      insert into partner_application_delta (${factColumns}, n) select ${facts}, -1 from old_rows;
    else
      insert into partner_application_delta (${factColumns}, n)
      select ${factColumns}, sum(n)
      from (select ${facts}, 1 as n from new_rows union all select ${facts}, -1 from old_rows) as changed
      group by ${factColumns} having sum(n) <> 0;
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

  create or replace function empty_partner_application_counters() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    truncate partner_application_delta, ${cubes.map(({ table }) => table).join(', ')};
    return null;
  end $$;

  ${createCounterCheck(counters)}
  ${createCounterRebuild(counters)}`;
};

/**
 * Exact counters of applications, for which nobody queues. A change writes what it changes as rows of a journal,
 * `partner_application_delta`, in its own transaction: it can neither be lost nor outlive a rollback, and inserts never
 * wait for each other. Now and then a writer folds the journal into the cubes: it takes the rows that it sees out of the
 * journal and adds them to the cubes, in one statement. What is true is therefore always cubes + journal, read in one
 * statement: its snapshot has every change either in the journal or in the cubes.
 *
 * Only the holder of the fold lock changes cubes, and a writer only tries to get it: an open transaction that has folded
 * keeps others from folding, not from writing. A fold needs READ COMMITTED, where a statement sees all that was committed
 * before it began; other transactions would fail on rows that a fold has taken since their snapshot, so they leave it.
 *
 * The first migration runs this: once that has landed, a change is a migration of its own.
 */
export const createApplicationCounters = `
  create table partner_application_delta (
    status text not null, partnership_type text not null, company_size text not null, industry text not null,
    created_quarter timestamptz not null, decided_quarter timestamptz, decision_hours integer, n integer not null
  ) with (
    -- Rows live for seconds; what they leave behind is cleaned up at the next chance.
    autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_cost_delay = 0,
    autovacuum_vacuum_insert_threshold = -1
  );
  -- Without a key: it is read and taken as a whole. Replication tells its rows apart by all their columns.
  alter table partner_application_delta replica identity full;
  create sequence partner_application_delta_turn;
  grant select on partner_application_delta to ${PLATFORM_ROLE};

  ${FIRST_COUNTERS.cubes.map(createCube).join('')}

  -- For the median of all decisions, for that of a range, and for the decisions at the two ends of a range.
  create index partner_application_decision_time_index on partner_application ((decided_at - created_at))
    include (created_at, decided_at) where decided_at is not null;
  create index partner_application_decision_index on partner_application (created_at, decided_at)
    where decided_at is not null;
  create index partner_application_decided_at_index on partner_application (decided_at, status)
    where decided_at is not null;

  create function partner_application_fold_lock() returns integer
  language sql stable as $$ select 'partner_application_delta'::regclass::oid::integer $$;

  ${createFunctions(FIRST_COUNTERS)}

  create trigger partner_application_inserted after insert on partner_application
    referencing new table as new_rows for each statement execute function record_partner_application_changes();
  create trigger partner_application_updated after update on partner_application
    referencing old table as old_rows new table as new_rows
    for each statement execute function record_partner_application_changes();
  create trigger partner_application_deleted after delete on partner_application
    referencing old table as old_rows for each statement execute function record_partner_application_changes();

  create trigger partner_application_truncated after truncate on partner_application
    for each statement execute function empty_partner_application_counters();
`;

/**
 * Counts also by assignee, by industry together with all else, and decisions by days and by parts of a day. What the
 * functions of before have recorded would lack the new facts: so the journal is emptied, and who wants to change an
 * application waits, for the moment that this takes. Of the applications of before the new cubes know nothing until they are
 * rebuilt, which keeps nobody waiting: by the next migration, since a lock is held to the end of one.
 */
export const addApplicationCounters = `
  select pg_advisory_xact_lock(partner_application_fold_lock(), 0);
  lock table partner_application in share row exclusive mode;
  select fold_partner_application_deltas(${Number.MAX_SAFE_INTEGER});
  alter table partner_application_delta add column decision_minutes integer, add column assignee uuid not null;
  ${ADDED_CUBES.map(createCube).join('')}
  ${createFunctions(SECOND_COUNTERS)}
`;

/**
 * Counts the withdrawn applications by themselves. Changes wait until the functions are replaced, or one that is under way would
 * be recorded without the new fact; the journal is changed last, since reads wait for that. The new cubes are filled by the
 * next migration, which keeps nobody waiting: rebuilding adds what cubes and journal lack, whatever is in the journal.
 */
export const addWithdrawalCounters = `
  select pg_advisory_xact_lock(partner_application_fold_lock(), 0);
  lock table partner_application in share row exclusive mode;
  ${WITHDRAWAL_CUBES.map(createCube).join('')}
  alter table partner_application_delta add column withdrawn_quarter timestamptz;
  ${createFunctions(COUNTERS)}
`;
