import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Secrets } from '../core/secrets.ts';
import { linkedId } from './mailed.link.ts';
import { User } from './user.entity.ts';
import { UserToken, type UserTokenPurpose } from './user-token.entity.ts';

const HOUR = 60 * 60 * 1000;
const GOOD_FOR: Record<UserTokenPurpose, number> = { INVITATION: 7 * 24 * HOUR, PASSWORD_RESET: HOUR };

/** The id of a new token; the one before of the same purpose is good no more. 7 days for an invitation, an hour for a reset. */
export async function renewToken(em: EntityManager, userId: string, purpose: UserTokenPurpose): Promise<string> {
  const id = uuid();
  const now = new Date();
  const expiresAt = new Date(now.getTime() + GOOD_FOR[purpose]);
  // In place, so that of two at once the later one takes the place of the other.
  await sql`insert into user_token (id, user_id, purpose, expires_at, created_at)
    values (${id}, ${userId}, ${purpose}, ${expiresAt}, ${now}) on conflict (user_id, purpose)
    do update set id = excluded.id, expires_at = excluded.expires_at, created_at = excluded.created_at`.execute(
    em.getKysely(),
  );
  return id;
}

/** Whose link it is; undefined where it is wrong, used, replaced or expired. */
export async function findTokenOwner(
  em: EntityManager,
  secrets: Secrets,
  presented: string,
  purpose: UserTokenPurpose,
): Promise<User | undefined> {
  const id = linkedId(secrets, purpose, presented);
  if (id === undefined) return undefined;
  const token = await em.findOne(UserToken, { id, purpose, expiresAt: { $gt: new Date() } });
  return token ? em.findOneOrFail(User, { id: token.userId }) : undefined;
}

/** Uses a link up, whose owner was found; of two at once one gets true. */
export async function consumeToken(em: EntityManager, presented: string): Promise<boolean> {
  return (await em.nativeDelete(UserToken, { id: idOf(presented) })) === 1;
}

/** Ends all links that were mailed to a user. */
export async function forgetTokens(em: EntityManager, userId: string, purpose?: UserTokenPurpose): Promise<void> {
  await em.nativeDelete(UserToken, { userId, ...(purpose ? { purpose } : {}) });
}

/** Forgets links that nobody has used in time. */
export const forgetExpiredTokens = (em: EntityManager) =>
  em.execute('delete from user_token where expires_at <= now()');

const idOf = (presented: string): string => presented.split('.')[0] ?? '';
