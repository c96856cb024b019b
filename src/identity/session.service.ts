import { createHash, randomBytes } from 'node:crypto';
import { LockMode, raw, type EntityManager } from '@mikro-orm/postgresql';
import { validate as isUuid } from 'uuid';
import { inAuditedTransaction } from '../audit/audit.recorder.ts';
import { unauthenticated } from '../core/domain.error.ts';
import type { Row } from '../core/page.types.ts';
import type { Caller, RequestContext } from '../core/request.context.ts';
import { readById } from '../core/row.query.ts';
import { asPlatform } from '../core/tenancy.ts';
import { inTransaction } from '../core/transaction.ts';
import { verifyPassword } from './password.hash.ts';
import { UserSession } from './session.entity.ts';
import { User } from './user.entity.ts';
import { usersAt } from './user.lookup.ts';

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
  const [user] = await inTransaction(em, (transaction) => usersAt(transaction, email));
  const isRight = await verifyPassword(password, user?.passwordHash);
  if (!user || !isRight) {
    ctx.log.warn({ event: 'sign_in_failed', userId: user?.id, address: ctx.address }, 'sign-in failed');
    throw wrongPassword();
  }
  return startSession(ctx, user, wrongPassword, user.passwordHash);
}

const wrongPassword = () => unauthenticated('E-mail address or password is wrong.');

/**
 * A session of somebody who proved who it is; the refusal where the user, or the partner, is not active, and where the password
 * that was the proof, by its hash, has been changed since.
 */
export async function startSession(
  ctx: RequestContext,
  known: User,
  refusal = unauthenticated,
  provenBy?: string | null,
): Promise<SignedIn> {
  const session = new UserSession();
  const { refreshToken, tokenHash } = newRefreshToken(session.id);
  const expiresAt = new Date(Date.now() + SESSION_DAYS * DAY_MS);
  const userAgent = ctx.userAgent?.slice(0, 400) ?? null;
  const { address } = ctx;
  const signedIn = await inAuditedTransaction(
    { ...ctx, em: asPlatform(ctx.em), caller: callerOf(known, session, {}) },
    { UserSession: 'session.started' },
    async (em) => {
      const user = await holdUser(em, known.id);
      const account = await accountOf(em, user);
      if (!account || (provenBy && provenBy !== user.passwordHash)) throw refusal();
      em.persist(em.assign(session, { userId: user.id, tokenHash, expiresAt, address, userAgent }));
      return { caller: callerOf(user, session, account), user };
    },
  );
  return { ...signedIn, refreshToken, sessionExpiresAt: expiresAt };
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
        await em.nativeUpdate(UserSession, { id: session.id }, { revokedAt: new Date() });
        ctx.log.warn({ event: 'refresh_token_replayed', userId: session.userId, sessionId }, 'session ended');
      }
      return undefined;
    }
    const user = await em.findOneOrFail(User, { id: session.userId });
    const account = await accountOf(em, user);
    if (!account) return undefined;
    const { refreshToken, tokenHash } = newRefreshToken(session.id);
    await em.nativeUpdate(UserSession, { id: session.id }, { tokenHash, rotatedAt: CLOCK });
    return { caller: callerOf(user, session, account), user, refreshToken, sessionExpiresAt: session.expiresAt };
  });
  if (!signedIn) throw unauthenticated();
  return signedIn;
}

/** Ends the caller's session at once: its access tokens are refused from the next request on. */
export async function signOut(ctx: RequestContext): Promise<void> {
  const [kind, id = ''] = ctx.caller?.credential.split(':') ?? [];
  if (kind !== 'session') throw unauthenticated();
  // Everybody may end the own session, whatever else the role may do.
  await inAuditedTransaction({ ...ctx, em: asPlatform(ctx.em) }, { UserSession: 'session.ended' }, async (em) => {
    const session = await em.findOneOrFail(UserSession, { id });
    session.revokedAt ??= new Date();
  });
}

/** Ends all sessions of these users. */
export async function endSessions(em: EntityManager, userIds: string[]): Promise<void> {
  await em.nativeUpdate(UserSession, { userId: { $in: userIds }, revokedAt: null }, { revokedAt: new Date() });
}

/** Forgets sessions that have ended long ago: by then nothing asks for them any more. */
export const forgetOldSessions = (em: EntityManager) =>
  em.execute(`delete from user_session where expires_at < now() - interval '30 days'`);

export async function getViewer({ em, caller }: RequestContext): Promise<Row<User>> {
  const user = caller && (await readById(em, User, caller.userId));
  if (!user) throw unauthenticated();
  return user;
}

/** What a user's account says about what the user may do. */
interface Account {
  managesClients?: boolean;
  isOwner?: boolean;
}

/** Undefined where the user, or the partner that the user belongs to, is not active. */
export async function accountOf(em: EntityManager, { id }: Pick<User, 'id'>): Promise<Account | undefined> {
  const [row] = await em.execute<{ active: boolean; manages_clients: boolean | null; is_owner: boolean | null }[]>(
    `select user_account.is_active and coalesce(partner_account.is_active, reseller_id is null) as active,
       client_management_enabled and exists (select from partnership where partnership.reseller_id = partner_account.id
         and partnership.partnership_type = 'RESELLER') as manages_clients, partner_role = 'OWNER' as is_owner
     from user_account left join partner_account on partner_account.id = reseller_id where user_account.id = ?`,
    [id],
  );
  if (!row?.active) return undefined;
  const { manages_clients: managesClients, is_owner: isOwner } = row;
  return managesClients === null || isOwner === null ? {} : { managesClients, isOwner };
}

/** The user as of now. Whoever changes the user waits for us, and then finds the new session among those to renew or to end. */
async function holdUser(em: EntityManager, id: string): Promise<User> {
  const user = await em.findOneOrFail(
    User,
    { id },
    { lockMode: LockMode.PESSIMISTIC_READ, populate: ['passwordHash'] },
  );
  if (user.resellerId) await em.execute('select from partner_account where id = ? for share', [user.resellerId]);
  return user;
}

const callerOf = (user: User, { id, version }: UserSession, account: Account): Caller => ({
  ...actorOf(user, `session:${id}:${version}`),
  ...account,
});

/** Who a user is, to whom it may concern: what the user may do is not said. */
export const actorOf = ({ id: userId, role, email, name, resellerId }: User, credential: string): Caller => ({
  userId,
  credential,
  role,
  email,
  name,
  ...(resellerId ? { resellerId } : {}),
});

/** It names its session, so that a token played again is recognised; the database holds the hash of its secret. */
function newRefreshToken(sessionId: string) {
  const secret = randomBytes(32).toString('base64url');
  return { refreshToken: `${sessionId}.${secret}`, tokenHash: hashOf(secret) };
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
