import pg from 'pg';
import { DatabaseClient } from './hosts/database.client.ts';
import { PLATFORM_ROLE, TENANT_ROLE } from './tenancy.ts';

const TAKE_ON_ROLES = [TENANT_ROLE, PLATFORM_ROLE]
  .map((role) => `select set_config('role', '${role}', true);`)
  .join(' ');

/** A connection for questions about the process and the database, which a busy pool must not delay. */
export class OwnConnection {
  readonly #pool: pg.Pool;
  readonly #opening: string;

  /** @param patience milliseconds to connect, and to answer */
  constructor(url: string, patience: number) {
    const connection = { connectionString: url, Client: DatabaseClient, keepAlive: true };
    const limits = { connectionTimeoutMillis: patience, query_timeout: patience };
    this.#pool = new pg.Pool({ ...connection, max: 1, idleTimeoutMillis: 0, ...limits });
    this.#pool.on('error', () => undefined); // the next question connects again, or reports why it cannot
    this.#opening = `${TAKE_ON_ROLES} select set_config('statement_timeout', '${patience}', true);`;
  }

  /**
   * Runs the query as the platform, after taking on each role, in one message. PostgreSQL makes it one transaction.
   * @throws Error with the problem as its cause
   */
  async rows<Row extends pg.QueryResultRow>(query: string): Promise<Row[]> {
    const client = await this.#pool.connect();
    try {
      const results: unknown = await client.query(`${this.#opening} ${query}`);
      client.release();
      return (results as pg.QueryResult<Row>[]).at(-1)?.rows ?? [];
    } catch (error) {
      client.release(true); // a late answer may still come
      // Without its code, by which schemaState would take a refused role for a missing migration.
      throw new Error('the database cannot be used', { cause: error });
    }
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }
}
