import { createHmac, timingSafeEqual } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuid, validate as isUuid } from 'uuid';
import { User } from './user.entity.ts';
import { UserToken, UserTokenPurpose } from './user-token.entity.ts';

const HOUR = 60 * 60 * 1000;
const GOOD_FOR: Record<UserTokenPurpose, number> = { INVITATION: 7 * 24 * HOUR, PASSWORD_RESET: HOUR };

/** What a mailed link carries: the token's id and a proof that we made it, which nobody can make from the database alone. */
export const linkSecret = (key: Buffer, tokenId: string): string =>
  `${tokenId}.${createHmac('sha256', key).update(tokenId).digest('base64url')}`;

/** A new token; the one before of the same purpose is good no more. 7 days for an invitation, an hour for a reset. */
export async function renewToken(em: EntityManager, userId: string, purpose: UserTokenPurpose): Promise<UserToken> {
  await em.nativeDelete(UserToken, { userId, purpose });
  const token = em.create(UserToken, { id: uuid(), userId, purpose, expiresAt: new Date(Date.now() + GOOD_FOR[purpose]) });
  await em.persist(token).flush();
  return token;
}

/** Whose link it is; undefined where it is wrong, used, replaced or expired. */
export async function findTokenOwner(
  em: EntityManager,
  key: Buffer,
  presented: string,
  purpose: UserTokenPurpose,
): Promise<User | undefined> {
  const id = idOf(presented);
  if (!isUuid(id) || !isSame(linkSecret(key, id), presented)) return undefined;
  const token = await em.findOne(UserToken, { id, purpose, expiresAt: { $gt: new Date() } });
  return token ? em.findOneOrFail(User, { id: token.userId }) : undefined;
}

/** Uses a link up, whose owner was found; of two at once one gets true. */
export async function consumeToken(em: EntityManager, presented: string): Promise<boolean> {
  return (await em.nativeDelete(UserToken, { id: idOf(presented) })) === 1;
}

const idOf = (presented: string): string => presented.split('.')[0] ?? '';

function isSame(expected: string, presented: string): boolean {
  const [one, other] = [Buffer.from(expected), Buffer.from(presented)];
  return one.length === other.length && timingSafeEqual(one, other);
}
