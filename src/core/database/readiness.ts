import type { Logger } from 'pino';
import { OwnConnection } from './own.connection.ts';
import { schemaProblem, schemaState } from './schema.state.ts';

/** Milliseconds to connect, and to answer. */
const PATIENCE = 1_000;

/** Milliseconds that a result stays valid. */
const FRESH = 1_000;

const PAUSE = 'select reason, began_at as since from outbound_pause where ended_at is null order by began_at limit 1';

interface Pause {
  reason: string;
  since: Date;
}

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
  #pause: Pause | undefined;

  constructor({ url, migrations, log }: ReadinessOptions) {
    this.#connection = new OwnConnection(url, PATIENCE);
    this.#migrations = migrations;
    this.#log = log;
  }

  /** Asks the database at most once a second, for at most three seconds. Logs changes, with their cause. */
  isReady(): Promise<boolean> {
    this.#checked ??= this.#check().finally(() => setTimeout(() => (this.#checked = undefined), FRESH).unref());
    return this.#checked;
  }

  /** Whether outbound work was paused at the last check. */
  get isPaused(): boolean {
    return this.#pause !== undefined;
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
      if (missing !== undefined) return new Error(missing);
      this.#notePause((await this.#connection.rows<Pause>(PAUSE)).at(0));
      return undefined;
    } catch (error) {
      return error instanceof Error ? error : new Error('unknown problem', { cause: error });
    }
  }

  #notePause(pause: Pause | undefined): void {
    if (pause && !this.#pause) this.#log.warn(pause, 'outbound work is paused');
    if (!pause && this.#pause) this.#log.warn('outbound work is resumed');
    this.#pause = pause;
  }
}
