import type { EntityManager } from '@mikro-orm/postgresql';
import pg from 'pg';
import { PgBoss, type ConstructorOptions } from 'pg-boss';
import type { Logger } from 'pino';
import { impatientSocket } from '../database/database.ts';
import type { Statement } from '../database/message.batch.ts';
import { execute } from '../database/row.insert.ts';

export const JOB_SCHEMA = 'pgboss';

/** All that a job holds: the id of the row that says what there is to do. */
interface JobData {
  id: string;
}

export interface JobQueueOptions {
  /** Connects as the application's login role. */
  url: string;
  log: Logger;
  /** Whether this process works on jobs too: only such a one looks after what killed workers left behind. */
  works: boolean;
}

export interface WorkOptions {
  /** How many jobs are taken at once, 2 or more; while as many are found, the next are taken without a pause. */
  batchSize: number;
  /** How many batches are in hand at once. */
  concurrency: number;
  /** How long an idle worker waits before it looks again: 0.5 or more. */
  pollingSeconds: number;
}

/** Does what the rows say; answers the ids that have to be tried again. What it throws fails the whole batch. */
export type JobHandler = (ids: string[]) => Promise<ReadonlySet<string>>;

/** Milliseconds: no statement of the queue's own waits for ever. */
const LIMITS = { connectionTimeoutMillis: 3_000, statement_timeout: 10_000 };

/**
 * Often, so that a killed worker does not keep its jobs for long; see the queues for when they count as lost. Rebuilding
 * indexes needs the owner, and the tables are too small for it: jobs that are done go within the hour.
 */
const SUPERVISION = {
  superviseIntervalSeconds: 5,
  monitorIntervalSeconds: 5,
  maintenanceIntervalSeconds: 900,
  flowIntervalSeconds: 3600,
  reindex: false,
  monitorVacuum: false,
};

/** pg-boss over connections of ours, which have limits. */
export const databaseOf = (connection: pg.Pool | pg.Client): NonNullable<ConstructorOptions['db']> => ({
  executeSql: (text, values) => connection.query(text, values),
});

/** Sends jobs within the transactions that cause them, and works on them. Its tables are made by prepareJobQueue. */
export class JobQueue {
  readonly #boss: PgBoss;
  readonly #pool: pg.Pool;
  readonly #log: Logger;
  #stopping: Promise<void> | undefined;

  private constructor({ url, log, works }: JobQueueOptions) {
    this.#log = log;
    this.#pool = new pg.Pool({
      connectionString: url,
      max: works ? 4 : 1,
      keepAlive: true,
      stream: impatientSocket,
      ...LIMITS,
    });
    this.#boss = new PgBoss({
      db: databaseOf(this.#pool),
      schema: JOB_SCHEMA,
      migrate: false,
      schedule: false,
      supervise: works,
      registerInstance: false,
      ...SUPERVISION,
    });
    this.#pool.on('error', ({ message }) => {
      // A pool that ends does not wait for its last connections, so that PostgreSQL may be the first to close them.
      if (!this.#pool.ending) log.warn({ reason: message }, 'the job queue lost a connection');
    });
    this.#boss.on('error', (error) => log.error({ err: error }, 'the job queue failed'));
    this.#boss.on('warning', ({ message, data }) => log.warn({ data }, message));
  }

  /** @throws Error where the database cannot be reached or prepareJobQueue has not been run. */
  static async open(options: JobQueueOptions): Promise<JobQueue> {
    const queue = new JobQueue(options);
    try {
      await queue.#boss.start();
      return queue;
    } catch (error) {
      await queue.stop();
      throw error;
    }
  }

  /** One job for each id, in one statement. It is there when the EntityManager's transaction commits, and only then. */
  async send(em: EntityManager, queue: string, ids: readonly string[]): Promise<void> {
    if (!em.isInTransaction()) throw new Error('A job is sent in the transaction that causes it.');
    await execute(em, await this.sending(queue, ids));
  }

  /** The statement that sends one job for each id, the same for any number of them. */
  async sending(queue: string, ids: readonly string[]): Promise<Statement> {
    const jobs = ids.map((id): { data: JobData } => ({ data: { id } }));
    const statements: Statement[] = [];
    const executeSql = async (text: string, values: unknown[] = []) => {
      statements.push({ text, values });
      return { rows: [] };
    };
    await this.#boss.insert(queue, jobs, { db: { executeSql } });
    const [statement] = statements;
    if (!statement) throw new Error(`Jobs of ${queue} cannot be sent.`);
    return statement;
  }

  /** Begins to work on a queue's jobs. A job comes again where the handler says so, and where its worker was killed. */
  async work(queue: string, options: WorkOptions, handler: JobHandler): Promise<void> {
    const { batchSize, concurrency, pollingSeconds } = options;
    await this.#boss.work<JobData>(
      queue,
      {
        batchSize,
        burstWhenBatchFull: true,
        localConcurrency: concurrency,
        pollingIntervalSeconds: pollingSeconds,
        perJobResults: true,
      },
      async (jobs) => {
        const again = await this.#logged(queue, handler, [...new Set(jobs.map(({ data }) => data.id))]);
        return jobs.map(({ id, data }) => ({ id, status: again.has(data.id) ? 'failed' : 'completed' }));
      },
    );
  }

  async #logged(queue: string, handler: JobHandler, ids: string[]): Promise<ReadonlySet<string>> {
    try {
      return await handler(ids);
    } catch (error) {
      this.#log.error({ err: error, queue, ids }, 'a batch of jobs failed and will be tried again');
      throw error;
    }
  }

  /**
   * Takes no more jobs, waits for those in hand, and closes its connections. What is still in hand after `milliseconds`
   * (1,000 or more) is given back to the queue. May be called again.
   */
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
