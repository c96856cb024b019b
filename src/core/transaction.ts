import type { EntityManager } from '@mikro-orm/postgresql';
import type { RawBuilder } from 'kysely';
import { prepared } from './pipelined.client.ts';
import { CALLER_VARIABLE } from './tenancy.ts';

/**
 * Runs one hand-written read in a transaction of the EntityManager's role. All its statements leave in one message: where
 * one fails (the caller's session has ended, say), PostgreSQL refuses those behind it, and `commit` ends what is broken.
 */
export async function readRows<Row>(em: EntityManager, read: RawBuilder<Row>): Promise<Row[]> {
  const { variables } = em.getSessionContext() ?? {};
  if (!variables) throw new Error('A read needs somebody to read for.');
  const { sql, parameters } = read.compile(em.getKysely());
  const pool = await em.getConnection('read').getNativeClient();
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    void client.query('begin read only');
    const opened = client.query(prepared(openingOf(variables), Object.values(variables)));
    const answered = client.query<Row & object>(prepared(sql, parameters));
    const ended = client.query('commit');
    const [opening, answer, end] = await Promise.allSettled([opened, answered, ended]);
    if (end.status === 'rejected') broken = end.reason;
    // The first that failed says why; the others only that they came after it.
    if (opening.status === 'rejected') throw opening.reason;
    if (answer.status === 'rejected') throw answer.reason;
    if (broken) throw broken;
    return answer.value.rows;
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

const openings = new Map<string, string>();

function openingOf(variables: Record<string, unknown>): string {
  const names = Object.keys(variables);
  const key = names.join();
  let opening = openings.get(key);
  if (!opening) {
    const settings = names.map((name, index) => `set_config('${name}', $${index + 1}, true)`);
    const credential = names.indexOf(CALLER_VARIABLE);
    if (credential >= 0) settings.push(`require_caller($${credential + 1})`);
    opening = `select ${settings.join(', ')}`;
    openings.set(key, opening);
  }
  return opening;
}
