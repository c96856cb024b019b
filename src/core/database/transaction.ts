import type { EntityManager } from '@mikro-orm/postgresql';
import type { RawBuilder } from 'kysely';
import { messagesBy, type Messages } from './fast-path/message.queue.ts';
import { statementOf, type Statement } from './fast-path/statement.ts';
import { CALLER_VARIABLE } from './tenancy.ts';

/**
 * Runs a hand-written read. Fails if the caller's session has ended. Reads of one EntityManager that begin together go
 * together, in one message.
 */
export async function readRows<Row>(em: EntityManager, read: RawBuilder<Row>): Promise<Row[]> {
  return (await messagesOf(em).read(em, openingOf(em, 'read'), statementOf(read))) as Row[];
}

/** Runs writes atomically in one message. Include the audit event, because this bypasses the unit of work. */
export async function writeAtOnce(em: EntityManager, statements: readonly Statement[]): Promise<void> {
  await messagesOf(em).write([openingOf(em, 'write'), ...statements]);
}

function messagesOf(em: EntityManager): Messages {
  const own = messagesBy.get(em.getDriver());
  if (!own) throw new Error('Open the database with openDatabase().');
  return own;
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
function openingOf(em: EntityManager, type: 'read' | 'write'): Statement {
  const { variables } = em.getSessionContext() ?? {};
  if (!variables) throw new Error(`No session context to ${type} with. Use forkFor() or asPlatform().`);
  const names = Object.keys(variables);
  const settings = names.map((name, index) => `set_config('${name}', $${index + 1}, true)`);
  if (type === 'read') settings.unshift(`set_config('transaction_read_only', 'on', true)`);
  const credential = names.indexOf(CALLER_VARIABLE);
  if (credential >= 0) settings.push(`require_caller($${credential + 1})`);
  return { text: `select ${settings.join(', ')}`, values: Object.values(variables) };
}
