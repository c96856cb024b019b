import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { validate as isUuid } from 'uuid';
import { notFound, staleVersion } from '../context/domain.error.ts';

type EntityClass<Entity> = new (...args: never[]) => Entity;

/** Loads a row to work with in a transaction; what this caller may not see is NOT_FOUND like what does not exist. */
export async function loadById<Entity extends { id: string }>(
  em: EntityManager,
  entity: EntityClass<Entity>,
  id: string,
  lockMode: LockMode.PESSIMISTIC_WRITE | LockMode.NONE = LockMode.NONE,
): Promise<Entity> {
  const found = isUuid(id) ? await em.findOne(entity, { id }, { lockMode }) : null;
  if (!found) throw notFound(em.getMetadata(entity).className);
  return found;
}

/** Loads a row to change it: locked, and still at the version that the caller has seen (else CONFLICT, STALE_VERSION). */
export async function lockForChange<Entity extends { id: string; version: number }>(
  em: EntityManager,
  entity: EntityClass<Entity>,
  id: string,
  expectedVersion: number | null | undefined,
): Promise<Entity> {
  const found = await loadById(em, entity, id, LockMode.PESSIMISTIC_WRITE);
  requireVersion(found, expectedVersion);
  return found;
}

/** CONFLICT, STALE_VERSION, if a locked row is at another version than the caller has seen. */
export function requireVersion({ version }: { version: number }, expected: number | null | undefined): void {
  if (expected != null && expected !== version) throw staleVersion(version);
}
