import type { EntityManager } from '@mikro-orm/postgresql';
import type { RawBuilder } from 'kysely';
import pg from 'pg';
import { executeAtOnce, type Statement } from './message.batch.ts';
import { CALLER_VARIABLE } from './tenancy.ts';

/**
 * Runs one hand-written read in a transaction of the EntityManager's role, in one message. Where the caller's session has ended,
 * the read is refused.
 */
export function readRows<Row>(em: EntityManager, read: RawBuilder<Row>): Promise<Row[]> {
  const { sql: text, parameters: values } = read.compile(em.getKysely());
  return atOnce<Row>(em, 'read', [{ text, values }]);
}

/**
 * Writes what is known beforehand, all of it or nothing, in a transaction of the EntityManager's role and in one message. It goes
 * by the unit of work: what of it is audited needs its event among the statements, or PostgreSQL refuses the whole.
 */
export async function writeAtOnce(em: EntityManager, statements: readonly Statement[]): Promise<void> {
  await atOnce(em, 'write', statements);
}

async function atOnce<Row>(
  em: EntityManager,
  type: 'read' | 'write',
  statements: readonly Statement[],
): Promise<Row[]> {
  const { variables } = em.getSessionContext() ?? {};
  if (!variables) throw new Error(`It needs somebody to ${type} for.`);
  const pool = await em.getConnection(type).getNativeClient();
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    return await executeAtOnce<Row>(client, [openingOf(type, variables), ...statements]);
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

const openings = new Map<string, string>();

/** What goes first: whose the transaction is, whether the caller may still call, and that a read is no more than that. */
function openingOf(type: 'read' | 'write', variables: Record<string, unknown>): Statement {
  const names = Object.keys(variables);
  const key = `${type} ${names.join()}`;
  let text = openings.get(key);
  if (!text) {
    const settings = names.map((name, index) => `set_config('${name}', $${index + 1}, true)`);
    if (type === 'read') settings.unshift(`set_config('transaction_read_only', 'on', true)`);
    const credential = names.indexOf(CALLER_VARIABLE);
    if (credential >= 0) settings.push(`require_caller($${credential + 1})`);
    text = `select ${settings.join(', ')}`;
    openings.set(key, text);
  }
  return { text, values: Object.values(variables) };
}
