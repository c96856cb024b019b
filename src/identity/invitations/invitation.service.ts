import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { inAuditedTransaction, recordAction } from '../../audit/audit.recorder.ts';
import { conflict, invalidInput } from '../../core/context/domain.error.ts';
import { mailboxOf } from '../../core/text/mailbox.ts';
import { mailboxAndNetwork } from '../../core/limits/rate.identity.ts';
import { countCall, isCounted } from '../../core/limits/rate.limit.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { asPlatform } from '../../core/database/tenancy.ts';
import { inTransaction } from '../../core/database/transaction.ts';
import { writeEmails } from '../../email/email.outbox.ts';
import { PASSWORD_RESET_QUEUE } from './account-link.queues.ts';
import { credentialsChangedMail } from '../account-security/credential.emails.tsx';
import { invitation } from './identity.emails.tsx';
import { hashPassword } from '../account-security/password.hash.ts';
import { passwordOwner, refuseWeakPassword } from '../account-security/password.rules.ts';
import { accountOf, endSessions, startSession, type SignedIn } from '../sessions/session.service.ts';
import { actorOf } from '../users/user.actor.ts';
import { User } from '../users/user.entity.ts';
import { consumeToken, createToken, findTokenOwner, forgetTokens } from './user.token.ts';
import { UserTokenPurpose } from './user-token.entity.ts';

/** In the caller's transaction: the token, valid for 7 days, and the mail with the link. Earlier links stay valid. */
export async function writeInvitation(
  ctx: RequestContext,
  em: EntityManager,
  user: User,
  companyName: string,
): Promise<void> {
  const token = await createToken(em, user.id, UserTokenPurpose.INVITATION);
  await writeEmails(em, ctx.jobs, [invitation(user, token, companyName)]);
}

/**
 * Counts an invitation for the account that invites, and that before the address is looked at: the answer tells whether it signs in
 * already, and nobody shall learn that of many. RATE_LIMITED.
 */
export async function countInviter({ caller, limits }: RequestContext): Promise<void> {
  await countCall(limits.invitations, caller?.resellerId ?? 'platform');
}

/** Counts an invitation for the mailbox, before it is mailed. RATE_LIMITED: nobody can use us to fill a stranger's mailbox. */
export async function countInvitation({ limits }: RequestContext, email: string): Promise<void> {
  const mailbox = mailboxOf(email);
  await countCall(limits.invited, mailbox);
  await countCall(limits.recipient, mailbox);
}

/**
 * In the caller's audited transaction: the invitation once more. CONFLICT, INVITATION_ACCEPTED, where it was accepted;
 * RATE_LIMITED where the mailbox has had enough, whoever it was that wrote to it.
 */
export async function writeInvitationAgain(
  ctx: RequestContext,
  em: EntityManager,
  user: User,
  companyName: string,
): Promise<void> {
  if (user.joinedAt) throw invitationAccepted();
  await countInviter(ctx);
  await countInvitation(ctx, user.email);
  recordAction(em, 'user.invitation_resent', user);
  await writeInvitation(ctx, em, user, companyName);
}

export const invitationAccepted = () => conflict('INVITATION_ACCEPTED', 'The invitation was accepted already.');

export interface NewCredentials {
  token: string;
  name: string;
  password: string;
}

/** Sets name and password of somebody who was invited, and signs in. The link is good once: BAD_USER_INPUT on `token`. */
export async function acceptInvitation(
  ctx: RequestContext,
  { token, name, password }: NewCredentials,
): Promise<SignedIn> {
  const user = await setPassword(ctx, UserTokenPurpose.INVITATION, token, password, (invited) => {
    invited.name = name;
    invited.joinedAt ??= new Date();
  });
  return startSession(ctx, user);
}

/**
 * Has a worker mail a link if the address can sign in. Takes the same time for every address. Further requests of one network for
 * one mailbox do nothing: a stranger must not use up the links that the user may get in a day.
 */
export async function requestPasswordReset(ctx: RequestContext, email: string): Promise<void> {
  if (!(await isCounted(ctx.limits.passwordResets, mailboxAndNetwork(email, ctx.address)))) return;
  // The caller is unknown, so this is the platform's work.
  await inTransaction(asPlatform(ctx.em), (em) => ctx.jobs.send(em, PASSWORD_RESET_QUEUE, [email]));
}

/** Sets a new password and ends every session of the user. The link is good once: BAD_USER_INPUT on `token`. */
export async function resetPassword(ctx: RequestContext, token: string, password: string): Promise<void> {
  await setPassword(ctx, UserTokenPurpose.PASSWORD_RESET, token, password, () => undefined);
}

const ACTIONS = {
  [UserTokenPurpose.INVITATION]: { User: 'user.joined' },
  [UserTokenPurpose.PASSWORD_RESET]: { User: 'user.password_reset' },
} as const;

/** Whoever has the link is taken for the user that it was mailed to. */
async function setPassword(
  ctx: RequestContext,
  purpose: keyof typeof ACTIONS,
  presented: string,
  password: string,
  change: (user: User) => void,
): Promise<User> {
  const wrong = invalidInput([{ path: 'token', message: 'is no longer valid: ask for a new mail', rule: 'LINK' }]);
  // Nobody is known yet: this is the platform's work.
  const platform = asPlatform(ctx.em);
  const found = await inTransaction(platform, async (em) => {
    const user = await findTokenOwner(em, ctx.secrets, presented, purpose);
    return user && { owner: user, passwordOwner: await passwordOwner(em, user) };
  });
  if (!found) throw wrong;
  const { owner } = found;
  await refuseWeakPassword('password', password, found.passwordOwner);
  const passwordHash = await hashPassword(password);
  return inAuditedTransaction(
    { ...ctx, em: platform, caller: actorOf(owner, 'link') },
    ACTIONS[purpose],
    async (em) => {
      // Held before the sessions end: whoever signs in meanwhile either is done, or finds the new password.
      const user = await em.findOneOrFail(User, { id: owner.id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!(await accountOf(em, user)) || !(await consumeToken(em, presented, purpose, user.id))) throw wrong;
      user.passwordHash = passwordHash;
      change(user);
      await endSessions(em, [user.id]);
      await forgetTokens(em, user.id); // a link to sign in with, say
      if (purpose === UserTokenPurpose.PASSWORD_RESET) {
        await writeEmails(em, ctx.jobs, [credentialsChangedMail(ctx, user.email, 'PASSWORD_RESET')]);
      }
      return user;
    },
  );
}
