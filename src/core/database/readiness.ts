import type { Logger } from 'pino';
import { OwnConnection } from './own.connection.ts';
import { schemaProblem, schemaState } from './schema.state.ts';

/** Milliseconds to connect, and to answer. */
const PATIENCE = 1_000;

/** Milliseconds that a result stays valid. */
const FRESH = 1_000;

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
  readonly #connection: OwnConnection;
  readonly #migrations: readonly string[];
  readonly #log: Logger;
  #checked: Promise<boolean> | undefined;
  #isReady = true;

  constructor({ url, migrations, log }: ReadinessOptions) {
    this.#connection = new OwnConnection(url, PATIENCE);
    this.#migrations = migrations;
    this.#log = log;
  }

  /** Asks the database at most once a second, for at most two seconds. Logs changes, with their cause. */
  isReady(): Promise<boolean> {
    this.#checked ??= this.#check().finally(() => setTimeout(() => (this.#checked = undefined), FRESH).unref());
    return this.#checked;
  }

  async close(): Promise<void> {
    await this.#connection.close();
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
      const missing = schemaProblem(await schemaState(this.#migrations, (query) => this.#connection.rows(query)));
      return missing === undefined ? undefined : new Error(missing);
    } catch (error) {
      return error instanceof Error ? error : new Error('unknown problem', { cause: error });
    }
  }
}
