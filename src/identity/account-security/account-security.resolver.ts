import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../core/context/request.context.ts';
import { getAccountSecurity } from './account-security.service.ts';
import { AccountSecurity, ChangePasswordArgs, ConfirmIdentityArgs } from './account-security.types.ts';
import * as sessions from '../sessions/own-session.service.ts';
import { DeviceSession } from '../sessions/own-session.types.ts';
import * as passwords from './password.service.ts';
import { sessionAnswer } from '../sessions/session.resolver.ts';
import { Session } from '../sessions/session.types.ts';

@Resolver()
export class AccountSecurityResolver {
  @Query(() => AccountSecurity, { description: 'Returns how the caller’s account is protected. Users only.' })
  accountSecurity(@Ctx() ctx: RequestContext): Promise<AccountSecurity> {
    return getAccountSecurity(ctx);
  }

  @Query(() => [DeviceSession], {
    description: 'Returns the caller’s open sessions, the most recently used first; at most 100. Users only.',
  })
  sessions(@Ctx() ctx: RequestContext): Promise<DeviceSession[]> {
    return sessions.listSessions(ctx);
  }

  @Mutation(() => Boolean, { description: 'Ends one of the caller’s sessions. Errors: NOT_FOUND. Users only.' })
  async endSession(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Which session.' }) id: string,
  ): Promise<boolean> {
    await sessions.endSession(ctx, { id });
    return true;
  }

  @Mutation(() => Boolean, { description: 'Ends all of the caller’s sessions except this one. Users only.' })
  async endOtherSessions(@Ctx() ctx: RequestContext): Promise<boolean> {
    await sessions.endOtherSessions(ctx);
    return true;
  }

  @Mutation(() => Boolean, {
    description:
      'Changes the caller’s password, ends all other sessions, and emails the user. Errors: BAD_USER_INPUT on `currentPassword` or `newPassword`; FORBIDDEN (RECENT_SIGN_IN_REQUIRED) for accounts with a second factor; RATE_LIMITED. Users only. Once per request.',
  })
  async changePassword(
    @Ctx() ctx: RequestContext,
    @Args(() => ChangePasswordArgs) args: ChangePasswordArgs,
  ): Promise<boolean> {
    await passwords.changePassword(ctx, args);
    return true;
  }

  @Mutation(() => Session, {
    description:
      'Confirms the caller’s identity by a code if there is a second factor, otherwise by the password. The new access token can change credentials for 10 minutes (RECENT_SIGN_IN_REQUIRED). Errors: BAD_USER_INPUT on `code` or `password`; RATE_LIMITED. Users only. Once per request.',
  })
  async confirmIdentity(
    @Ctx() ctx: RequestContext,
    @Args(() => ConfirmIdentityArgs) args: ConfirmIdentityArgs,
  ): Promise<Session> {
    return sessionAnswer(ctx, await sessions.confirmIdentity(ctx, args));
  }
}
