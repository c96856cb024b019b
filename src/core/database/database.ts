import { MikroORM, type EventSubscriber, type EntityClass } from '@mikro-orm/postgresql';
import type pg from 'pg';
import type { Logger } from 'pino';
import { connectionOptions } from './connection.options.ts';
import { StatementWatch } from '../telemetry/statement.watch.ts';
import { MessageQueue, messagesBy, type Pool } from './fast-path/message.queue.ts';
import { PlainMessages } from './fast-path/plain.messages.ts';
import { firstHostUrl } from './hosts/host.urls.ts';
import { PipelinedClient } from './pipelined.client.ts';

interface DatabaseOptions {
  url: string;
  entities: EntityClass[];
  poolSize: number;
  /** Whether reads take the fast path. Default: true. */
  fastPath?: boolean;
  /** Milliseconds from which a statement is logged as slow. Default: none is. */
  slowStatement?: number;
  log: Logger;
  subscribers?: EventSubscriber[];
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

/** @throws Error if the database is unreachable, or behind a pooler that does not fit */
export async function openDatabase({
  url,
  entities,
  poolSize,
  fastPath = true,
  slowStatement = Number.POSITIVE_INFINITY,
  log,
  subscribers = [],
}: DatabaseOptions): Promise<MikroORM> {
  const options = await connectionOptions(url);
  const watch = new StatementWatch(log, slowStatement);
  const onPoolCreated = (created: pg.Pool) => created.on('connect', (client) => void Object.assign(client, { watch }));
  const orm = new MikroORM({
    clientUrl: firstHostUrl(url),
    entities,
    subscribers,
    // References are ids and are never joined: row-level security decides which rows are visible.
    autoJoinRefsForFilters: false,
    pool: { min: 0, max: poolSize },
    // MikroORM reads neither TLS nor several hosts from its URL.
    driverOptions: { connectionString: url, ...options, Client: ReturningClient, pipeline: true, onPoolCreated },
    logger: (message) => log.warn({ source: 'database' }, message),
    colors: false,
  });
  const pool = await poolOf(orm);
  const Messages = fastPath ? MessageQueue : PlainMessages;
  messagesBy.set(orm.em.getDriver(), new Messages(pool as unknown as Pool, watch));
  return orm;
}

/** The connections for requests. */
export async function poolOf(orm: MikroORM): Promise<pg.Pool> {
  const pool: unknown = await orm.em.getConnection().getNativeClient();
  return pool as pg.Pool;
}
