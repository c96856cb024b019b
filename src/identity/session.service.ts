import { createHash, randomBytes } from 'node:crypto';
import { LockMode, raw, type EntityManager } from '@mikro-orm/postgresql';
import { validate as isUuid } from 'uuid';
import { unauthenticated } from '../core/domain.error.ts';
import type { Row } from '../core/page.types.ts';
import type { Caller, RequestContext } from '../core/request.context.ts';
import { readById } from '../core/row.query.ts';
import { asPlatform } from '../core/tenancy.ts';
import { inTransaction } from '../core/transaction.ts';
import { verifyPassword } from './password.hash.ts';
import { UserSession } from './session.entity.ts';
import { User } from './user.entity.ts';

/** Days until somebody has to sign in again, however busy the session was. */
const SESSION_DAYS = 30;

const CLOCK = raw<Date>('clock_timestamp()');
const DAY_MS = 24 * 60 * 60 * 1000;

/** What a sign-in gives: who it is, and the refresh token for the cookie. */
export interface SignedIn {
  caller: Caller;
  user: User;
  refreshToken: string;
  sessionExpiresAt: Date;
}

/** UNAUTHENTICATED alike, and after the same time, for an unknown address, a wrong password and an account that is not active. */
export async function signIn(ctx: RequestContext, email: string, password: string): Promise<SignedIn> {
  // Nobody is known yet: this is the platform's work.
  const em = asPlatform(ctx.em);
  const user = await inTransaction(em, (transaction) =>
    transaction.findOne(User, { email }, { populate: ['passwordHash'] }),
  );
  const isRight = await verifyPassword(password, user?.passwordHash);
  if (!user?.isActive || !isRight) {
    ctx.log.warn({ event: 'sign_in_failed', userId: user?.id, address: ctx.address }, 'sign-in failed');
    throw unauthenticated('E-mail address or password is wrong.');
  }
  const session = new UserSession();
  const { refreshToken, tokenHash } = newRefreshToken(session.id);
  const expiresAt = new Date(Date.now() + SESSION_DAYS * DAY_MS);
  const userAgent = ctx.userAgent?.slice(0, 400) ?? null;
  await inTransaction(em, async (transaction) => {
    const { address } = ctx;
    transaction.persist(transaction.assign(session, { userId: user.id, tokenHash, expiresAt, address, userAgent }));
  });
  return { caller: callerOf(user, session), user, refreshToken, sessionExpiresAt: expiresAt };
}

/**
 * A refresh token is good once. Played again it ends the whole session: either it was stolen, or its successor was. Of two
 * requests at once one wins; the other began before the token was replaced, gets UNAUTHENTICATED, and ends nothing.
 */
export async function refreshSession(ctx: RequestContext, presented: string | undefined): Promise<SignedIn> {
  const [sessionId = '', secret = ''] = presented?.split('.') ?? [];
  if (!isUuid(sessionId)) throw unauthenticated();
  // The access token may have expired: the refresh token says who it is.
  const signedIn = await inTransaction(asPlatform(ctx.em), async (em) => {
    const [clock] = await em.execute<{ began: string }[]>('select now() as began');
    const began = new Date(clock?.began ?? Number.NaN);
    const session = await em.findOne(UserSession, { id: sessionId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!session || session.revokedAt || session.expiresAt <= began) return undefined;
    if (session.tokenHash !== hashOf(secret)) {
      if (session.rotatedAt <= began) {
        session.revokedAt = new Date();
        ctx.log.warn({ event: 'refresh_token_replayed', userId: session.userId, sessionId }, 'session ended');
      }
      return undefined;
    }
    const user = await em.findOne(User, { id: session.userId, isActive: true });
    if (!user) return undefined;
    const { refreshToken, tokenHash } = newRefreshToken(session.id);
    await em.nativeUpdate(UserSession, { id: session.id }, { tokenHash, rotatedAt: CLOCK });
    return { caller: callerOf(user, session), user, refreshToken, sessionExpiresAt: session.expiresAt };
  });
  if (!signedIn) throw unauthenticated();
  return signedIn;
}

/** Ends the caller's session at once: its access tokens are refused from the next request on. */
export async function signOut({ em, caller }: RequestContext): Promise<void> {
  if (!caller) throw unauthenticated();
  // Everybody may end the own session, whatever else the role may do.
  await inTransaction(asPlatform(em), (transaction) =>
    transaction.nativeUpdate(UserSession, { id: caller.sessionId, revokedAt: null }, { revokedAt: new Date() }),
  );
}

/** Forgets sessions that have ended long ago: by then nothing asks for them any more. */
export const forgetOldSessions = (em: EntityManager) =>
  em.execute(`delete from user_session where expires_at < now() - interval '30 days'`);

export async function getViewer({ em, caller }: RequestContext): Promise<Row<User>> {
  const user = caller && (await readById(em, User, caller.userId));
  if (!user) throw unauthenticated();
  return user;
}

function callerOf({ id: userId, role, email, name }: User, { id: sessionId }: UserSession): Caller {
  return { userId, sessionId, role, email, name };
}

/** It names its session, so that a token played again is recognised; the database holds the hash of its secret. */
function newRefreshToken(sessionId: string) {
  const secret = randomBytes(32).toString('base64url');
  return { refreshToken: `${sessionId}.${secret}`, tokenHash: hashOf(secret) };
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
