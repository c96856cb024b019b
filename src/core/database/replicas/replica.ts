import pg from 'pg';
import type { Logger } from 'pino';
import { StatementWatch } from '../../telemetry/statement.watch.ts';
import { connectionOptions } from '../connection.options.ts';
import { MessageQueue, type Messages, type Opening, type Pool } from '../fast-path/message.queue.ts';
import { PlainMessages } from '../fast-path/plain.messages.ts';
import type { Statement } from '../fast-path/statement.ts';
import { DatabaseClient } from '../hosts/database.client.ts';
import { PipelinedClient } from '../pipelined.client.ts';
import {
  COMPARISON,
  guardOf,
  identityOf,
  NOT_REACHED,
  PATIENCE,
  type Found,
  type Identity,
  type Position,
} from './log.position.ts';

export interface ReplicaOptions {
  url: string;
  poolSize: number;
  fastPath: boolean;
  /** Milliseconds from which a statement is logged as slow. */
  slowStatement: number;
  primary: Messages;
  log: Logger;
}

/** `away`: it does not answer. `behind`: it lags by more than a read waits. `refused`: it is no replica of the primary. */
type State = 'away' | 'behind' | 'refused' | 'in use';

export interface ReplicaState {
  /** Host and port. */
  name: string;
  state: State;
  /** Whether reads go there now. */
  inUse: boolean;
  /** Bytes of the primary's log that it had not replayed at its last check. Undefined before the first. */
  lagBytes: number | undefined;
}

/** Milliseconds between two checks. */
const CHECKED_EVERY: Record<State, number> = { 'in use': 250, behind: 250, away: 1_000, refused: 1_000 };

/** Written out, so that a search for a log line finds it here. */
const LOGGED_AS: Record<State, string> = {
  'in use': 'replica in use',
  behind: 'replica behind',
  away: 'replica away',
  refused: 'replica refused',
};

/** Milliseconds between two log lines about a replica, at least. */
const QUIET = 5_000;

/** Milliseconds to open the connection of the check. */
const CONNECTS_WITHIN = 1_000;

/** PostgreSQL's codes of a lost connection, a shutdown, a refused login, and a lack of connections, memory or disk. */
const ABOUT_CONNECTION = /^(08|57P|28|53)/;

/** A streaming replica. It is in use while its checks succeed. */
export class Replica {
  readonly name: string;
  readonly #options: ReplicaOptions;
  /** Of its own, because a busy pool must not look like a lost replica. */
  readonly #checks: pg.Pool;
  readonly #open = new Set<(lost: Error) => void>();
  #pool: pg.Pool | undefined;
  #messages: Messages | undefined;
  #primary: Identity | undefined;
  #state: State = 'away';
  #timeline: string | undefined;
  #lagBytes: number | undefined;
  /** Whether a read had trouble since the last check. */
  #doubted = false;
  #logged: State | undefined;
  #quietUntil = 0;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: ReplicaOptions) {
    const { url } = options;
    this.name = new URL(url).host;
    this.#options = options;
    const limits = { connectionTimeoutMillis: CONNECTS_WITHIN, query_timeout: PATIENCE };
    this.#checks = new pg.Pool({
      connectionString: url,
      max: 1,
      idleTimeoutMillis: 0,
      keepAlive: true,
      Client: DatabaseClient,
      ...limits,
    });
    this.#checks.on('error', () => this.#doubt());
    void this.#watch();
  }

  get state(): ReplicaState {
    return { name: this.name, state: this.#state, inUse: this.isInUse, lagBytes: this.#lagBytes };
  }

  get isInUse(): boolean {
    return this.#state === 'in use' && !this.#doubted;
  }

  /**
   * Reads everything that was committed before the position. Reads of the same `caller` that wait at the same time share
   * a message.
   *
   * @throws Error if the replica has not reached the position, or is lost meanwhile; any error of the read
   */
  read(
    caller: object,
    position: Position,
    opening: Opening,
    statement: Statement,
    signal: AbortSignal | undefined,
  ): Promise<object[]> {
    const messages = this.#messages;
    if (!messages || position.timeline !== this.#timeline) {
      this.#doubt();
      return Promise.reject(new Error('the replica follows another timeline'));
    }
    return new Promise((resolve, reject) => {
      this.#open.add(reject);
      messages
        .read(caller, { ...opening, guard: guardOf(position) }, statement, signal)
        .then(resolve, (error: unknown) => {
          if (!signal?.aborted && isAboutReplica(error)) this.#doubt();
          reject(error);
        })
        .finally(() => this.#open.delete(reject));
    });
  }

  /** Takes it out of use. Waits for nothing, because an answer may never come. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    void this.#checks.end();
    void this.#pool?.end();
  }

  /** Takes it out of use until the next check. */
  #doubt(): void {
    this.#doubted = true;
  }

  async #watch(): Promise<void> {
    await this.#check();
    if (this.#closed) return;
    this.#timer = setTimeout(() => void this.#watch(), CHECKED_EVERY[this.#state]).unref();
  }

  async #check(): Promise<void> {
    this.#primary = await identityOf(this.#options.primary).catch(() => this.#primary); // a busy one stays the same
    if (!this.#primary) return;
    try {
      this.#messages ??= await this.#connect();
      const { rows } = await this.#checks.query<Found>(COMPARISON, [this.#primary.lsn]);
      const [found] = rows as [Found];
      const reason = refusalOf(found, this.#primary);
      this.#timeline = found.timeline;
      this.#lagBytes = found.lag;
      if (reason === undefined) this.#enter(found.lag > 0 ? 'behind' : 'in use', { lagBytes: found.lag });
      else this.#enter('refused', { reason });
    } catch (error) {
      this.#enter('away', { err: error });
    }
  }

  async #connect(): Promise<Messages> {
    const { url, poolSize, fastPath, slowStatement, log } = this.#options;
    const options = await connectionOptions(url, 'DATABASE_REPLICA_URLS');
    this.#pool = new pg.Pool({
      ...options,
      connectionString: url,
      max: poolSize,
      Client: PipelinedClient,
      pipeline: true,
    });
    this.#pool.on('error', () => this.#doubt());
    const pool = this.#pool as unknown as Pool;
    const watch = new StatementWatch(log, slowStatement);
    return fastPath ? new MessageQueue(pool, watch) : new PlainMessages(pool, watch);
  }

  #enter(state: State, details: object): void {
    if (this.#closed) return;
    this.#state = state;
    this.#doubted = false;
    const lost = new Error(`the replica is ${state}`);
    if (state === 'away') for (const reject of this.#open) reject(lost);
    if (state === this.#logged || performance.now() < this.#quietUntil) return;
    this.#logged = state;
    this.#quietUntil = performance.now() + QUIET;
    const level = state === 'in use' ? 'info' : 'warn';
    this.#options.log[level]({ replica: this.name, ...details }, LOGGED_AS[state]);
  }
}

function refusalOf({ isReplica, database, timeline }: Found, primary: Identity): string | undefined {
  if (!isReplica) return 'it is a primary: set it up as a streaming replica, or remove it from DATABASE_REPLICA_URLS';
  if (database !== primary.database) return 'it has another cluster or database than DATABASE_URL';
  if (timeline !== primary.timeline)
    return 'it follows another timeline: after a failover, it must follow the new primary';
  return undefined;
}

const isAboutReplica = (error: unknown): boolean =>
  !(error instanceof pg.DatabaseError) || error.code === NOT_REACHED || ABOUT_CONNECTION.test(error.code ?? '');
