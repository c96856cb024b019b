import type { Messages, Opening } from '../fast-path/message.queue.ts';
import type { Statement } from '../fast-path/statement.ts';

/** A position in the primary's write-ahead log. Everything that was committed before it was asked for is before it. */
export interface Position {
  readonly lsn: string;
  /** Of the log, as in the names of its files. A promotion begins a new one, in which positions mean something else. */
  readonly timeline: string;
}

/** The database that a server holds. */
export interface Identity extends Position {
  /** The cluster and the database. All replicas have those of their primary. */
  readonly database: string;
}

/** A replica, compared with a position. */
export interface Found extends Omit<Identity, 'lsn'> {
  readonly isReplica: boolean;
  /** Bytes until the position. */
  readonly lag: number;
}

/** Milliseconds until a server that does not answer is not waited for. */
export const PATIENCE = 300;

/** Without synchronous commits, changes are visible before their log is flushed. */
const NOW = `select case current_setting('synchronous_commit') when 'off' then pg_current_wal_insert_lsn()
  else pg_current_wal_flush_lsn() end as lsn`;

const TIMELINE = 'left(pg_walfile_name(lsn), 8) as timeline';
const DATABASE = `(select system_identifier from pg_control_system()) || ' ' ||
  (select oid from pg_database where datname = current_database()) as database`;

const OPENING: Opening = { text: `select set_config('transaction_read_only', 'on', true)`, values: [] };

/** @throws Error if the primary is lost, or is a replica itself */
export const positionOf = (primary: Messages): Promise<Position> =>
  first<Position>(primary, `select lsn, ${TIMELINE} from (${NOW}) as here`);

/** @throws Error as `positionOf`, and if the primary does not answer in time */
export const identityOf = (primary: Messages): Promise<Identity> =>
  first<Identity>(primary, `select lsn, ${TIMELINE}, ${DATABASE} from (${NOW}) as here`, AbortSignal.timeout(PATIENCE));

async function first<Row>(primary: Messages, text: string, signal?: AbortSignal): Promise<Row> {
  const [row] = await primary.read({}, OPENING, { text, values: [] }, signal);
  return row as Row;
}

/** Milliseconds. Usually, a replica lags by less than the first. */
const WAITS = [1, 3, 6]
  .map((ms) => `case when pg_last_wal_replay_lsn() < $1 then pg_sleep(${ms / 1_000}) end`)
  .join(', ');

/** Fails unless the server is a replica that has reached the position, after a short wait. */
export const guardOf = ({ lsn }: Position): Statement => ({ text: GUARD, values: [lsn] });

const GUARD = `select ${WAITS}, 1 / (pg_is_in_recovery() and pg_last_wal_replay_lsn() >= $1)::int`;

/** The guard's error: a division by zero. */
export const NOT_REACHED = '22012';

/** A replica stores its timeline late, in one of two places. Parameter: an LSN. */
export const COMPARISON = `select ${WAITS}, pg_is_in_recovery() as "isReplica", ${DATABASE},
  upper(lpad(to_hex(greatest(
    (select timeline_id from pg_control_checkpoint()),
    (select min_recovery_end_timeline from pg_control_recovery())
  )), 8, '0')) as timeline,
  greatest(0, pg_wal_lsn_diff($1, pg_last_wal_replay_lsn()))::float8 as lag`;
