import { setTimeout } from 'node:timers/promises';
import type { Logger } from 'pino';
import { requireDirect } from '../core/database/connection.options.ts';
import { DatabaseClient } from '../core/database/hosts/database.client.ts';

/** Milliseconds until the next attempt to connect: twice as long after each failure. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;

/** Milliseconds between questions that find a dead connection. */
const ASKED_EVERY = 15_000;

interface ListenerOptions {
  url: string;
  log: Logger;
  heard: (kind: string) => void;
  /** It listens now. Changes before may have been missed. */
  missed: () => void;
}

/** The one connection of a process that listens to changes. Connects again, forever. */
export class ChangeListener {
  readonly #options: ListenerOptions;
  readonly #stopped = new AbortController();
  #running: Promise<void> | undefined;

  constructor(options: ListenerOptions) {
    this.#options = options;
  }

  /** Connects with the first call, because a process without open pages needs no connection. */
  start(): void {
    this.#running ??= this.#run();
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { log } = this.#options;
    let pause = FIRST_PAUSE;
    while (!this.#stopped.signal.aborted) {
      try {
        await this.#listen();
        pause = FIRST_PAUSE;
      } catch (error) {
        log.warn({ err: error, seconds: pause / 1000 }, 'changes are not heard, connecting again');
      }
      await setTimeout(pause, undefined, { signal: this.#stopped.signal }).catch(() => undefined);
      pause = Math.min(2 * pause, LONGEST_PAUSE);
    }
  }

  /** Settles when the connection ends. */
  async #listen(): Promise<void> {
    const { url, heard, missed } = this.#options;
    const { signal } = this.#stopped;
    const client = new DatabaseClient({
      connectionString: url,
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
      keepAlive: true,
    });
    const ended = new Promise<void>((resolve) => client.once('end', resolve));
    client.on('notification', ({ payload }) => heard(payload ?? ''));
    const end = () => void client.end();
    try {
      await client.connect();
      // A pooler would take the connection away, and nothing would be heard.
      await requireDirect(client, 'DATABASE_LISTEN_URL');
      await client.query('listen live');
      missed();
      signal.addEventListener('abort', end);
      if (signal.aborted) end();
      const asking = setInterval(() => void client.query('select 1').catch(end), ASKED_EVERY);
      await ended.finally(() => clearInterval(asking));
    } finally {
      signal.removeEventListener('abort', end);
      await client.end().catch(() => undefined);
    }
  }
}
