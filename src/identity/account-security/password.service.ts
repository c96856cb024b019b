import { LockMode } from '@mikro-orm/postgresql';
import { inAuditedTransaction } from '../../audit/audit.recorder.ts';
import { invalidInput, unauthenticated } from '../../core/context/domain.error.ts';
import { confirmationMissing, hasProvedRecently } from '../../core/graphql/permissions.ts';
import { countCall } from '../../core/limits/rate.limit.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { asPlatformFor } from '../../core/database/tenancy.ts';
import { inTransaction } from '../../core/database/transaction.ts';
import { writeEmails } from '../../email/email.outbox.ts';
import type { ChangePasswordArgs } from './account-security.types.ts';
import { credentialsChangedMail } from './credential.emails.tsx';
import { hashPassword, verifyPassword } from './password.hash.ts';
import { passwordOwner, refuseWeakPassword } from './password.rules.ts';
import { endSessions } from '../sessions/session.service.ts';
import { User } from '../users/user.entity.ts';
import { forgetTokens } from '../invitations/user.token.ts';

/**
 * Sets a new password, and ends the user's other sessions and mailed links.
 * @throws DomainError BAD_USER_INPUT on `currentPassword` or `newPassword`; FORBIDDEN, RECENT_SIGN_IN_REQUIRED, if
 * the second factor was confirmed too long ago; RATE_LIMITED after too many attempts
 */
export async function changePassword(
  ctx: RequestContext,
  { currentPassword, newPassword }: ChangePasswordArgs,
): Promise<void> {
  const [, sessionId = ''] = ctx.caller?.credential.split(':') ?? [];
  const { user, owner } = await ownUser(ctx);
  // With a second factor, the password alone proves nothing.
  if (user.secondFactorAt && !hasProvedRecently(ctx.caller)) throw confirmationMissing();
  if (!(await isOwnPassword(ctx, { user, password: currentPassword }))) throw wrongPassword('currentPassword');
  await refuseWeakPassword('newPassword', newPassword, owner);
  const passwordHash = await hashPassword(newPassword);
  const audited = { ...ctx, em: asPlatformFor(ctx) };
  await inAuditedTransaction(audited, { User: 'user.password_changed' }, async (em) => {
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, populate: ['passwordHash'] } as const;
    const locked = await em.findOneOrFail(User, { id: user.id }, lock);
    // The password was reset or changed in the meantime, so the old proof is void.
    if (locked.passwordHash !== user.passwordHash) throw wrongPassword('currentPassword');
    locked.passwordHash = passwordHash;
    await endSessions(em, [user.id], sessionId);
    await forgetTokens(em, user.id);
    await writeEmails(em, ctx.jobs, [credentialsChangedMail(ctx, user.email, 'PASSWORD_CHANGED')]);
  });
}

/**
 * Returns the caller with the password hash. Runs as the platform, because a partner's database role cannot read the
 * hash.
 */
export function ownUser(ctx: RequestContext) {
  return inTransaction(asPlatformFor(ctx), async (em) => {
    const id = ctx.caller?.userId;
    const user = id ? await em.findOne(User, { id }, { populate: ['passwordHash'] }) : null;
    if (!user) throw unauthenticated();
    return { user, owner: await passwordOwner(em, user) };
  });
}

/** @throws DomainError RATE_LIMITED after too many attempts, so that a stolen session cannot guess the password */
export async function isOwnPassword(
  ctx: RequestContext,
  { user, password }: { user: User; password: string },
): Promise<boolean> {
  await countCall(ctx.limits.signIn, `password:${user.id}`);
  const isRight = await verifyPassword(password, user.passwordHash);
  if (!isRight) {
    ctx.log.warn({ event: 'password_refused', userId: user.id, address: ctx.address }, 'password refused');
  }
  return isRight;
}

export const wrongPassword = (path: string) => invalidInput([{ path, message: 'is wrong', rule: 'WRONG_PASSWORD' }]);
