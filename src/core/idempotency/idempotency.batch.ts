import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { CONFIRM, inputHashOf, keyHashOf, usedForAnother, type IdempotencyScope } from './idempotency.ts';
import type { DomainError } from '../context/domain.error.ts';
import { execute } from '../database/row.insert.ts';

/** What is kept of an earlier call: its answer, or CONFLICT if it had another input. */
export type Kept<Answer> = { answer: Answer } | { error: DomainError };

/** Reads the answers of several keys by one statement, in the caller's transaction. Undefined for a new key. */
export async function readKept<Answer extends object>(
  em: EntityManager,
  scopes: readonly IdempotencyScope[],
): Promise<(Kept<Answer> | undefined)[]> {
  const hashes = scopes.map(keyHashOf);
  const { rows } = await sql<{ key_hash: string; input_hash: string; answer: Answer }>`
    select key_hash, input_hash, answer from idempotency_key
    where key_hash = any(${hashes}) and created_at >= now() - interval '24 hours'`.execute(em.getKysely());
  // The commit then waits for the standby, as the one that stored the answers.
  if (rows.length > 0) await execute(em, CONFIRM);
  const known = new Map(rows.map((row) => [row.key_hash, row]));
  return scopes.map((scope, index) => {
    const row = known.get(hashes[index] ?? '');
    if (!row) return undefined;
    return row.input_hash === inputHashOf(scope) ? { answer: row.answer } : { error: usedForAnother() };
  });
}

/** Keeps the answers of new keys by one statement, in the transaction of what they answer. */
export async function keep(
  em: EntityManager,
  answers: readonly { scope: IdempotencyScope; answer: object }[],
): Promise<void> {
  const rows = answers.map(({ scope, answer }) => ({ key: keyHashOf(scope), input: inputHashOf(scope), answer }));
  await sql`insert into idempotency_key (key_hash, input_hash, answer, created_at)
    select key, input, answer, now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as kept (key text, input text, answer jsonb)
    on conflict (key_hash) do update set input_hash = excluded.input_hash, answer = excluded.answer,
      created_at = excluded.created_at where idempotency_key.created_at < now() - interval '24 hours'`.execute(
    em.getKysely(),
  );
}
