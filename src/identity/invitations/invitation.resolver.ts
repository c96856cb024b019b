import { Args, ArgsType, Ctx, Field, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../../core/context/request.context.ts';
import { EmailAddress, NewPassword, Text } from '../../core/graphql/text.rules.ts';
import * as invitations from './invitation.service.ts';
import { openSession } from '../sessions/session.resolver.ts';
import { Session } from '../sessions/session.types.ts';

@ArgsType()
class RequestPasswordResetArgs {
  @Field(() => String, {
    description:
      'The address of the account, in any spelling of its mailbox. The link goes to the address that is stored.',
  })
  @EmailAddress()
  email!: string;
}

@ArgsType()
class ResetPasswordArgs {
  @Field(() => String, { description: 'What the link in the mail carries after its #.' })
  @Text(200)
  token!: string;

  @Field(() => String, { description: '12 to 128 characters.' })
  @NewPassword()
  password!: string;
}

@ArgsType()
class AcceptInvitationArgs extends ResetPasswordArgs {
  @Field(() => String, { description: 'How to be called. 1 to 200 characters.' })
  @Text(200)
  name!: string;
}

@Resolver()
export class InvitationResolver {
  @Mutation(() => Session, {
    description:
      'Sets the password of somebody who was invited, and signs in. The link in the mail is good once, for 7 days. Anyone; limited per address. Once a request.',
  })
  async acceptInvitation(
    @Ctx() ctx: RequestContext,
    @Args(() => AcceptInvitationArgs) args: AcceptInvitationArgs,
  ): Promise<Session> {
    return openSession(ctx, await invitations.acceptInvitation(ctx, args));
  }

  @Mutation(() => Boolean, {
    description:
      'Mails a link to set a new password, which works once and for an hour. At most five links an hour are mailed to an account; all of them stay valid. Known and unknown addresses get the same answer in the same time. Anyone; limited per network address.',
  })
  async requestPasswordReset(
    @Ctx() ctx: RequestContext,
    @Args(() => RequestPasswordResetArgs) { email }: RequestPasswordResetArgs,
  ): Promise<boolean> {
    await invitations.requestPasswordReset(ctx, email);
    return true;
  }

  @Mutation(() => Boolean, {
    description:
      'Sets a new password and ends all sessions of the user. Anyone with the link; limited per address. Once a request.',
  })
  async resetPassword(
    @Ctx() ctx: RequestContext,
    @Args(() => ResetPasswordArgs) { token, password }: ResetPasswordArgs,
  ): Promise<boolean> {
    await invitations.resetPassword(ctx, token, password);
    return true;
  }
}
