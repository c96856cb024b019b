import type { EntityManager } from '@mikro-orm/postgresql';
import { endKeys } from '../api-keys/api-key.rights.ts';
import { forgetFactor } from '../second-factors/second-factor.service.ts';
import { endSessions } from '../sessions/session.service.ts';
import { forgetTokens } from '../invitations/user.token.ts';
import type { User } from './user.entity.ts';

/** The audit actions of removeUser. */
export const REMOVAL = { User: 'user.removed', ApiKey: 'api_key.revoked' } as const;

/**
 * Deactivates a user permanently, in an audited transaction of the platform. Ends sessions, links and the second
 * factor, and frees the address. Revokes the user's API keys too, because the user has seen their secrets.
 */
export async function removeUser(em: EntityManager, user: User): Promise<void> {
  user.isActive = false;
  await endSessions(em, [user.id]);
  await forgetTokens(em, user.id);
  await forgetFactor(em, user);
  await endKeys(em, user);
}
