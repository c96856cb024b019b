import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { currentTime } from '../../core/database/database.clock.ts';
import { inAuditedTransaction, recordAction } from '../../audit/audit.recorder.ts';
import { conflict, invalidInput } from '../../core/context/domain.error.ts';
import type { Language } from '../../core/text/language.ts';
import { mailboxOf } from '../../core/text/mailbox.ts';
import { mailboxAndNetwork } from '../../core/limits/rate.identity.ts';
import { countCall, isCounted } from '../../core/limits/rate.limit.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { asPlatform } from '../../core/database/tenancy.ts';
import { inTransaction } from '../../core/database/transaction.ts';
import { writeEmails } from '../../email/email.outbox.ts';
import { PASSWORD_RESET_QUEUE, resetRequest } from './account-link.queues.ts';
import { credentialsChangedMail } from '../account-security/credential.emails.tsx';
import { invitation } from './identity.emails.tsx';
import { hashPassword } from '../account-security/password.hash.ts';
import { passwordOwner, refuseWeakPassword } from '../account-security/password.rules.ts';
import { accountOf, endSessions, startSession, type SignedIn } from '../sessions/session.service.ts';
import { actorOf } from '../users/user.actor.ts';
import { tellOfJoin } from '../users/user.notices.ts';
import { User } from '../users/user.entity.ts';
import { consumeToken, createToken, findTokenOwner, forgetTokens } from './user.token.ts';
import { UserTokenPurpose } from './user-token.entity.ts';

interface Invited {
  user: User;
  companyName: string;
}

/** Creates a token, valid for 7 days, and its email, in the caller's transaction. Earlier links stay valid. */
export async function writeInvitation(
  ctx: RequestContext,
  em: EntityManager,
  { user, companyName }: Invited,
): Promise<void> {
  const token = await createToken(em, user.id, UserTokenPurpose.INVITATION);
  await writeEmails(em, ctx.jobs, [invitation(user, token, companyName)]);
}

/**
 * Counts an invitation for the inviting account, before the address is checked. The response reveals whether the
 * address belongs to an account, so the limit prevents testing many addresses. RATE_LIMITED.
 */
export async function countInviter({ caller, limits }: RequestContext): Promise<void> {
  await countCall(limits.invitations, caller?.resellerId ?? 'platform');
}

/** Counts an invitation for the mailbox, so that invitations cannot flood it. RATE_LIMITED. */
export async function countInvitation({ limits }: RequestContext, email: string): Promise<void> {
  const mailbox = mailboxOf(email);
  await countCall(limits.invited, mailbox);
  await countCall(limits.recipient, mailbox);
}

/**
 * Sends the invitation again, in the caller's audited transaction. CONFLICT, INVITATION_ACCEPTED, if it was accepted;
 * RATE_LIMITED if the mailbox got too many invitations, from any account.
 */
export async function writeInvitationAgain(
  ctx: RequestContext,
  em: EntityManager,
  { user, companyName }: Invited,
): Promise<void> {
  if (user.joinedAt) throw invitationAccepted();
  await countInviter(ctx);
  await countInvitation(ctx, user.email);
  recordAction(em, 'user.invitation_resent', user);
  await writeInvitation(ctx, em, { user, companyName });
}

export const invitationAccepted = () => conflict('INVITATION_ACCEPTED', 'This invitation has already been accepted.');

export interface NewCredentials {
  token: string;
  name: string;
  password: string;
}

/** Sets the name and password of an invited user and signs in. The link works once: BAD_USER_INPUT on `token`. */
export async function acceptInvitation(
  ctx: RequestContext,
  { token, name, password }: NewCredentials,
): Promise<SignedIn> {
  const user = await setPassword(ctx, UserTokenPurpose.INVITATION, token, password, (invited) => {
    invited.name = name;
    invited.joinedAt ??= currentTime();
  });
  return startSession(ctx, { user });
}

/**
 * Queues a link for the worker to email if the address can sign in. Takes the same time for every address. Ignores
 * further requests from one network for one mailbox, so that strangers cannot use up the user's daily links.
 */
export async function requestPasswordReset(
  ctx: RequestContext,
  { email, language }: { email: string; language?: Language | null },
): Promise<void> {
  if (!(await isCounted(ctx.limits.passwordResets, mailboxAndNetwork(email, ctx.address)))) return;
  const request = resetRequest(email, language ?? ctx.language);
  // Runs as the platform, because the caller is unknown.
  await inTransaction(asPlatform(ctx.em), (em) => ctx.jobs.send(em, PASSWORD_RESET_QUEUE, [request]));
}

/** Sets a new password and ends all sessions of the user. The link works once: BAD_USER_INPUT on `token`. */
export async function resetPassword(
  ctx: RequestContext,
  { token, password }: Omit<NewCredentials, 'name'>,
): Promise<void> {
  await setPassword(ctx, UserTokenPurpose.PASSWORD_RESET, token, password, () => undefined);
}

const ACTIONS = {
  [UserTokenPurpose.INVITATION]: { User: 'user.joined' },
  [UserTokenPurpose.PASSWORD_RESET]: { User: 'user.password_reset' },
} as const;

/** Sets the password of the link's user. The link is the proof of identity. */
async function setPassword(
  ctx: RequestContext,
  purpose: keyof typeof ACTIONS,
  presented: string,
  password: string,
  change: (user: User) => void,
): Promise<User> {
  const wrong = invalidInput([{ path: 'token', message: 'is no longer valid: request a new link', rule: 'LINK' }]);
  // Runs as the platform, because the caller is not known yet.
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
      // Locks the user before the sessions end: a concurrent sign-in either finishes first or sees the new password.
      const user = await em.findOneOrFail(User, { id: owner.id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!(await accountOf(em, user)) || !(await consumeToken(em, presented, purpose, user.id))) throw wrong;
      user.passwordHash = passwordHash;
      change(user);
      await endSessions(em, [user.id]);
      await forgetTokens(em, user.id); // Ends other links too, such as one for signing in.
      if (purpose === UserTokenPurpose.INVITATION) await tellOfJoin(em, user);
      if (purpose === UserTokenPurpose.PASSWORD_RESET) {
        await writeEmails(em, ctx.jobs, [credentialsChangedMail(ctx, user.email, 'PASSWORD_RESET')]);
      }
      return user;
    },
  );
}
