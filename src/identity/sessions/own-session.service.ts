import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { currentTime } from '../../core/database/database.clock.ts';
import { inAuditedTransaction } from '../../audit/audit.recorder.ts';
import { invalidInput, notFound, unauthenticated } from '../../core/context/domain.error.ts';
import type { Caller, RequestContext } from '../../core/context/request.context.ts';
import { columnsOf, type Row } from '../../core/database/row.query.ts';
import { asPlatformFor, fromVisible } from '../../core/database/tenancy.ts';
import { inTransaction, readRows } from '../../core/database/transaction.ts';
import { hasId } from '../../core/lists/page.query.ts';
import { deviceOf } from './device.ts';
import type { DeviceSession } from './own-session.types.ts';
import { isOwnPassword, ownUser, wrongPassword } from '../account-security/password.service.ts';
import { proveSecondFactor } from '../second-factors/second-factor.proof.ts';
import { UserSession } from './session.entity.ts';
import type { User } from '../users/user.entity.ts';

/** Maximum number of listed sessions, most recently used first. */
const MOST_LISTED = 100;

/** Derives the public ID of a session. Its own ID is half of a refresh token, so it stays secret. */
const PUBLIC_ID = 'session id';

/** Returns the caller's sessions, most recently used first. */
export async function listSessions(ctx: RequestContext): Promise<DeviceSession[]> {
  // Runs as the platform, because sessions belong to no tenant. Reads only the caller's own.
  const em = asPlatformFor(ctx);
  const own = sessionIdOf(ctx);
  const open = [
    hasId('user_id', ctx.caller?.userId ?? ''),
    sql`revoked_at is null`,
    sql`expires_at > ${currentTime()}`,
  ];
  const sessions = await readRows(
    em,
    sql<Row<UserSession>>`select ${columnsOf(em.getMetadata(UserSession))} ${fromVisible(em, UserSession, open)}
      order by rotated_at desc limit ${MOST_LISTED}`,
  );
  return sessions.map(({ id, userAgent, address, createdAt, rotatedAt }) => ({
    ...deviceOf(userAgent),
    id: ctx.secrets.sign(PUBLIC_ID, id),
    address,
    startedAt: createdAt,
    lastUsedAt: rotatedAt,
    isCurrent: id === own,
  }));
}

/** Ends one of the caller's sessions. NOT_FOUND if there is none. */
export async function endSession(ctx: RequestContext, { id: publicId }: { id: string }): Promise<void> {
  await endThose(
    ctx,
    ({ id }) => ctx.secrets.verify(PUBLIC_ID, id, publicId),
    () => {
      throw notFound('Session');
    },
  );
}

/** Ends all sessions of the caller except the current one. */
export async function endOtherSessions(ctx: RequestContext): Promise<void> {
  const own = sessionIdOf(ctx);
  await endThose(
    ctx,
    ({ id }) => id !== own,
    () => undefined,
  );
}

async function endThose(
  ctx: RequestContext,
  isMeant: (session: UserSession) => boolean,
  ifNone: () => void,
): Promise<void> {
  await inAuditedTransaction({ ...ctx, em: asPlatformFor(ctx) }, { UserSession: 'session.ended' }, async (em) => {
    const meant = (await openSessions(ctx, em)).filter(isMeant);
    if (meant.length === 0) ifNone();
    for (const session of meant) session.revokedAt = currentTime();
  });
}

const openSessions = ({ caller }: RequestContext, em: EntityManager): Promise<UserSession[]> =>
  em.find(
    UserSession,
    { userId: caller?.userId ?? '', revokedAt: null, expiresAt: { $gt: currentTime() } },
    { orderBy: { rotatedAt: 'desc' } },
  );

/**
 * Confirms the caller's identity by a code if there is a second factor, otherwise by the password. Returns the caller
 * with the time of the confirmation. BAD_USER_INPUT on `code` or `password`; RATE_LIMITED.
 */
export async function confirmIdentity(
  ctx: RequestContext,
  { password, code }: { password?: string | null; code?: string | null },
): Promise<{ caller: Caller; user: User }> {
  const { caller } = ctx;
  if (!caller) throw unauthenticated();
  const { user } = await ownUser(ctx);
  if (user.secondFactorAt) {
    if (!code || !(await proveSecondFactor(ctx, { user, code }))) {
      throw invalidInput([{ path: 'code', message: 'is wrong or was already used', rule: 'WRONG_CODE' }]);
    }
  } else if (!password || !(await isOwnPassword(ctx, { user, password }))) {
    throw wrongPassword('password');
  }
  const authenticatedAt = currentTime();
  await inTransaction(asPlatformFor(ctx), (em) =>
    em.nativeUpdate(UserSession, { id: sessionIdOf(ctx) }, { authenticatedAt }),
  );
  return { caller: { ...caller, authenticatedAt: Math.floor(authenticatedAt.getTime() / 1000) }, user };
}

function sessionIdOf({ caller }: RequestContext): string {
  const [kind, id] = caller?.credential.split(':') ?? [];
  if (kind !== 'session' || id === undefined) throw unauthenticated();
  return id;
}
