import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import pg from 'pg';
import { conflict, unauthenticated } from '../context/domain.error.ts';
import type { Statement } from '../database/fast-path/statement.ts';
import { countedAs } from '../limits/rate.identity.ts';
import type { RequestContext } from '../context/request.context.ts';
import { readRows, writeAtOnce } from '../database/transaction.ts';

export interface IdempotencyScope {
  /** A user ID, an API key, or a network address for public calls. */
  caller: string;
  operation: string;
  key: string | null | undefined;
  /** Tidied, validated, and with defaults applied. */
  input: object;
}

/** The owner of a caller's keys: the user across sessions, or the API key. */
export function keyOwnerOf({ caller }: Pick<RequestContext, 'caller'>): string {
  if (!caller) throw unauthenticated();
  return countedAs(caller);
}

/** Writes once per key. For 24 hours, the same input returns the stored result; another input fails with CONFLICT. */
export async function writeOnce<Answer extends object>(
  em: EntityManager,
  scope: IdempotencyScope,
  answer: Answer,
  writes: readonly Statement[],
): Promise<Answer> {
  const { key, input } = scope;
  if (key == null) {
    await writeAtOnce(em, writes);
    return answer;
  }
  const claim = {
    text: 'select claim_idempotency_key($1, $2, $3)',
    values: [keyHashOf(scope), hashOf(canonical(input)), JSON.stringify(answer)],
  };
  try {
    await writeAtOnce(em, [claim, ...writes]);
    return answer;
  } catch (error) {
    if (!(error instanceof pg.DatabaseError && error.code === KEY_TAKEN)) throw error;
  }
  const known = await readAnswer<Answer>(em, scope);
  if (!known) throw usedForAnother();
  return known;
}

/**
 * Writes nothing but a record of PostgreSQL's log, so that its commit waits for the standby. The stored answer may be of
 * a transaction whose own wait was interrupted.
 */
export const CONFIRM = { text: `select pg_logical_emit_message(true, 'reachgenie', '')`, values: [] };

/** Returns the stored answer once the standby has it, or undefined without a key or for a new one. Fails with CONFLICT for another input. */
export async function readAnswer<Answer extends object>(
  em: EntityManager,
  scope: IdempotencyScope,
): Promise<Answer | undefined> {
  const { key, input } = scope;
  if (key == null) return undefined;
  const [known] = await readRows(
    em,
    sql<{ input_hash: string; answer: Answer }>`select input_hash, answer from idempotency_key
      where key_hash = ${keyHashOf(scope)} and created_at >= now() - interval '24 hours'`,
  );
  // Keys of the previous version hash the input as it was sent. They expire a day after the upgrade.
  if (known && ![hashOf(canonical(input)), hashOf(input)].includes(known.input_hash)) throw usedForAnother();
  if (known) await writeAtOnce(em, [CONFIRM]);
  return known?.answer;
}

export const keyHashOf = ({ caller, operation, key }: IdempotencyScope): string => hashOf([caller, operation, key]);

export const inputHashOf = ({ input }: IdempotencyScope): string => hashOf(canonical(input));

export const usedForAnother = () =>
  conflict('IDEMPOTENCY_KEY', 'This idempotency key was already used with another input. Use a new key.');

/** Raised by claim_idempotency_key, so that nothing of the transaction is written: see the first migration. */
const KEY_TAKEN = 'RG409';

export const forgetOldKeys = (em: EntityManager) =>
  sql`delete from idempotency_key where created_at < now() - interval '24 hours'`.execute(em.getKysely());

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const given = Object.entries(value).filter(([, inner]) => inner != null);
  return Object.fromEntries(
    given.sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, inner]) => [name, canonical(inner)]),
  );
}

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('base64url');
