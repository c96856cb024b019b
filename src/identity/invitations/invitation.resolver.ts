import { Args, ArgsType, Ctx, Field, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../../core/context/request.context.ts';
import { EmailAddress, NewPassword, Text } from '../../core/graphql/text.rules.ts';
import { Language } from '../../core/text/language.ts';
import * as invitations from './invitation.service.ts';
import { openSession } from '../sessions/session.resolver.ts';
import { Session } from '../sessions/session.types.ts';

@ArgsType()
class RequestPasswordResetArgs {
  @Field(() => String, {
    description:
      'The email address of the account, in any spelling of its mailbox. The link goes to the stored address.',
  })
  @EmailAddress()
  email!: string;

  @Field(() => Language, {
    nullable: true,
    description:
      'Language of the email if the user has chosen none. Default: by the header `Accept-Language`, else EN.',
  })
  language?: Language | null;
}

@ArgsType()
class ResetPasswordArgs {
  @Field(() => String, { description: 'The part after # of the link in the email.' })
  @Text(200)
  token!: string;

  @Field(() => String, { description: '12 to 128 characters.' })
  @NewPassword()
  password!: string;
}

@ArgsType()
class AcceptInvitationArgs extends ResetPasswordArgs {
  @Field(() => String, { description: 'The user’s name. 1 to 200 characters.' })
  @Text(200)
  name!: string;
}

@Resolver()
export class InvitationResolver {
  @Mutation(() => Session, {
    description:
      'Accepts an invitation: sets the user’s name and password, and signs in. The link works once and expires after 7 days. Errors: BAD_USER_INPUT on `token` or `password`; RATE_LIMITED. Public; limited by IP address. Once per request.',
  })
  async acceptInvitation(
    @Ctx() ctx: RequestContext,
    @Args(() => AcceptInvitationArgs) args: AcceptInvitationArgs,
  ): Promise<Session> {
    return openSession(ctx, await invitations.acceptInvitation(ctx, args));
  }

  @Mutation(() => Boolean, {
    description:
      'Emails a link to set a new password. The link works once, for one hour. An account gets at most five links an hour, and all of them stay valid. Known and unknown addresses get the same response in the same time. Public; limited by IP address.',
  })
  async requestPasswordReset(
    @Ctx() ctx: RequestContext,
    @Args(() => RequestPasswordResetArgs) args: RequestPasswordResetArgs,
  ): Promise<boolean> {
    await invitations.requestPasswordReset(ctx, args);
    return true;
  }

  @Mutation(() => Boolean, {
    description:
      'Sets a new password and ends all sessions of the user. Errors: BAD_USER_INPUT on `token` or `password`; RATE_LIMITED. Public; limited by IP address. Once per request.',
  })
  async resetPassword(
    @Ctx() ctx: RequestContext,
    @Args(() => ResetPasswordArgs) args: ResetPasswordArgs,
  ): Promise<boolean> {
    await invitations.resetPassword(ctx, args);
    return true;
  }
}
