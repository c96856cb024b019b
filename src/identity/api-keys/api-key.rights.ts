import type { EntityManager } from '@mikro-orm/postgresql';
import { currentTime } from '../../core/database/database.clock.ts';
import { mayHaveKeys } from '../../core/graphql/permissions.ts';
import type { Caller } from '../../core/context/request.context.ts';
import { ApiKey, ApiKeyScope } from './api-key.entity.ts';
import { rolesOf, type User } from '../users/user.entity.ts';

type Rights = Pick<Caller, 'role' | 'roles' | 'managesClients'>;

const hasRole = ({ roles = [] }: Rights, ...some: readonly string[]): boolean =>
  roles.some((role) => some.includes(role));

/** Returns the scopes that a user can grant. A key never has more permissions than its creator. */
export function scopesOf(user: Rights): ApiKeyScope[] {
  const changes = { ADMIN: ApiKeyScope.REVIEW, PARTNER: ApiKeyScope.CLIENTS }[user.role];
  const mayChange =
    user.role === 'ADMIN' ? hasRole(user, 'REVIEW', 'ALL') : user.managesClients && hasRole(user, 'OWNER', 'MEMBER');
  return mayChange ? [ApiKeyScope.READ, changes] : [ApiKeyScope.READ];
}

/**
 * Returns whether the caller may revoke or rotate a key of the account. Without ALL, admins may only change their own
 * keys.
 */
export const mayChange = (caller: Caller, { createdBy }: Pick<ApiKey, 'createdBy'>): boolean =>
  caller.role === 'PARTNER' || createdBy === caller.userId || hasRole(caller, 'ALL');

/**
 * Revokes the API keys that exceed the user's new roles. PostgreSQL refuses them too: see require_caller. Runs in an
 * audited platform transaction that declares `api_key.revoked` for ApiKey.
 */
export async function endExcessKeys(em: EntityManager, user: User): Promise<void> {
  const roles = rolesOf(user);
  // Losing client management does not revoke a key: it works again once the partner manages clients again.
  const allowed = mayHaveKeys({ roles }) ? scopesOf({ role: user.role, roles, managesClients: true }) : [];
  await endKeys(em, user, ({ scopes }) => !scopes.every((scope) => allowed.includes(scope)));
}

/** Revokes the API keys that the user created, or those that `ends` selects. */
export async function endKeys(
  em: EntityManager,
  { id }: Pick<User, 'id'>,
  ends: (apiKey: ApiKey) => boolean = () => true,
): Promise<void> {
  for (const apiKey of await em.find(ApiKey, { createdBy: id, revokedAt: null })) {
    if (ends(apiKey)) apiKey.revokedAt = currentTime();
  }
}
