import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import pg from 'pg';
import { conflict, unauthenticated } from './domain.error.ts';
import type { RequestContext } from './request.context.ts';
import { readRows, writeAtOnce } from './transaction.ts';

export interface IdempotencyScope {
  /** Whom the key belongs to: a user, an API key, or for the public a network address. */
  caller: string;
  operation: string;
  key: string | null | undefined;
  input: object;
}

/** Whom the keys of a signed-in caller belong to: the user, whatever the session, or the API key. */
export function keyOwnerOf({ caller }: Pick<RequestContext, 'caller'>): string {
  if (!caller) throw unauthenticated();
  return caller.credential.startsWith('key:') ? caller.credential : caller.userId;
}

/**
 * Does `work` once for a key of a caller and an operation: the same again within 24 hours gets the answer that was stored in
 * the work's own transaction, and another input CONFLICT. Of several at once one works and the others wait for its answer.
 * Must run first in its transaction. Stored are hashes of key and input, never themselves. The worker forgets old keys.
 */
export async function once<Answer extends object>(
  em: EntityManager,
  { caller, operation, key, input }: IdempotencyScope,
  work: () => Promise<Answer>,
): Promise<Answer> {
  if (key == null) return work();
  const database = em.getKysely();
  const keyHash = hashOf([caller, operation, key]);
  const inputHash = hashOf(input);

  const { rows: claimed } = await sql`insert into idempotency_key (key_hash, input_hash, created_at)
    values (${keyHash}, ${inputHash}, now()) on conflict (key_hash) do update set input_hash = excluded.input_hash,
    answer = null, created_at = excluded.created_at where idempotency_key.created_at < now() - interval '24 hours'
    returning key_hash`.execute(database);
  if (claimed.length > 0) {
    const answer = await work();
    await sql`update idempotency_key set answer = ${JSON.stringify(answer)} where key_hash = ${keyHash}`.execute(
      database,
    );
    return answer;
  }
  const { rows: known } = await sql<{ input_hash: string; answer: Answer }>`
    select input_hash, answer from idempotency_key where key_hash = ${keyHash}`.execute(database);
  const [first] = known;
  if (!first || first.input_hash !== inputHash) {
    throw conflict('IDEMPOTENCY_KEY', 'This idempotency key was used for another input. Use a new one.');
  }
  return first.answer;
}

/**
 * The same for what is known beforehand, answer and all: it is written in one message, with the key. Throws what PostgreSQL says
 * where one of the writes is refused; then nothing was written.
 */
export async function writeOnce<Answer extends object>(
  em: EntityManager,
  { caller, operation, key, input }: IdempotencyScope,
  answer: Answer,
  writes: readonly RawBuilder<unknown>[],
): Promise<Answer> {
  if (key == null) {
    await writeAtOnce(em, writes);
    return answer;
  }
  const keyHash = hashOf([caller, operation, key]);
  const inputHash = hashOf(input);
  // Where the key is taken there is no row, and the division ends the transaction before anything is written.
  const claim = sql`with claimed as (
      insert into idempotency_key (key_hash, input_hash, answer, created_at)
      values (${keyHash}, ${inputHash}, ${JSON.stringify(answer)}, now())
      on conflict (key_hash) do update set input_hash = excluded.input_hash, answer = excluded.answer,
        created_at = excluded.created_at where idempotency_key.created_at < now() - interval '24 hours'
      returning 1
    ) select 1 / count(*) from claimed`;
  try {
    await writeAtOnce(em, [claim, ...writes]);
    return answer;
  } catch (error) {
    if (!(error instanceof pg.DatabaseError && error.code === DIVISION_BY_ZERO)) throw error;
  }
  const [known] = await readRows(
    em,
    sql<{
      input_hash: string;
      answer: Answer;
    }>`select input_hash, answer from idempotency_key where key_hash = ${keyHash}`,
  );
  if (known?.input_hash !== inputHash) {
    throw conflict('IDEMPOTENCY_KEY', 'This idempotency key was used for another input. Use a new one.');
  }
  return known.answer;
}

const DIVISION_BY_ZERO = '22012';

/** Forgets what is older than 24 hours. */
export const forgetOldKeys = (em: EntityManager) =>
  sql`delete from idempotency_key where created_at < now() - interval '24 hours'`.execute(em.getKysely());

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('base64url');
