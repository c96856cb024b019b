import { Socket } from 'node:net';
import { MikroORM, type EventSubscriber, type EntityClass } from '@mikro-orm/postgresql';
import type pg from 'pg';
import type { Logger } from 'pino';
import { PipelinedClient } from './pipelined.client.ts';

interface DatabaseOptions {
  url: string;
  entities: EntityClass[];
  poolSize: number;
  log: Logger;
  subscribers?: EventSubscriber[];
}

/** Milliseconds. What takes longer fails, with UNAVAILABLE, instead of keeping its connection: nothing waits for ever. */
const LIMITS = {
  connectionTimeoutMillis: 3_000,
  statement_timeout: 10_000,
  lock_timeout: 5_000,
  idle_in_transaction_session_timeout: 15_000,
};

/**
 * Milliseconds. The limits of statements are kept by PostgreSQL itself, and are none while it is frozen or the network swallows
 * everything. So this is longer than they are, and than a pool keeps an idle connection: only a lost one is silent for so long.
 */
const MAX_SILENCE = 12_000;

/** For pg's `stream`: a socket that ends after too long a silence, so that the statements on it fail. */
export function impatientSocket(): Socket {
  const socket = new Socket();
  return socket.setTimeout(MAX_SILENCE, () => socket.destroy(new Error('connection timeout: PostgreSQL is silent')));
}

/**
 * Kysely gives a connection back to the pool once it is rolled back, and only then. A lost one cannot say so, and has no need
 * to: PostgreSQL rolls back what nobody is left to commit. Without this it would take a place in the pool for good.
 */
class ReturningClient extends PipelinedClient {
  constructor(options?: string | pg.ClientConfig) {
    super(options);
    const send = this.query;
    this.query = (...statement: unknown[]) => {
      const answer = Reflect.apply(send, this, statement);
      return statement[0] === 'rollback' ? answer.catch(() => this.#lost()) : answer;
    };
  }

  /** The pool throws away what has ended. */
  #lost(): { rows: never[] } {
    void this.end();
    return { rows: [] };
  }
}

/** Connects as the login role of the application. Its connections are opened when they are needed. */
export function openDatabase({ url, entities, poolSize, log, subscribers = [] }: DatabaseOptions): Promise<MikroORM> {
  return MikroORM.init({
    clientUrl: url,
    entities,
    subscribers,
    // A reference is an id here and never loaded by a join; whose rows it leads to is the database's to say.
    autoJoinRefsForFilters: false,
    pool: { min: 0, max: poolSize },
    driverOptions: { ...LIMITS, Client: ReturningClient, pipeline: true, keepAlive: true, stream: impatientSocket },
    logger: (message) => log.warn({ source: 'database' }, message),
    colors: false,
  });
}
