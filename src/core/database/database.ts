import { Socket } from 'node:net';
import { MikroORM, type EventSubscriber, type EntityClass } from '@mikro-orm/postgresql';
import type pg from 'pg';
import type { Logger } from 'pino';
import { MessageQueue, messagesBy, type Pool } from './fast-path/message.queue.ts';
import { PlainMessages } from './fast-path/plain.messages.ts';
import { PipelinedClient } from './pipelined.client.ts';

interface DatabaseOptions {
  url: string;
  entities: EntityClass[];
  poolSize: number;
  /** Whether reads take the fast path. Default: true. */
  fastPath?: boolean;
  log: Logger;
  subscribers?: EventSubscriber[];
}

/** Milliseconds. Slower work fails with UNAVAILABLE, so that no connection stays busy forever. */
const LIMITS = {
  connectionTimeoutMillis: 3_000,
  statement_timeout: 10_000,
  lock_timeout: 5_000,
  idle_in_transaction_session_timeout: 15_000,
};

/** Milliseconds. Detects a frozen server. Must exceed the statement timeout and the pool's idle time. */
const MAX_SILENCE = 12_000;

export function impatientSocket(): Socket {
  const socket = new Socket();
  return socket.setTimeout(MAX_SILENCE, () => socket.destroy(new Error('connection timeout: PostgreSQL is silent')));
}

/** Ends the connection if a rollback fails: Kysely would never return it to the pool. */
class ReturningClient extends PipelinedClient {
  constructor(options?: string | pg.ClientConfig) {
    super(options);
    const send = this.query;
    this.query = (...statement: unknown[]) => {
      const answer = Reflect.apply(send, this, statement);
      return statement[0] === 'rollback' ? answer.catch(() => this.#lost()) : answer;
    };
  }

  #lost(): { rows: never[] } {
    void this.end();
    return { rows: [] };
  }
}

export async function openDatabase({
  url,
  entities,
  poolSize,
  fastPath = true,
  log,
  subscribers = [],
}: DatabaseOptions): Promise<MikroORM> {
  const orm = new MikroORM({
    clientUrl: url,
    entities,
    subscribers,
    // References are ids and are never joined: row-level security decides which rows are visible.
    autoJoinRefsForFilters: false,
    pool: { min: 0, max: poolSize },
    driverOptions: { ...LIMITS, Client: ReturningClient, pipeline: true, keepAlive: true, stream: impatientSocket },
    logger: (message) => log.warn({ source: 'database' }, message),
    colors: false,
  });
  // Connects to nothing yet.
  const pool: unknown = await orm.em.getConnection().getNativeClient();
  messagesBy.set(orm.em.getDriver(), fastPath ? new MessageQueue(pool as Pool) : new PlainMessages(pool as Pool));
  return orm;
}
