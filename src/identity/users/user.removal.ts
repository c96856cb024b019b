import type { EntityManager } from '@mikro-orm/postgresql';
import { endKeys } from '../api-keys/api-key.rights.ts';
import { forgetFactor } from '../second-factors/second-factor.service.ts';
import { endSessions } from '../sessions/session.service.ts';
import { forgetTokens } from '../invitations/user.token.ts';
import type { User } from './user.entity.ts';

/** Under which actions removeUser is written down. */
export const REMOVAL = { User: 'user.removed', ApiKey: 'api_key.revoked' } as const;

/**
 * In an audited transaction of the platform: ends at once, and for good, all that a user can come in with, also the API keys
 * whose secrets the user has seen. The address is free again.
 */
export async function removeUser(em: EntityManager, user: User): Promise<void> {
  user.isActive = false;
  await endSessions(em, [user.id]);
  await forgetTokens(em, user.id);
  await forgetFactor(em, user);
  await endKeys(em, user);
}
