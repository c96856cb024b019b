import { LockMode, raw, type EntityManager } from '@mikro-orm/postgresql';
import { validate as isUuid } from 'uuid';
import { currentTime } from '../../core/database/database.clock.ts';
import { inAuditedTransaction, recordAction, type AuditActions } from '../../audit/audit.recorder.ts';
import { conflict, forbidden, invalidInput, notFound, unauthenticated } from '../../core/context/domain.error.ts';
import { mayManageAdmins } from '../../core/graphql/permissions.ts';
import { countCall } from '../../core/limits/rate.limit.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import type { Secrets } from '../../core/secrets/secrets.ts';
import { asPlatformFor } from '../../core/database/tenancy.ts';
import { writeEmails } from '../../email/email.outbox.ts';
import { credentialsChangedMail } from '../account-security/credential.emails.tsx';
import { RecoveryCode } from './recovery-code.entity.ts';
import { renewCodes } from './recovery.codes.ts';
import { SecondFactor } from './second-factor.entity.ts';
import { endSessions } from '../sessions/session.service.ts';
import { decryptTotp, encryptTotp, newTotpSecret, setupOf, stepOf, type TotpSetup } from './totp.secret.ts';
import { Role, User } from '../users/user.entity.ts';

const noFactor = () => conflict('NO_SECOND_FACTOR', 'The account has no second factor.');
const factorExists = () =>
  conflict('SECOND_FACTOR_EXISTS', 'The account already has a second factor. Remove it first.');
const wrongCode = () =>
  invalidInput([{ path: 'code', message: 'is wrong: enter the current code from the app', rule: 'WRONG_CODE' }]);

/** Creates a secret for an authenticator app and returns it this once. It takes effect after `confirmSecondFactor`. */
export function startSecondFactor(ctx: RequestContext): Promise<TotpSetup> {
  return withOwnUser(ctx, {}, async (em, user) => {
    if (user.secondFactorAt) throw factorExists();
    const secret = newTotpSecret();
    await em.nativeDelete(SecondFactor, { userId: user.id });
    await em.insert(SecondFactor, {
      userId: user.id,
      secret: encryptTotp(ctx.secrets, user.id, secret),
      createdAt: currentTime(),
    });
    return setupOf(secret, user.email);
  });
}

/**
 * Turns on the second factor and returns its recovery codes, this once. BAD_USER_INPUT on `code`. RATE_LIMITED after
 * too many attempts: a stolen session could otherwise guess the code of a setup that the owner began.
 */
export async function confirmSecondFactor(ctx: RequestContext, { code }: { code: string }): Promise<string[]> {
  await countCall(ctx.limits.signIn, `factor:${ctx.caller?.userId}`);
  return withOwnUser(ctx, { User: 'user.factor_added' }, async (em, user) => {
    if (user.secondFactorAt) throw factorExists();
    const factor = await em.findOne(SecondFactor, { userId: user.id });
    if (!factor) throw noFactor();
    const step = stepOf(decryptTotp(ctx.secrets, user.id, factor.secret), code.replaceAll(' ', ''), factor.lastStep);
    if (step === undefined) throw wrongCode();
    factor.lastStep = step;
    user.secondFactorAt = currentTime();
    await writeEmails(em, ctx.jobs, [credentialsChangedMail(ctx, user.email, 'FACTOR_ADDED')]);
    return renewCodes(em, user.id);
  });
}

/** Turns off the caller's second factor and invalidates its recovery codes. */
export async function removeSecondFactor(ctx: RequestContext): Promise<void> {
  await withOwnUser(ctx, { User: 'user.factor_removed' }, async (em, user) => {
    await removeFactor(em, user);
    await writeEmails(em, ctx.jobs, [credentialsChangedMail(ctx, user.email, 'FACTOR_REMOVED')]);
  });
}

/** Returns new recovery codes and invalidates the earlier ones. CONFLICT, NO_SECOND_FACTOR, without a factor. */
export function renewRecoveryCodes(ctx: RequestContext): Promise<string[]> {
  return withOwnUser(ctx, {}, async (em, user) => {
    if (!user.secondFactorAt) throw noFactor();
    recordAction(em, 'user.recovery_codes_renewed', user);
    await writeEmails(em, ctx.jobs, [credentialsChangedMail(ctx, user.email, 'RECOVERY_CODES_RENEWED')]);
    return renewCodes(em, user.id);
  });
}

/**
 * Turns off the factor of a user who lost app and recovery codes, and ends all their sessions. Owners reset members
 * of their account. Admins with PARTNERS reset partners' users, and admins with ALL also reset admins.
 * @throws DomainError NOT_FOUND; FORBIDDEN; CONFLICT: OWN_ACCOUNT for the caller, NO_SECOND_FACTOR
 */
export async function resetSecondFactor(ctx: RequestContext, { userId }: { userId: string }): Promise<void> {
  const { caller } = ctx;
  if (!caller) throw unauthenticated();
  if (caller.userId === userId.toLowerCase()) {
    throw conflict('OWN_ACCOUNT', 'To remove your own second factor, use removeSecondFactor.');
  }
  // As the platform, because a partner's database role cannot write users.
  const audited = { ...ctx, em: asPlatformFor(ctx) };
  await inAuditedTransaction(audited, { User: 'user.factor_reset' }, async (em) => {
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
    const user = isUuid(userId) ? await em.findOne(User, { id: userId, isActive: true }, lock) : null;
    if (!user) throw notFound('User');
    if (user.role === Role.ADMIN && !mayManageAdmins(caller)) throw forbidden();
    await removeFactor(em, user);
    await endSessions(em, [user.id]);
    await writeEmails(em, ctx.jobs, [credentialsChangedMail(ctx, user.email, 'FACTOR_RESET')]);
  });
}

async function removeFactor(em: EntityManager, user: User): Promise<void> {
  if (!user.secondFactorAt) throw noFactor();
  await forgetFactor(em, user);
}

/** Deletes the factor, also one that is not confirmed yet. */
export async function forgetFactor(em: EntityManager, user: User): Promise<void> {
  user.secondFactorAt = null;
  await em.nativeDelete(SecondFactor, { userId: user.id });
  await em.nativeDelete(RecoveryCode, { userId: user.id });
}

/** Re-encrypts secrets that do not use the first key of SECRETS_KEYS. The worker runs it hourly. */
export async function encryptFactorsAnew(em: EntityManager, { secrets }: { secrets: Secrets }): Promise<void> {
  const outdated = { [raw("split_part(secret, '.', 1)")]: { $ne: secrets.keyId } };
  for (const factor of await em.find(SecondFactor, outdated, { lockMode: LockMode.PESSIMISTIC_WRITE })) {
    factor.secret = encryptTotp(secrets, factor.userId, decryptTotp(secrets, factor.userId, factor.secret));
  }
}

/** Runs as the platform, because a partner's database role sees no factors. Locks the caller's row. */
function withOwnUser<Result>(
  ctx: RequestContext,
  actions: AuditActions,
  work: (em: EntityManager, user: User) => Promise<Result>,
): Promise<Result> {
  return inAuditedTransaction({ ...ctx, em: asPlatformFor(ctx) }, actions, async (em) => {
    const id = ctx.caller?.userId;
    const user = id ? await em.findOne(User, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
    if (!user) throw unauthenticated();
    return work(em, user);
  });
}
