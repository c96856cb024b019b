import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { pageOf, type Page } from '../core/lists/page.types.ts';
import type { RequestContext } from '../core/context/request.context.ts';
import { SelectedOfPage, type Selected } from '../core/lists/selection.ts';
import { EmailMessage } from './email-message.entity.ts';
import { EmailMessageCounts, EmailMessagesArgs, ResendEmailsArgs } from './email.inputs.ts';
import { EmailUpdate } from './email.updates.ts';
import * as emails from './email.service.ts';

const EmailMessagePage = pageOf(EmailMessage, {
  type: EmailMessageCounts,
  by: 'status, under all filters except `status`',
});

@Resolver()
export class EmailResolver {
  @Query(() => EmailMessagePage, {
    description: 'Returns emails with their delivery status, newest first. Admins only.',
  })
  emailMessages(
    @Ctx() ctx: RequestContext,
    @Args(() => EmailMessagesArgs) args: EmailMessagesArgs,
    @SelectedOfPage() selected: Selected,
  ): Promise<Page<EmailMessage>> {
    return emails.listEmails(ctx, { ...args, ...selected });
  }

  @Mutation(() => EmailMessage, {
    description:
      'Sends an email that is FAILED or HELD_BACK again. Errors: NOT_FOUND; CONFLICT (EMAIL_STATUS) if it is queued or sent. Admins only.',
  })
  resendEmail(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'ID of an email that is FAILED or HELD_BACK.' }) id: string,
  ): Promise<EmailMessage> {
    return emails.resendEmail(ctx, { id });
  }

  @Mutation(() => [EmailUpdate], {
    description:
      'Sends up to 100 emails again, by the rules of resendEmail. Each succeeds or fails on its own. Returns one result per email, in the same order. Admins only.',
  })
  resendEmails(
    @Ctx() ctx: RequestContext,
    @Args(() => ResendEmailsArgs) args: ResendEmailsArgs,
  ): Promise<EmailUpdate[]> {
    return emails.resendEmails(ctx, args);
  }
}
