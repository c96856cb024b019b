import type { EntityManager } from '@mikro-orm/postgresql';
import pg from 'pg';
import { PgBoss, type ConstructorOptions } from 'pg-boss';
import type { Logger } from 'pino';
import { connectionOptions } from '../database/connection.options.ts';
import type { Statement } from '../database/fast-path/statement.ts';
import { DatabaseClient } from '../database/hosts/database.client.ts';
import { execute } from '../database/row.insert.ts';
import { jobBatchDuration, jobsDone } from '../telemetry/metrics.ts';
import { activeSpan, traceToCarry } from '../telemetry/spans.ts';
import { currentWork } from '../telemetry/work.ts';

export const JOB_SCHEMA = 'pgboss';

/**
 * The version of pg-boss's schema. An update of pg-boss that raises it is additive for the version of the product
 * before, or comes with a migration that adds itself to `required_migration`.
 */
export const JOB_SCHEMA_VERSION = 46;

/** Nobody works on it. Jobs of other queues end here after their last attempt: see src/jobs. */
export const DEAD_LETTER_QUEUE = 'dead-letter';

/** A job holds only the ID of the row to work on. */
interface JobData {
  id: string;
}

export interface JobQueueOptions {
  url: string;
  log: Logger;
  /** Whether this process runs jobs and recovers those of killed workers. */
  works: boolean;
  /** Whether jobs continue the traces of their senders. */
  traced?: boolean;
}

export interface WorkOptions {
  /** Jobs taken together, 2 or more. A full batch is followed by the next without a pause. */
  batchSize: number;
  concurrency: number;
  /** Seconds between polls of an idle worker, 0.5 or more. */
  pollingSeconds: number;
}

/** Returns the IDs to retry. After an exception, it runs again for each job alone, so that one cannot fail the others. */
export type JobHandler = (ids: string[]) => Promise<ReadonlySet<string>>;

/** Frequent, so that a killed worker's jobs soon run again. Small tables do not need a REINDEX. */
const SUPERVISION = {
  superviseIntervalSeconds: 5,
  monitorIntervalSeconds: 5,
  maintenanceIntervalSeconds: 900,
  flowIntervalSeconds: 3600,
  reindex: false,
  monitorVacuum: false,
};

/**
 * Stores what pg-boss's own statement stores, but reads no options of single jobs. pg-boss documents direct inserts with
 * the options of the queue. Fails without a queue, because a job must expire.
 */
const SEND = `
  insert into ${JOB_SCHEMA}.job_common (name, data, policy, dead_letter, expire_seconds, deletion_seconds, keep_until,
    retry_limit, retry_delay, retry_backoff, retry_delay_max, heartbeat_seconds, trace_context)
  select $1, jsonb_build_object('id', job.id), policy, dead_letter, expire_seconds, deletion_seconds,
    now() + retention_seconds * interval '1s', retry_limit, retry_delay, retry_backoff, retry_delay_max, heartbeat_seconds,
    $3::jsonb
  from unnest($2::text[]) as job (id) left join ${JOB_SCHEMA}.queue on name = $1`;

/** The statement that sends one job per ID. */
export const sendingJobs = (queue: string, ids: readonly string[]): Statement => ({
  text: SEND,
  values: [queue, ids, traceToCarry()],
});

/** A job without an ID is a fault of ours, which its handler reports. */
const idOf = (data: Partial<JobData> | null): string => data?.id ?? '';

/** Some jobs are about an address, which the log must not hold. */
const told = (id: string): string => (id.includes('@') ? '…' : id);

export const databaseOf = (connection: pg.Pool | pg.Client): NonNullable<ConstructorOptions['db']> => ({
  executeSql: (text, values) => connection.query(text, values),
});

const VERSION_QUERY = `SELECT version from ${JOB_SCHEMA}.version`;

/** pg-boss refuses a schema newer than its own. The product decides that by its migrations: schema.state.ts. */
function pastNewerVersions(pool: pg.Pool): NonNullable<ConstructorOptions['db']> {
  const db = databaseOf(pool);
  return {
    executeSql: async (text, values) => {
      const answer = await db.executeSql(text, values);
      if (text !== VERSION_QUERY) return answer;
      return { rows: answer.rows.map(({ version }) => ({ version: Math.min(version, JOB_SCHEMA_VERSION) })) };
    },
  };
}

/** Sends jobs inside the transactions that cause them, and runs them. Needs prepareJobQueue. */
export class JobQueue {
  readonly #boss: PgBoss;
  readonly #pool: pg.Pool;
  readonly #log: Logger;
  #stopping: Promise<void> | undefined;

