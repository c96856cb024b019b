import pg from 'pg';
import { afterAll, inject } from 'vitest';
import type { Messages, Pool } from '../../src/core/database/fast-path/message.queue.ts';
import { PipelinedClient } from '../../src/core/database/pipelined.client.ts';
import { databaseUrl, SUPERUSER } from '../../src/dev/postgres/embedded.database.ts';

/** Returns a function that opens pools for message queues. They end after the last test of the file. */
export function usePools() {
  const pools: pg.Pool[] = [];
  afterAll(() => Promise.all(pools.map((pool) => pool.end())));

  return function open(max: number, settings: pg.PoolConfig = {}): Pool & pg.Pool {
    const connectionString = databaseUrl(inject('databasePort'), SUPERUSER, 'postgres');
    const options = { connectionString, max, Client: PipelinedClient, pipeline: true, connectionTimeoutMillis: 3_000 };
    const pool = new pg.Pool({ ...options, ...settings });
    pool.on('error', () => undefined).on('connect', (client) => client.on('error', () => undefined));
    pools.push(pool);
    return pool as Pool & pg.Pool;
  };
}

/** A setting that ends with its message. */
export const OPENING = { text: `select set_config('test.caller', $1, true)`, values: ['somebody'] };

export const read = (messages: Messages, text: string, values: unknown[] = [], caller: object = {}) =>
  messages.read(caller, OPENING, { text, values });

export const pidOf = (messages: Messages) => read(messages, 'select pg_backend_pid() as pid');

export const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

/** Reads ask for a connection in the next tick. */
export const inNextTick = <Result>(work: () => Promise<Result>) =>
  new Promise<Result>((resolve) => process.nextTick(() => resolve(work())));
