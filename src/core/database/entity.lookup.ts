import { LockMode, type EntityManager, type FilterQuery } from '@mikro-orm/postgresql';
import { validate as isUuid } from 'uuid';
import { notFound, staleVersion } from '../context/domain.error.ts';
import { tenantOfReader } from './tenancy.ts';

type EntityClass<Entity> = new (...args: never[]) => Entity;

/** Loads a row inside a transaction. Throws NOT_FOUND if it does not exist or the caller cannot see it. */
export async function loadById<Entity extends { id: string }>(
  em: EntityManager,
  entity: EntityClass<Entity>,
  id: string,
  lockMode: LockMode.PESSIMISTIC_WRITE | LockMode.NONE = LockMode.NONE,
): Promise<Entity> {
  const key = isUuid(id) ? await keyOf(em, entity, id, lockMode) : null;
  const found = key && (await em.findOne(entity, key, { lockMode }));
  if (!found) throw notFound(em.getMetadata(entity).className);
  return found;
}

/**
 * A lock of a distributed row needs its tenant, because only the tenant's server can lock it. The filter names the tenant
 * for all callers but the platform, which reads it first.
 */
async function keyOf<Entity extends { id: string }>(
  em: EntityManager,
  entity: EntityClass<Entity>,
  id: string,
  lockMode: LockMode,
): Promise<FilterQuery<Entity> | null> {
  const { primaryKeys } = em.getMetadata(entity);
  const isComplete = primaryKeys.length === 1 || lockMode === LockMode.NONE || tenantOfReader(em) !== undefined;
  const key = { id } as FilterQuery<Entity>;
  return isComplete ? key : em.findOne(entity, key, { fields: primaryKeys as never, disableIdentityMap: true });
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