  private constructor({ url, log, works, traced = false }: JobQueueOptions, connection: pg.ClientConfig) {
    this.#log = log;
    this.#pool = new pg.Pool({ connectionString: url, Client: DatabaseClient, max: works ? 4 : 1, ...connection });
    this.#boss = new PgBoss({
      db: pastNewerVersions(this.#pool),
      schema: JOB_SCHEMA,
      migrate: false,
      schedule: false,
      supervise: works,
      registerInstance: false,
      openTelemetry: { enabled: traced, propagateContext: true },
      ...SUPERVISION,
    });
    this.#pool.on('error', ({ message }) => {
      // An ending pool does not wait for its last connections, so PostgreSQL may close them first.
      if (!this.#pool.ending) log.warn({ reason: message }, 'job queue connection lost');
    });
    this.#boss.on('error', (error) => log.error({ err: error }, 'job queue failed'));
    this.#boss.on('warning', ({ message, data }) => log.warn({ data }, message));
  }

  /** @throws Error if the database is unreachable or prepareJobQueue has not run */
  static async open(options: JobQueueOptions): Promise<JobQueue> {
    const queue = new JobQueue(options, await connectionOptions(options.url));
    try {
      await queue.#boss.start();
      return queue;
    } catch (error) {
      await queue.stop();
      throw error;
    }
  }

  /** Its connections. */
  get pool(): pg.Pool {
    return this.#pool;
  }

  /** Sends one job per ID. The jobs exist once the EntityManager's transaction commits. */
  async send(em: EntityManager, queue: string, ids: readonly string[]): Promise<void> {
    if (!em.isInTransaction()) throw new Error('Jobs must be sent inside the transaction that causes them.');
    await execute(em, this.sending(queue, ids));
  }

  /** The statement of `send`, for a message of several. */
  sending(queue: string, ids: readonly string[]): Statement {
    return sendingJobs(queue, ids);
  }

  /** Runs a queue's jobs. A job runs again if the handler says so or its worker was killed. */
  async work(queue: string, options: WorkOptions, handler: JobHandler): Promise<void> {
    const { batchSize, concurrency, pollingSeconds } = options;
    const duration = jobBatchDuration.labels(queue);
    const [done, retried] = ['done', 'again'].map((outcome) => jobsDone.labels(queue, outcome));
    await this.#boss.work<JobData | null>(
      queue,
      {
        batchSize,
        burstWhenBatchFull: true,
        localConcurrency: concurrency,
        pollingIntervalSeconds: pollingSeconds,
        perJobResults: true,
      },
      async (jobs) => {
        const endTimer = duration.startTimer();
        const ids = [...new Set(jobs.map(({ data }) => idOf(data)))];
        const work = { operation: `job ${queue}`, span: activeSpan() };
        const again = await currentWork.run(work, () => this.#together(queue, handler, ids));
        endTimer();
        done?.inc(ids.length - again.size);
        retried?.inc(again.size);
        return jobs.map(({ id, data }) => ({ id, status: again.has(idOf(data)) ? 'failed' : 'completed' }));
      },
    );
  }

  /** Runs a queue's jobs one by one. A job runs again after an exception, or if its worker was killed. */
  async workEach(queue: string, options: WorkOptions, handler: (id: string) => Promise<void>): Promise<void> {
    const one: JobHandler = async ([id = '']) => {
      await handler(id);
      return new Set();
    };
    await this.work(queue, options, (ids) => this.#alone(queue, one, ids));
  }

  async #together(queue: string, handler: JobHandler, ids: string[]): Promise<ReadonlySet<string>> {
    try {
      return await handler(ids);
    } catch (error) {
      this.#log.error({ err: error, queue, ids: ids.map(told) }, 'job failed, retrying');
      return ids.length === 1 ? new Set(ids) : this.#alone(queue, handler, ids);
    }
  }

  async #alone(queue: string, handler: JobHandler, ids: string[]): Promise<ReadonlySet<string>> {
    const again = await Promise.all(ids.map((id) => this.#together(queue, handler, [id])));
    return new Set(again.flatMap((each) => [...each]));
  }

  /** Stops taking jobs and waits for running ones. After `milliseconds` (1,000 or more) they return to the queue. */
  stop(milliseconds = 10_000): Promise<void> {
    this.#stopping ??= this.#close(milliseconds);
    return this.#stopping;
  }

  async #close(timeout: number): Promise<void> {
    try {
      await this.#boss.stop({ timeout });
    } finally {
      await this.#pool.end();
    }
  }
}
