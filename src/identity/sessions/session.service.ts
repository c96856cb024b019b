import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { inAuditedTransaction } from '../../audit/audit.recorder.ts';
import { invalidInput, unauthenticated, type DomainError } from '../../core/context/domain.error.ts';
import type { Caller, RequestContext } from '../../core/context/request.context.ts';
import { mailboxOf } from '../../core/text/mailbox.ts';
import { mailboxAndNetwork } from '../../core/limits/rate.identity.ts';
import { countCall } from '../../core/limits/rate.limit.ts';
import { currentTime, databaseTime } from '../../core/database/database.clock.ts';
import { readById, type Row } from '../../core/database/row.query.ts';
import { asPlatform } from '../../core/database/tenancy.ts';
import { inTransaction } from '../../core/database/transaction.ts';
import { holdPartner } from '../../tenants/partner-account.queries.ts';
import { SIGN_IN_LINK_QUEUE } from '../invitations/account-link.queues.ts';
import { verifyPassword } from '../account-security/password.hash.ts';
import { readRefreshToken, writeRefreshToken } from './refresh.token.ts';
import { requireSecondFactor } from '../second-factors/second-factor.proof.ts';
import { UserSession } from './session.entity.ts';
import type { SignInArgs, SignInWithLinkArgs } from './session.types.ts';
import { actorOf } from '../users/user.actor.ts';
import { Role, User } from '../users/user.entity.ts';
import { usersAt } from '../users/user.lookup.ts';
import { consumeToken, findTokenOwner } from '../invitations/user.token.ts';
import { UserTokenPurpose } from '../invitations/user-token.entity.ts';

/** Days until a user must sign in again, even if the session is active. */
const SESSION_DAYS = 30;

const DAY_MS = 24 * 60 * 60 * 1000;

/** The result of a sign-in: the caller, and the refresh token for the cookie. */
export interface SignedIn {
  caller: Caller;
  user: User;
  refreshToken: string;
  sessionExpiresAt: Date;
}

/** The evidence for a sign-in. */
interface Proof {
  user: User;
  /** Hash of the password that was checked. If the password has changed since, the sign-in is refused. */
  passwordHash?: string | null | undefined;
  /** Code of the second factor. */
  code?: string | null | undefined;
  /** Uses up the mailed link in the session's transaction. Returns false if it was used in the meantime. */
  useLink?: (em: EntityManager) => Promise<boolean>;
  /** The error for users who cannot sign in. */
  refusal?: () => DomainError;
}

/**
 * Unknown email, wrong password and inactive account fail with the same error in the same time. Accounts therefore
 * cannot be enumerated. SECOND_FACTOR_REQUIRED and SECOND_FACTOR_WRONG occur only after the correct password.
 */
export async function signIn(ctx: RequestContext, { email, password, code }: SignInArgs): Promise<SignedIn> {
  // Runs as the platform, because the caller is not known yet.
  const em = asPlatform(ctx.em);
  const [user] = await inTransaction(em, (transaction) => usersAt(transaction, email));
  const isRight = await verifyPassword(password, user?.passwordHash);
  if (!user || !isRight) {
    ctx.log.warn({ event: 'sign_in_failed', userId: user?.id, address: ctx.address }, 'sign-in failed');
    // Once its own limit is used up, a network no longer counts against the account.
    const ofPair = await countCall(ctx.limits.signInPair, mailboxAndNetwork(email, ctx.address));
    const ofAccount = await countCall(ctx.limits.signInFailures, mailboxOf(email));
    // The limit is used up, so the owner gets a link to sign in. Unknown addresses get the same work, but no email.
    if (ofPair.isLast || ofAccount.isLast) {
      await inTransaction(em, (transaction) => ctx.jobs.send(transaction, SIGN_IN_LINK_QUEUE, [email]));
    }
    throw wrongPassword();
  }
  return startSession(ctx, { user, refusal: wrongPassword, passwordHash: user.passwordHash, code });
}

