import { LockMode } from '@mikro-orm/postgresql';
import { currentTime } from '../../core/database/database.clock.ts';
import { inAuditedTransaction } from '../../audit/audit.recorder.ts';
import { unauthenticated } from '../../core/context/domain.error.ts';
import { loadById } from '../../core/database/entity.lookup.ts';
import { isSameAddress } from '../../core/text/mailbox.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { asPlatform } from '../../core/database/tenancy.ts';
import { inTransaction } from '../../core/database/transaction.ts';
import { accountOf, startSession, type SignedIn } from './session.service.ts';
import type { SignInWithIdentityArgs } from './session.types.ts';
import { actorOf } from '../users/user.actor.ts';
import { User } from '../users/user.entity.ts';
import { tellOfJoin } from '../users/user.notices.ts';
import { usersAt } from '../users/user.lookup.ts';
import { forgetTokens } from '../invitations/user.token.ts';
import { UserTokenPurpose } from '../invitations/user-token.entity.ts';

const refusal = () => unauthenticated('This identity cannot sign in here.');

/**
 * Signs in the active user whose email address exactly matches the provider's, with the domain in Unicode or ASCII.
 * An invited user joins this way. Invalid tokens and unknown addresses fail with the same UNAUTHENTICATED.
 */
export async function signInWithIdentity(
  ctx: RequestContext,
  { token, code }: SignInWithIdentityArgs,
): Promise<SignedIn> {
  const email = await ctx.verifyIdentity(token);
  // Runs as the platform, because the caller is not known yet.
  const em = asPlatform(ctx.em);
  const users = email ? await inTransaction(em, (transaction) => usersAt(transaction, email)) : [];
  // Compares exactly: the provider vouches for one address, not for others that may reach the same mailbox.
  const user = users.find((each) => isSameAddress(each.email, email ?? ''));
  if (!user) {
    ctx.log.warn({ event: 'sign_in_failed', address: ctx.address }, 'sign-in with the identity provider failed');
    throw refusal();
  }
  if (!user.joinedAt) await join(ctx, user);
  return startSession(ctx, { user, refusal, code });
}

/** Ends the link in the invitation, which is no longer needed. */
async function join(ctx: RequestContext, user: User): Promise<void> {
  const audited = { ...ctx, em: asPlatform(ctx.em), caller: actorOf(user, 'identity provider') };
  await inAuditedTransaction(audited, { User: 'user.joined' }, async (em) => {
    const invited = await loadById(em, User, user.id, LockMode.PESSIMISTIC_WRITE);
    if (!(await accountOf(em, invited))) throw refusal();
    invited.joinedAt ??= currentTime();
    await forgetTokens(em, invited.id, UserTokenPurpose.INVITATION);
    await tellOfJoin(em, invited);
  });
}
