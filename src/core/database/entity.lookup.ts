import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { validate as isUuid } from 'uuid';
import { notFound, staleVersion } from '../context/domain.error.ts';

type EntityClass<Entity> = new (...args: never[]) => Entity;

/** Loads a row inside a transaction. Throws NOT_FOUND if it does not exist or the caller cannot see it. */
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

/** Loads and locks a row. Throws CONFLICT (STALE_VERSION) if its version is not `expectedVersion`. */
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

/** Throws CONFLICT (STALE_VERSION) if a locked row has another version. */
export function requireVersion({ version }: { version: number }, expected: number | null | undefined): void {
  if (expected != null && expected !== version) throw staleVersion(version);
}
