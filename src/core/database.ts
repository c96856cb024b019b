import { MikroORM, type EventSubscriber, type EntityClass } from '@mikro-orm/postgresql';
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

/** Connects as the login role of the application. Its connections are opened when they are needed. */
export function openDatabase({ url, entities, poolSize, log, subscribers = [] }: DatabaseOptions): Promise<MikroORM> {
  return MikroORM.init({
    clientUrl: url,
    entities,
    subscribers,
    // A reference is an id here and never loaded by a join; whose rows it leads to is the database's to say.
    autoJoinRefsForFilters: false,
    pool: { min: 0, max: poolSize },
    driverOptions: { ...LIMITS, Client: PipelinedClient, pipeline: true, keepAlive: true },
    logger: (message) => log.warn({ source: 'database' }, message),
    colors: false,
  });
}
