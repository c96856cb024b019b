import type { EntityManager } from '@mikro-orm/postgresql';
import { currentTime } from '../../core/database/database.clock.ts';
import type { Secrets } from '../../core/secrets/secrets.ts';
import { linkedId } from '../../core/secrets/mailed.link.ts';
import { User } from '../users/user.entity.ts';
import { UserToken, type UserTokenPurpose } from './user-token.entity.ts';

const HOUR = 60 * 60 * 1000;
const GOOD_FOR: Record<UserTokenPurpose, number> = { INVITATION: 7 * 24 * HOUR, PASSWORD_RESET: HOUR, SIGN_IN: HOUR };

/**
 * Creates a token and returns its id. Valid for 7 days (invitation) or 1 hour (reset, sign-in). Earlier ones stay
 * valid.
 */
export async function createToken(em: EntityManager, userId: string, purpose: UserTokenPurpose): Promise<string> {
  const createdAt = currentTime();
  const expiresAt = new Date(createdAt.getTime() + GOOD_FOR[purpose]);
  const token = em.create(UserToken, { userId, purpose, expiresAt, createdAt });
  await em.flush();
  return token.id;
}

/** Returns the owner of a link, or undefined if the link is wrong, used, replaced or expired. */
export async function findTokenOwner(
  em: EntityManager,
  secrets: Secrets,
  presented: string,
  purpose: UserTokenPurpose,
): Promise<User | undefined> {
  const id = linkedId(secrets, purpose, presented);
  if (id === undefined) return undefined;
  const token = await em.findOne(UserToken, { id, purpose, expiresAt: { $gt: currentTime() } });
  return token ? em.findOneOrFail(User, { id: token.userId }) : undefined;
}

/** Uses up a link and ends the owner's others of the same purpose. Of two concurrent uses, one returns true. */
export async function consumeToken(
  em: EntityManager,
  presented: string,
  purpose: UserTokenPurpose,
  userId: string,
): Promise<boolean> {
  const used = await em.nativeDelete(UserToken, { id: idOf(presented), purpose, userId });
  if (used === 1) await forgetTokens(em, userId, purpose);
  return used === 1;
}

/** Ends all mailed links of a user. */
export async function forgetTokens(em: EntityManager, userId: string, purpose?: UserTokenPurpose): Promise<void> {
  await em.nativeDelete(UserToken, { userId, ...(purpose ? { purpose } : {}) });
}

/** Deletes links that were not used in time. Links count for a day, so they are kept as long. */
export const forgetExpiredTokens = (em: EntityManager) =>
  em.execute(`delete from user_token where expires_at <= now() and created_at <= now() - interval '1 day'`);

const idOf = (presented: string): string => presented.split('.')[0] ?? '';
