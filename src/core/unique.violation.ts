import { UniqueConstraintViolationException, type EntityManager } from '@mikro-orm/postgresql';
import pg from 'pg';
import type { DomainError } from './domain.error.ts';

/** Writes what has changed so far; where a unique index stands against it, it throws the refusal. The transaction is over then. */
export async function flushUnlessTaken(em: EntityManager, refusal: DomainError): Promise<void> {
  try {
    await em.flush();
  } catch (error) {
    throw error instanceof UniqueConstraintViolationException ? refusal : error;
  }
}

/** Whether this is what PostgreSQL says where a unique index stands against a hand-written statement. */
export const isTaken = (error: unknown, index: string): boolean =>
  error instanceof pg.DatabaseError && error.code === UNIQUE_VIOLATION && error.constraint === index;

const UNIQUE_VIOLATION = '23505';