/**
 * Signs in by a mailed link, which works once. A second factor is still required. BAD_USER_INPUT on `token` for any
 * other link.
 */
export async function signInWithLink(ctx: RequestContext, { token, code }: SignInWithLinkArgs): Promise<SignedIn> {
  const wrong = () =>
    invalidInput([{ path: 'token', message: 'is no longer valid: sign in with your password', rule: 'LINK' }]);
  const purpose = UserTokenPurpose.SIGN_IN;
  const owner = await inTransaction(asPlatform(ctx.em), (em) => findTokenOwner(em, ctx.secrets, token, purpose));
  if (!owner) throw wrong();
  const useLink = (em: EntityManager) => consumeToken(em, token, purpose, owner.id);
  return startSession(ctx, { user: owner, code, useLink, refusal: wrong });
}

const wrongPassword = () => unauthenticated('Email address or password is wrong.');

/**
 * Starts a session for a user with any kind of proof; every way passes through the second factor here. Refuses if the
 * user or the partner is not active, or if the password has changed since it was checked.
 */
export async function startSession(
  ctx: RequestContext,
  { user: known, passwordHash, code, useLink, refusal = unauthenticated }: Proof,
): Promise<SignedIn> {
  await requireSecondFactor(ctx, { user: known, code });
  const session = new UserSession();
  session.authenticatedAt = currentTime();
  const expiresAt = new Date(currentTime().getTime() + SESSION_DAYS * DAY_MS);
  const userAgent = ctx.userAgent?.slice(0, 400) ?? null;
  const { address } = ctx;
  const signedIn = await inAuditedTransaction(
    { ...ctx, em: asPlatform(ctx.em), caller: callerOf(ctx, known, session, { roles: [] }) },
    { UserSession: 'session.started' },
    async (em) => {
      const user = await holdUser(em, known.id);
      const account = await accountOf(em, user);
      const isOutdated = passwordHash && passwordHash !== user.passwordHash;
      const isUnproven = user.secondFactorAt && !known.secondFactorAt;
      if (!account || isOutdated || isUnproven || (useLink && !(await useLink(em)))) throw refusal();
      em.persist(em.assign(session, { userId: user.id, expiresAt, address, userAgent }));
      return { caller: callerOf(ctx, user, session, account), user };
    },
  );
  const refreshToken = writeRefreshToken(ctx.secrets, { sessionId: session.id, generation: session.generation });
  return { ...signedIn, refreshToken, sessionExpiresAt: expiresAt };
}

/** Milliseconds in which the replaced token returns its successor again. */
const REFRESH_GRACE_MS = 10_000;

/**
 * Replaces the refresh token. For 10 seconds the replaced token returns its successor again, for a second tab or
 * after a lost response. Any older token ends the session, because one of the two was stolen (RFC 9700, 4.14.2). A
 * token that we never issued changes nothing. The last two cases fail with UNAUTHENTICATED.
 */
