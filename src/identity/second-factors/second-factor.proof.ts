import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { currentTime } from '../../core/database/database.clock.ts';
import { inAuditedTransaction, recordAction } from '../../audit/audit.recorder.ts';
import { rateLimited, unauthenticated } from '../../core/context/domain.error.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { asPlatform } from '../../core/database/tenancy.ts';
import { writeEmails } from '../../email/email.outbox.ts';
import { credentialsChangedMail } from '../account-security/credential.emails.tsx';
import { consumeCode, countCodes } from './recovery.codes.ts';
import { SecondFactor } from './second-factor.entity.ts';
import { decryptTotp, stepOf } from './totp.secret.ts';
import { actorOf } from '../users/user.actor.ts';
import type { User } from '../users/user.entity.ts';

/**
 * Wrong codes per account in an hour from the first one. Then all codes are refused until that hour ends. Three of a
 * million codes are valid at a time, so an attacker with the password succeeds on 0.07 % of days (NIST SP
 * 800-63B-4, 3.2.2: at most 100 in a row).
 */
const MOST_FAILURES = 10;
const WINDOW_MS = 60 * 60 * 1000;

interface Proof {
  user: User;
  code?: string | null | undefined;
}

const TOTP_CODE = /^\d{6}$/;

/**
 * @throws DomainError UNAUTHENTICATED, SECOND_FACTOR_REQUIRED or SECOND_FACTOR_WRONG, if the user has a factor and
 * the code does not prove it
 */
export async function requireSecondFactor(ctx: RequestContext, { user, code }: Proof): Promise<void> {
  if (!user.secondFactorAt) return;
  if (!code) throw unauthenticated('Enter the code from your authenticator app.', 'SECOND_FACTOR_REQUIRED');
  if (!(await proveSecondFactor(ctx, { user, code }))) {
    throw unauthenticated('The code is wrong or was already used.', 'SECOND_FACTOR_WRONG');
  }
}

/**
 * Returns whether an authenticator code or a recovery code is valid for the user. Each code works once. Attempts run
 * one after the other, and the database counts the wrong ones.
 * @throws DomainError RATE_LIMITED after 10 wrong codes in an hour, until that hour ends
 */
export function proveSecondFactor(ctx: RequestContext, { user, code }: Proof & { code: string }): Promise<boolean> {
  const text = code.replaceAll(' ', '');
  // Runs as the platform, because the user may not be signed in yet.
  const caller = ctx.caller?.userId === user.id ? ctx.caller : actorOf(user, 'second factor');
  const audited = { ...ctx, em: asPlatform(ctx.em), caller };
  return inAuditedTransaction(audited, {}, async (em) => {
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
    const factor = await em.findOne(SecondFactor, { userId: user.id }, lock);
    if (!factor) return false;
    const closesIn = (factor.failedSince?.getTime() ?? 0) + WINDOW_MS - currentTime().getTime();
    if (closesIn > 0 && factor.failures >= MOST_FAILURES) throw rateLimited(closesIn);
    const isRight = TOTP_CODE.test(text) ? isNewCode(ctx, factor, text) : await useRecoveryCode(ctx, em, user, text);
    if (isRight) Object.assign(factor, { failures: 0, failedSince: null });
    else await countFailure(ctx, em, user, factor, closesIn > 0);
    return isRight;
  });
}

function isNewCode({ secrets }: RequestContext, factor: SecondFactor, code: string): boolean {
  const step = stepOf(decryptTotp(secrets, factor.userId, factor.secret), code, factor.lastStep);
  if (step !== undefined) factor.lastStep = step;
  return step !== undefined;
}

async function useRecoveryCode(ctx: RequestContext, em: EntityManager, user: User, code: string): Promise<boolean> {
  if (!(await consumeCode(em, user.id, code))) return false;
  recordAction(em, 'user.recovery_code_used', user);
  const codesLeft = await countCodes(em, user.id);
  await writeEmails(em, ctx.jobs, [credentialsChangedMail(ctx, user.email, 'RECOVERY_CODE_USED', { codesLeft })]);
  return true;
}

async function countFailure(
  ctx: RequestContext,
  em: EntityManager,
  user: User,
  factor: SecondFactor,
  isOpen: boolean,
): Promise<void> {
  ctx.log.warn({ event: 'second_factor_failed', userId: user.id, address: ctx.address }, 'second factor failed');
  factor.failures = isOpen ? factor.failures + 1 : 1;
  if (!isOpen) factor.failedSince = currentTime();
  if (factor.failures < MOST_FAILURES) return;
  await writeEmails(em, ctx.jobs, [credentialsChangedMail(ctx, user.email, 'CODES_REFUSED')]);
}
