import type { EntityManager } from '@mikro-orm/postgresql';
import type { Caller } from '../core/request.context.ts';
import { ApiKey, ApiKeyScope } from './api-key.entity.ts';
import type { User } from './user.entity.ts';

type Rights = Pick<Caller, 'role' | 'roles' | 'managesClients'>;

const hasRole = ({ roles = [] }: Rights, ...some: readonly string[]): boolean =>
  roles.some((role) => some.includes(role));

/** The scopes that a user may give to keys: a key may do nothing that its maker may not. */
export function scopesOf(user: Rights): ApiKeyScope[] {
  const changes = { ADMIN: ApiKeyScope.REVIEW, PARTNER: ApiKeyScope.CLIENTS }[user.role];
  const mayChange =
    user.role === 'ADMIN' ? hasRole(user, 'REVIEW', 'ALL') : user.managesClients && hasRole(user, 'OWNER', 'MEMBER');
  return mayChange ? [ApiKeyScope.READ, changes] : [ApiKeyScope.READ];
}

/** Whether a user may end or replace a key of the account: an admin's keys are the admin's own matter, and that of ALL. */
export const mayChange = (caller: Caller, { createdBy }: Pick<ApiKey, 'createdBy'>): boolean =>
  caller.role === 'PARTNER' || createdBy === caller.userId || hasRole(caller, 'ALL');

/**
 * In an audited transaction that announces `api_key.revoked`, after the change of a user's roles: ends the keys of this user that
 * could do more than the user. PostgreSQL refuses them as well: see require_caller.
 */
export async function endExcessKeys(em: EntityManager, user: User): Promise<void> {
  const roles = user.adminRoles ?? (user.partnerRole ? [user.partnerRole] : []);
  // Whether the partner manages clients does not end a key: it rests for as long as the partner does not.
  const allowed = scopesOf({ role: user.role, roles, managesClients: true });
  for (const apiKey of await em.find(ApiKey, { createdBy: user.id, revokedAt: null })) {
    if (!apiKey.scopes.every((scope) => allowed.includes(scope))) apiKey.revokedAt = new Date();
  }
}
