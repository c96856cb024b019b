import { UniqueConstraintViolationException, type EntityManager } from '@mikro-orm/postgresql';
import type { DomainError } from './domain.error.ts';

/** Writes what has changed so far; where a unique index stands against it, it throws the refusal. The transaction is over then. */
export async function flushUnlessTaken(em: EntityManager, refusal: DomainError): Promise<void> {
  try {
    await em.flush();
  } catch (error) {
    throw error instanceof UniqueConstraintViolationException ? refusal : error;
  }
}
