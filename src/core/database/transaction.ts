import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { messagesBy, replicasBy, type Messages, type Opening } from './fast-path/message.queue.ts';
import { statementOf, type Statement } from './fast-path/statement.ts';
import { CALLER_VARIABLE, signalOf } from './tenancy.ts';
import type { Reader } from './reader.ts';

/**
 * Runs a hand-written read. Fails if the caller's session has ended. Reads of one reader that begin together go together, in
 * one message.
 */
export async function readRows<Row>(reader: Reader, read: RawBuilder<Row> | Statement): Promise<Row[]> {
  return (await readsOf(reader).read(
    reader,
    openingOf(reader, 'read'),
    'text' in read ? read : statementOf(read),
    signalOf(reader),
  )) as Row[];
}

/** Runs writes atomically in one message. Include the audit event, because this bypasses the unit of work. */
export async function writeAtOnce(em: EntityManager, statements: readonly Statement[]): Promise<void> {
  await messagesOf(em).write([openingOf(em, 'write'), ...statements], signalOf(em));
}

/** Returns the credentials of callers whose session has ended, in one statement for any number of them. */
export async function endedCallers(reader: Reader, credentials: readonly string[]): Promise<Set<string>> {
  const rows = await readRows(
    reader,
    sql<{ credential: string }>`select ended_callers(${credentials}::text[]) as credential`,
  );
  return new Set(rows.map(({ credential }) => credential));
}

function readsOf(reader: Reader): Pick<Messages, 'read'> {
  return (reader.mayUseReplica && replicasBy.get(reader.getDriver())) || messagesOf(reader);
}

function messagesOf(reader: Reader): Messages {
  const own = messagesBy.get(reader.getDriver());
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

/** One for each shape of a session's variables. The same string is found faster than an equal one. */
const openings = new Map<string, string>();

/** Sets the session's variables and checks its caller. */
function openingOf(reader: Reader, type: 'read' | 'write'): Opening {
  const { variables } = reader.getSessionContext() ?? {};
  if (!variables) throw new Error(`No session context to ${type} with. Use forkFor() or asPlatform().`);
  const names = Object.keys(variables);
  const shape = `${type} ${names.join()}`;
  let text = openings.get(shape);
  if (text === undefined) openings.set(shape, (text = openingText(type, names)));
  return { text, values: Object.values(variables), work: reader.work };
}

function openingText(type: 'read' | 'write', names: readonly string[]): string {
  const settings = names.map((name, index) => `set_config('${name}', $${index + 1}, true)`);
  if (type === 'read') settings.unshift(`set_config('transaction_read_only', 'on', true)`);
  const credential = names.indexOf(CALLER_VARIABLE);
  if (credential >= 0) settings.push(`require_caller($${credential + 1})`);
  return `select ${settings.join(', ')}`;
}
