import { Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Row } from '../../core/database/row.query.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import * as identities from './identity.service.ts';
import * as sessions from './session.service.ts';
import { Session, SignInArgs, SignInWithIdentityArgs, SignInWithLinkArgs } from './session.types.ts';
import { User } from '../users/user.entity.ts';

@Resolver()
export class SessionResolver {
  @Query(() => User, {
    description:
      'Returns the user who is signed in. Errors: UNAUTHENTICATED if there is no session. Signed-in callers only.',
  })
  viewer(@Ctx() ctx: RequestContext): Promise<Row<User>> {
    return sessions.getViewer(ctx);
  }

  @Mutation(() => Session, {
    description:
      'Signs in by email address and password, and by a code if the account has a second factor. Errors: UNAUTHENTICATED (SECOND_FACTOR_REQUIRED, SECOND_FACTOR_WRONG); RATE_LIMITED. Public; limited by IP address and by account. Once per request.',
  })
  async signIn(@Ctx() ctx: RequestContext, @Args(() => SignInArgs) args: SignInArgs): Promise<Session> {
    return openSession(ctx, await sessions.signIn(ctx, args));
  }

  @Mutation(() => Session, {
    description:
      'Signs in with a token of the configured identity provider, as the active user with its email address. Errors: UNAUTHENTICATED, the same for an invalid token and an unknown address; UNAUTHENTICATED (SECOND_FACTOR_REQUIRED, SECOND_FACTOR_WRONG) if the account has a second factor; RATE_LIMITED. Public; limited by IP address. Once per request.',
  })
  async signInWithIdentity(
    @Ctx() ctx: RequestContext,
    @Args(() => SignInWithIdentityArgs) args: SignInWithIdentityArgs,
  ): Promise<Session> {
    return openSession(ctx, await identities.signInWithIdentity(ctx, args));
  }

  @Mutation(() => Session, {
    description:
      'Signs in with the link that we email when 100 failed sign-ins in an hour block password sign-in. The link works once, for one hour. Errors: BAD_USER_INPUT on `token`; UNAUTHENTICATED (SECOND_FACTOR_REQUIRED, SECOND_FACTOR_WRONG). Public; limited by IP address. Once per request.',
  })
  async signInWithLink(
    @Ctx() ctx: RequestContext,
    @Args(() => SignInWithLinkArgs) args: SignInWithLinkArgs,
  ): Promise<Session> {
    return openSession(ctx, await sessions.signInWithLink(ctx, args));
  }

  @Mutation(() => Session, {
    description:
      'Exchanges the refresh token in the cookie for a new access token and a new refresh token. For 10 seconds the replaced token returns the same new one. Later use of it ends the session. Errors: UNAUTHENTICATED. Once per request.',
  })
  async refreshSession(@Ctx() ctx: RequestContext): Promise<Session> {
    return openSession(ctx, await sessions.refreshSession(ctx));
  }

  @Mutation(() => Boolean, { description: 'Ends the session immediately. Signed-in callers only.' })
  async signOut(@Ctx() ctx: RequestContext): Promise<boolean> {
    await sessions.signOut(ctx);
    ctx.refreshCookie.clear();
    return true;
  }
}

/** Sets the cookie, and returns the session that the client keeps in memory. */
export function openSession(
  ctx: RequestContext,
  { refreshToken, sessionExpiresAt, ...signedIn }: sessions.SignedIn,
): Session {
  ctx.refreshCookie.write(refreshToken, sessionExpiresAt);
  return sessionAnswer(ctx, signedIn);
}

/** Returns a new access token; the cookie stays. */
export const sessionAnswer = (
  ctx: RequestContext,
  { caller, user }: Pick<sessions.SignedIn, 'caller' | 'user'>,
): Session => ({
  ...ctx.signAccessToken(caller),
  viewer: user,
  mustAddSecondFactor: caller.mustAddSecondFactor === true,
});
