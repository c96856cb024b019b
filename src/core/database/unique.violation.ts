import { UniqueConstraintViolationException, type EntityManager } from '@mikro-orm/postgresql';
import pg from 'pg';
import type { DomainError } from '../context/domain.error.ts';

/** Writes what has changed so far; where a unique index stands against it, it throws the refusal. The transaction is over then. */
export async function flushUnlessTaken(em: EntityManager, refusal: DomainError): Promise<void> {
  try {
    await em.flush();
  } catch (error) {
    throw error instanceof UniqueConstraintViolationException ? refusal : error;
  }
}

/** Whether this is what PostgreSQL says if one of these unique indexes refuses a hand-written statement. */
export const isTaken = (error: unknown, ...indexes: string[]): boolean =>
  error instanceof pg.DatabaseError && error.code === UNIQUE_VIOLATION && indexes.includes(error.constraint ?? '');

const UNIQUE_VIOLATION = '23505';
