import { UniqueConstraintViolationException, type EntityManager } from '@mikro-orm/postgresql';
import pg from 'pg';
import type { DomainError } from '../context/domain.error.ts';

/** Flushes, and throws `refusal` if a unique index rejects a row. The transaction is then aborted. */
export async function flushUnlessTaken(em: EntityManager, refusal: DomainError): Promise<void> {
  try {
    await em.flush();
  } catch (error) {
    throw error instanceof UniqueConstraintViolationException ? refusal : error;
  }
}

export const isTaken = (error: unknown, ...indexes: string[]): boolean =>
  error instanceof pg.DatabaseError && error.code === UNIQUE_VIOLATION && indexes.some((index) => names(error, index));

/** Citus passes on no name, but the message of the server with the row, which numbers its index: `…_unique_102089`. */
const names = ({ constraint, message }: pg.DatabaseError, index: string): boolean =>
  constraint === undefined ? new RegExp(`\\b${index}_\\d+\\b`).test(message) : constraint === index;

const UNIQUE_VIOLATION = '23505';
