import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import pg from 'pg';
import { conflict, unauthenticated } from '../context/domain.error.ts';
import type { Statement } from '../database/message.batch.ts';
import { countedAs } from '../limits/rate.identity.ts';
import type { RequestContext } from '../context/request.context.ts';
import { readRows, writeAtOnce } from '../database/transaction.ts';

export interface IdempotencyScope {
  /** Whom the key belongs to: a user, an API key, or for the public a network address. */
  caller: string;
  operation: string;
  key: string | null | undefined;
  /** Tidied, validated, and with the defaults that the operation takes for what is left out. */
  input: object;
}

/** Whom the keys of a signed-in caller belong to: the user, whatever the session, or the API key. */
export function keyOwnerOf({ caller }: Pick<RequestContext, 'caller'>): string {
  if (!caller) throw unauthenticated();
  return countedAs(caller);
}

/**
 * Writes once for a key of a caller and an operation: the same again within 24 hours gets the answer that was stored with the
 * writes, and another input CONFLICT. Inputs are the same if the operation does the same with them, however they are written.
 * Of several at once one writes and the others wait for its answer. All of it is one message. Stored are hashes of key and
 * input, never themselves. The worker forgets old keys.
 * Throws what PostgreSQL says where one of the writes is refused; then nothing was written.
 */
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
  const claim = { text: CLAIM, values: [keyHashOf(scope), hashOf(canonical(input)), JSON.stringify(answer)] };
  try {
    await writeAtOnce(em, [claim, ...writes]);
    return answer;
  } catch (error) {
    if (!(error instanceof pg.DatabaseError && error.code === DIVISION_BY_ZERO)) throw error;
  }
  const known = await readAnswer<Answer>(em, scope);
  if (!known) throw usedForAnother();
  return known;
}

/** The answer that was stored for a key; undefined if the key is new or there is none. CONFLICT if it was used for another input. */
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
  // Keys of the version before, which are forgotten a day after the upgrade, have the hash of the input as it was sent.
  if (known && ![hashOf(canonical(input)), hashOf(input)].includes(known.input_hash)) throw usedForAnother();
  return known?.answer;
}

const keyHashOf = ({ caller, operation, key }: IdempotencyScope): string => hashOf([caller, operation, key]);

const usedForAnother = () =>
  conflict('IDEMPOTENCY_KEY', 'This idempotency key was used for another input. Use a new one.');

// Where the key is taken there is no row, and the division ends the transaction before anything is written.
const CLAIM = `with claimed as (
    insert into idempotency_key (key_hash, input_hash, answer, created_at) values ($1, $2, $3, now())
    on conflict (key_hash) do update set input_hash = excluded.input_hash, answer = excluded.answer,
      created_at = excluded.created_at where idempotency_key.created_at < now() - interval '24 hours'
    returning 1
  ) select 1 / count(*) from claimed`;

const DIVISION_BY_ZERO = '22012';

/** Forgets what is older than 24 hours. */
export const forgetOldKeys = (em: EntityManager) =>
  sql`delete from idempotency_key where created_at < now() - interval '24 hours'`.execute(em.getKysely());

/** One form of all inputs that mean the same (after RFC 8785): sorted properties, and none that are left out or null. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const given = Object.entries(value).filter(([, inner]) => inner != null);
  return Object.fromEntries(
    given.sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, inner]) => [name, canonical(inner)]),
  );
}

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('base64url');
