import type { EntityManager } from '@mikro-orm/postgresql';
import { mayHaveKeys } from '../core/permissions.ts';
import { ApiKey } from './api-key.entity.ts';
import { rolesOf, type User } from './user.entity.ts';

/**
 * Ends the API keys that may do more than their maker in the maker's new roles. Runs in an audited transaction of the platform,
 * which announces `api_key.revoked` for ApiKey.
 */
export async function endExcessKeys(em: EntityManager, user: User): Promise<void> {
  if (!mayHaveKeys({ roles: rolesOf(user) })) await endKeys(em, user);
}

/** Ends all API keys that the user made. */
export async function endKeys(em: EntityManager, { id }: Pick<User, 'id'>): Promise<void> {
  for (const apiKey of await em.find(ApiKey, { createdBy: id, revokedAt: null })) apiKey.revokedAt = new Date();
}
