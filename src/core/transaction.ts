import type { EntityManager } from '@mikro-orm/postgresql';
import type { RawBuilder } from 'kysely';
import pg from 'pg';
import { prepared, readBehind } from './pipelined.client.ts';
import { CALLER_VARIABLE } from './tenancy.ts';

/**
 * Runs one hand-written read in a transaction of the EntityManager's role, in one message. Where the caller's session has ended,
 * the read is refused.
 */
export async function readRows<Row>(em: EntityManager, read: RawBuilder<Row>): Promise<Row[]> {
  const { variables } = em.getSessionContext() ?? {};
  if (!variables) throw new Error('A read needs somebody to read for.');
  const { sql, parameters } = read.compile(em.getKysely());
  const pool = await em.getConnection('read').getNativeClient();
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const { rows } = await readBehind<Row & object>(client, openingOf(variables), prepared(sql, parameters));
    return rows;
  } catch (error) {
    // What PostgreSQL itself has refused leaves the connection as it was.
    if (error instanceof Error && !(error instanceof pg.DatabaseError)) broken = error;
    throw error;
  } finally {
    client.release(broken);
  }
}

/**
 * Changes in one transaction of the EntityManager's role, refused where the caller's session has ended. The check is sent
 * first and read last, so that nobody waits for it.
 */
export function inTransaction<Result>(
  em: EntityManager,
  work: (em: EntityManager) => Promise<Result>,
): Promise<Result> {
  return em.transactional(async (transaction) => {
    const checked = requireCaller(transaction);
    try {
      return await work(transaction);
    } finally {
      await checked;
    }
  });
}

/** Sent, not awaited: PostgreSQL refuses what follows in the transaction where it fails. */
function requireCaller(em: EntityManager): Promise<unknown> {
  const credential = em.getSessionContext()?.variables?.[CALLER_VARIABLE];
  if (!credential) return Promise.resolve();
  const checked = em.execute('select require_caller(?)', [credential]);
  checked.catch(() => undefined);
  return checked;
}

const openings = new Map<string, { name: string; text: string }>();

/** What a read is sent behind: whose it is, that it is no more than a read, and that the caller may still call. */
function openingOf(variables: Record<string, unknown>): pg.QueryConfig {
  const names = Object.keys(variables);
  const key = names.join();
  let opening = openings.get(key);
  if (!opening) {
    const settings = names.map((name, index) => `set_config('${name}', $${index + 1}, true)`);
    const credential = names.indexOf(CALLER_VARIABLE);
    if (credential >= 0) settings.push(`require_caller($${credential + 1})`);
    const text = `select set_config('transaction_read_only', 'on', true), ${settings.join(', ')}`;
    opening = { name: `opening${openings.size}`, text };
    openings.set(key, opening);
  }
  return { ...opening, values: Object.values(variables) };
}
