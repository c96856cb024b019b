import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../core/request.context.ts';
import { EmailMessage } from './email-message.entity.ts';
import * as emails from './email.service.ts';

@Resolver()
export class EmailResolver {
  @Mutation(() => EmailMessage, {
    description:
      'Sends a mail that was given up once more. NOT_FOUND where there is none; CONFLICT with the reason EMAIL_STATUS where it is waiting or was sent. For admins.',
  })
  resendEmail(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Of a mail that is FAILED.' }) id: string,
  ): Promise<EmailMessage> {
    return emails.resendEmail(ctx, id);
  }
}