export async function refreshSession(ctx: RequestContext): Promise<SignedIn> {
  const token = readRefreshToken(ctx.secrets, ctx.refreshCookie.read() ?? '');
  if (!token) throw unauthenticated();
  const { sessionId } = token;
  // The access token may have expired: the refresh token identifies the caller.
  const signedIn = await inTransaction(asPlatform(ctx.em), async (em) => {
    const session = await em.findOne(UserSession, { id: sessionId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!session || session.revokedAt) return undefined;
    const now = await databaseTime(em);
    if (session.expiresAt <= now) return undefined;
    const isFresh = session.rotatedAt.getTime() > now.getTime() - REFRESH_GRACE_MS;
    const age = session.generation - token.generation;
    if (age < 0) return undefined; // the database was restored after the token was issued
    if (age > 1 || (age === 1 && !isFresh)) {
      await em.nativeUpdate(UserSession, { id: sessionId }, { revokedAt: currentTime() });
      ctx.log.warn({ event: 'refresh_token_replayed', userId: session.userId, sessionId }, 'session ended');
      return undefined;
    }
    const user = await em.findOneOrFail(User, { id: session.userId });
    const account = await accountOf(em, user);
    if (!account) return undefined;
    const generation = token.generation + 1;
    if (age === 0) await em.nativeUpdate(UserSession, { id: sessionId }, { generation, rotatedAt: now });
    const refreshToken = writeRefreshToken(ctx.secrets, { sessionId, generation });
    const caller = callerOf(ctx, user, session, account);
    return { caller, user, refreshToken, sessionExpiresAt: session.expiresAt };
  });
  if (!signedIn) throw unauthenticated();
  return signedIn;
}

/** Ends the caller's session: its access tokens are refused from the next request on. */
export async function signOut(ctx: RequestContext): Promise<void> {
  const [kind, id = ''] = ctx.caller?.credential.split(':') ?? [];
  if (kind !== 'session') throw unauthenticated();
  // Runs as the platform, because every role may end its own session.
  await inAuditedTransaction({ ...ctx, em: asPlatform(ctx.em) }, { UserSession: 'session.ended' }, async (em) => {
    const session = await em.findOneOrFail(UserSession, { id });
    session.revokedAt ??= currentTime();
  });
}

/** Ends all sessions of these users, except one. */
export async function endSessions(em: EntityManager, userIds: string[], except?: string): Promise<void> {
  const others = except === undefined ? {} : { id: { $ne: except } };
  const open = { userId: { $in: userIds }, revokedAt: null, ...others };
  await em.nativeUpdate(UserSession, open, { revokedAt: currentTime() });
}

/** Deletes sessions that ended long ago and are no longer read. */
export const forgetOldSessions = (em: EntityManager) =>
  em.execute(`delete from user_session where expires_at < now() - interval '30 days'`);

export async function getViewer({ reader, caller }: RequestContext): Promise<Row<User>> {
  const user = caller && (await readById(reader, User, caller.userId));
  if (!user) throw unauthenticated();
  return user;
}

/** Permissions that a user gets from the account. */
interface Account {
  managesClients?: boolean;
  roles: Caller['roles'] & {};
}

/** Returns undefined if the user or its partner is not active. */
export async function accountOf(em: EntityManager, { id }: Pick<User, 'id'>): Promise<Account | undefined> {
  const [row] = await em.execute<{ active: boolean; manages_clients: boolean | null; roles: Account['roles'] }[]>(
    `select user_account.is_active and coalesce(partner_account.is_active, reseller_id is null) as active,
       manages_clients(reseller_id), coalesce(admin_roles, array[partner_role]) as roles
     from user_account left join partner_account on partner_account.id = reseller_id where user_account.id = ?`,
    [id],
  );
  if (!row?.active) return undefined;
  const { manages_clients: managesClients, roles } = row;
  return { roles, ...(managesClients === null ? {} : { managesClients }) };
}

/** Reloads and locks the user. A concurrent change of the user waits, and then also finds the new session. */
async function holdUser(em: EntityManager, id: string): Promise<User> {
  const user = await em.findOneOrFail(
    User,
    { id },
    { lockMode: LockMode.PESSIMISTIC_READ, populate: ['passwordHash'] },
  );
  if (user.resellerId) await holdPartner(em, user.resellerId);
  return user;
}

const callerOf = (
  ctx: RequestContext,
  user: User,
  { id, version, authenticatedAt }: UserSession,
  account: Account,
): Caller => ({
  ...actorOf(user, `session:${id}:${version}`),
  ...account,
  ...(authenticatedAt ? { authenticatedAt: Math.floor(authenticatedAt.getTime() / 1000) } : {}),
  ...(mustHaveFactor(ctx, user) && !user.secondFactorAt ? { mustAddSecondFactor: true } : {}),
});

/** Returns whether ADMIN_SECOND_FACTOR requires a second factor for this user. */
export const mustHaveFactor = ({ config }: Pick<RequestContext, 'config'>, { role }: Pick<User, 'role'>): boolean =>
  role === Role.ADMIN && config.adminSecondFactor === 'required';
