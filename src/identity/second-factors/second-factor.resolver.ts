import { Arg, Args, ArgsType, Ctx, Field, ID, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../../core/context/request.context.ts';
import { Text } from '../../core/graphql/text.rules.ts';
import { SecondFactorSetup } from '../account-security/account-security.types.ts';
import * as factors from './second-factor.service.ts';

@ArgsType()
class ConfirmSecondFactorArgs {
  @Field(() => String, { description: 'A 6-digit code from the authenticator app.' })
  @Text(40)
  code!: string;
}

@Resolver()
export class SecondFactorResolver {
  @Mutation(() => SecondFactorSetup, {
    description:
      'Creates a secret for an authenticator app (TOTP, RFC 6238) and replaces an unconfirmed one. The secret takes effect after confirmSecondFactor. Errors: CONFLICT (SECOND_FACTOR_EXISTS); FORBIDDEN (RECENT_SIGN_IN_REQUIRED). Users only.',
  })
  startSecondFactor(@Ctx() ctx: RequestContext): Promise<SecondFactorSetup> {
    return factors.startSecondFactor(ctx);
  }

  @Mutation(() => [String], {
    description:
      'Turns on the second factor and emails the user. Returns 10 recovery codes, shown once. Each works once in place of an authenticator code. Admins must refresh their access token afterwards. Errors: BAD_USER_INPUT on `code`; CONFLICT (SECOND_FACTOR_EXISTS, NO_SECOND_FACTOR); RATE_LIMITED. Users only.',
  })
  confirmSecondFactor(
    @Ctx() ctx: RequestContext,
    @Args(() => ConfirmSecondFactorArgs) args: ConfirmSecondFactorArgs,
  ): Promise<string[]> {
    return factors.confirmSecondFactor(ctx, args);
  }

  @Mutation(() => Boolean, {
    description:
      'Turns off the caller’s second factor and emails the user. If admins need a second factor, they must then add another one. Errors: CONFLICT (NO_SECOND_FACTOR); FORBIDDEN (RECENT_SIGN_IN_REQUIRED). Users only.',
  })
  async removeSecondFactor(@Ctx() ctx: RequestContext): Promise<boolean> {
    await factors.removeSecondFactor(ctx);
    return true;
  }

  @Mutation(() => [String], {
    description:
      'Returns 10 new recovery codes, shown once. Invalidates the earlier ones and emails the user. Errors: CONFLICT (NO_SECOND_FACTOR); FORBIDDEN (RECENT_SIGN_IN_REQUIRED). Users only.',
  })
  renewRecoveryCodes(@Ctx() ctx: RequestContext): Promise<string[]> {
    return factors.renewRecoveryCodes(ctx);
  }

  @Mutation(() => Boolean, {
    description:
      'Turns off the second factor of a user who lost it, ends their sessions, and emails them. Errors: NOT_FOUND; CONFLICT (NO_SECOND_FACTOR; OWN_ACCOUNT for the caller); FORBIDDEN (RECENT_SIGN_IN_REQUIRED). Owners for members of their account; admins with PARTNERS for users of partners, with ALL for everyone.',
  })
  async resetSecondFactor(
    @Ctx() ctx: RequestContext,
    @Arg('userId', () => ID, { description: 'Which user.' }) userId: string,
  ): Promise<boolean> {
    await factors.resetSecondFactor(ctx, { userId });
    return true;
  }
}
