import pg from 'pg';
import type { Logger } from 'pino';
import { DatabaseClient } from './hosts/database.client.ts';
import { schemaProblem, schemaState } from './schema.state.ts';
import { PLATFORM_ROLE, TENANT_ROLE } from './tenancy.ts';

/** Milliseconds to connect, and to answer. */
const PATIENCE = 1_000;

/** Milliseconds that a result stays valid. */
const FRESH = 1_000;

const TAKE_ON_ROLES = [TENANT_ROLE, PLATFORM_ROLE]
  .map((role) => `select set_config('role', '${role}', true);`)
  .join(' ');

interface ReadinessOptions {
  url: string;
  /** Names of this version's migrations. */
  migrations: readonly string[];
  log: Logger;
}

/**
 * Whether this process can work on the database: it answers, has the migrations, and lets the process take on each role.
 * Uses a connection of its own, because a busy pool must not make all processes unready at the same time.
 */
export class Readiness {
  readonly #pool: pg.Pool;
  readonly #migrations: readonly string[];
  readonly #log: Logger;
  #checked: Promise<boolean> | undefined;
  #isReady = true;

  constructor({ url, migrations, log }: ReadinessOptions) {
    const connection = { connectionString: url, Client: DatabaseClient, keepAlive: true };
    const limits = { connectionTimeoutMillis: PATIENCE, query_timeout: PATIENCE };
    this.#pool = new pg.Pool({ ...connection, max: 1, idleTimeoutMillis: 0, ...limits });
    this.#pool.on('error', () => undefined); // the next check connects again, or reports why it cannot
    this.#migrations = migrations;
    this.#log = log;
  }

  /** Asks the database at most once a second, for at most two seconds. Logs changes, with their cause. */
  isReady(): Promise<boolean> {
    this.#checked ??= this.#check().finally(() => setTimeout(() => (this.#checked = undefined), FRESH).unref());
    return this.#checked;
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  async #check(): Promise<boolean> {
    const problem = await this.#problem();
    if (problem && this.#isReady) this.#log.error({ err: problem }, 'not ready');
    if (!problem && !this.#isReady) this.#log.warn('ready again');
    this.#isReady = !problem;
    return this.#isReady;
  }

  async #problem(): Promise<Error | undefined> {
    try {
      const missing = schemaProblem(await schemaState(this.#migrations, (query) => this.#rows(query)));
      return missing === undefined ? undefined : new Error(missing);
    } catch (error) {
      return error instanceof Error ? error : new Error('unknown problem', { cause: error });
    }
  }

  /** Runs the query after taking on each role, in one message. PostgreSQL makes it one transaction. */
  async #rows<Row extends pg.QueryResultRow>(query: string): Promise<Row[]> {
    const client = await this.#pool.connect();
    try {
      const results: unknown = await client.query(`${TAKE_ON_ROLES} ${query}`);
      client.release();
      return (results as pg.QueryResult<Row>[]).at(-1)?.rows ?? [];
    } catch (error) {
      client.release(true); // a late answer may still come
      // Without its code, by which schemaState would take a refused role for a missing migration.
      throw new Error('the database cannot be used', { cause: error });
    }
  }
}
