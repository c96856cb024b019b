import { Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Row } from '../../core/database/row.query.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import * as identities from './identity.service.ts';
import * as sessions from './session.service.ts';
import { Session, SignInArgs, SignInWithIdentityArgs, SignInWithLinkArgs } from './session.types.ts';
import { User } from '../users/user.entity.ts';

@Resolver()
export class SessionResolver {
  @Query(() => User, { description: 'Who is signed in. UNAUTHENTICATED where nobody is.' })
  viewer(@Ctx() ctx: RequestContext): Promise<Row<User>> {
    return sessions.getViewer(ctx);
  }

  @Mutation(() => Session, {
    description:
      'Signs in by e-mail address and password, and by a code if the account has a second factor. Errors: UNAUTHENTICATED (SECOND_FACTOR_REQUIRED, SECOND_FACTOR_WRONG); RATE_LIMITED. Anyone; limited per address and per account. Once a request.',
  })
  async signIn(@Ctx() ctx: RequestContext, @Args(() => SignInArgs) args: SignInArgs): Promise<Session> {
    const { email, password, code } = args;
    return openSession(ctx, await sessions.signIn(ctx, email, password, code));
  }

  @Mutation(() => Session, {
    description:
      'Signs in by a token of the identity provider that is configured, as the active user with the e-mail address that it vouches for. UNAUTHENTICATED alike for a wrong token and an unknown address; SECOND_FACTOR_REQUIRED or SECOND_FACTOR_WRONG if the account has a second factor. Anyone; limited per address. Once a request.',
  })
  async signInWithIdentity(
    @Ctx() ctx: RequestContext,
    @Args(() => SignInWithIdentityArgs) { token, code }: SignInWithIdentityArgs,
  ): Promise<Session> {
    return openSession(ctx, await identities.signInWithIdentity(ctx, token, code));
  }

  @Mutation(() => Session, {
    description:
      'Signs in with a link that we mail after 100 failed sign-ins in an hour, when the account is closed to passwords. The link works once, for one hour. Errors: BAD_USER_INPUT on `token`; UNAUTHENTICATED (SECOND_FACTOR_REQUIRED, SECOND_FACTOR_WRONG). Anyone with the link; limited per network address. Once per request.',
  })
  async signInWithLink(
    @Ctx() ctx: RequestContext,
    @Args(() => SignInWithLinkArgs) { token, code }: SignInWithLinkArgs,
  ): Promise<Session> {
    return openSession(ctx, await sessions.signInWithLink(ctx, token, code));
  }

  @Mutation(() => Session, {
    description:
      'Returns a new access token for the refresh token in the cookie, and replaces that token. For 10 seconds the replaced token returns the same new one; later it ends the session. Errors: UNAUTHENTICATED. Once per request.',
  })
  async refreshSession(@Ctx() ctx: RequestContext): Promise<Session> {
    return openSession(ctx, await sessions.refreshSession(ctx, ctx.refreshCookie.read()));
  }

  @Mutation(() => Boolean, { description: 'Ends the session at once. Signed in.' })
  async signOut(@Ctx() ctx: RequestContext): Promise<boolean> {
    await sessions.signOut(ctx);
    ctx.refreshCookie.clear();
    return true;
  }
}

/** Sets the cookie, and answers what the client keeps in memory. */
export function openSession(
  ctx: RequestContext,
  { refreshToken, sessionExpiresAt, ...signedIn }: sessions.SignedIn,
): Session {
  ctx.refreshCookie.write(refreshToken, sessionExpiresAt);
  return sessionAnswer(ctx, signedIn);
}

/** A new access token for a session whose cookie stays. */
export const sessionAnswer = (
  ctx: RequestContext,
  { caller, user }: Pick<sessions.SignedIn, 'caller' | 'user'>,
): Session => ({
  ...ctx.signAccessToken(caller),
  viewer: user,
  mustAddSecondFactor: caller.mustAddSecondFactor === true,
});
