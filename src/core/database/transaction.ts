import type { EntityManager } from '@mikro-orm/postgresql';
import type { RawBuilder } from 'kysely';
import pg from 'pg';
import { executeAtOnce, type Statement } from './message.batch.ts';
import { CALLER_VARIABLE } from './tenancy.ts';

/** Runs a hand-written read in one message. Fails if the caller's session has ended. */
export function readRows<Row>(em: EntityManager, read: RawBuilder<Row>): Promise<Row[]> {
  const { sql: text, parameters: values } = read.compile(em.getKysely());
  return atOnce<Row>(em, 'read', [{ text, values }]);
}

/** Runs writes atomically in one message. Include the audit event, because this bypasses the unit of work. */
export async function writeAtOnce(em: EntityManager, statements: readonly Statement[]): Promise<void> {
  await atOnce(em, 'write', statements);
}

async function atOnce<Row>(
  em: EntityManager,
  type: 'read' | 'write',
  statements: readonly Statement[],
): Promise<Row[]> {
  const { variables } = em.getSessionContext() ?? {};
  if (!variables) throw new Error(`No session context to ${type} with. Use forkFor() or asPlatform().`);
  const pool = await em.getConnection(type).getNativeClient();
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    return await executeAtOnce<Row>(client, [openingOf(type, variables), ...statements]);
  } catch (error) {
    if (error instanceof Error && !(error instanceof pg.DatabaseError)) broken = error;
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Fails if the caller's session has ended. The check runs in parallel with the work. */
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

/** Not awaited: if the check fails, PostgreSQL rejects the rest of the transaction. */
function requireCaller(em: EntityManager): Promise<unknown> {
  const credential = em.getSessionContext()?.variables?.[CALLER_VARIABLE];
  if (!credential) return Promise.resolve();
  const checked = em.execute('select require_caller(?)', [credential]);
  checked.catch(() => undefined);
  return checked;
}

/** Sets the session's variables and checks its caller. Few texts, because `variables` has few shapes. */
function openingOf(type: 'read' | 'write', variables: Record<string, unknown>): Statement {
  const names = Object.keys(variables);
  const settings = names.map((name, index) => `set_config('${name}', $${index + 1}, true)`);
  if (type === 'read') settings.unshift(`set_config('transaction_read_only', 'on', true)`);
  const credential = names.indexOf(CALLER_VARIABLE);
  if (credential >= 0) settings.push(`require_caller($${credential + 1})`);
  return { text: `select ${settings.join(', ')}`, values: Object.values(variables) };
}
