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
  error instanceof pg.DatabaseError && error.code === UNIQUE_VIOLATION && indexes.includes(error.constraint ?? '');

const UNIQUE_VIOLATION = '23505';
