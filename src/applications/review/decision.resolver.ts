import { Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../core/context/request.context.ts';
import { EmailPreview } from '../../email/email.preview.ts';
import { StatusEmailArgs, UpdateStatusesArgs } from '../application.inputs.ts';
import { StatusUpdate } from './application.updates.ts';
import * as decisions from './decision.service.ts';

@Resolver()
export class DecisionResolver {
  @Mutation(() => [StatusUpdate], {
    description:
      'Changes the status of up to 100 applications, by the rules of updatePartnerApplicationStatus. Each succeeds or fails on its own. Withdrawn applications fail with CONFLICT (WITHDRAWN): reopen them one by one. Returns one result per application, in the same order. Admins with REVIEW or ALL only.',
  })
  updatePartnerApplicationStatuses(
    @Ctx() ctx: RequestContext,
    @Args(() => UpdateStatusesArgs) { input }: UpdateStatusesArgs,
  ): Promise<StatusUpdate[]> {
    return decisions.changeStatuses(ctx, input);
  }

  @Query(() => EmailPreview, {
    nullable: true,
    description:
      "Returns the email that updatePartnerApplicationStatus would send, without the applicant's real link. Stores nothing. Null if the application does not exist or already has this status. Errors: CONFLICT (APPLICATION_STATUS) if the status cannot follow. Admins only.",
  })
  partnerApplicationStatusEmail(
    @Ctx() ctx: RequestContext,
    @Args(() => StatusEmailArgs) args: StatusEmailArgs,
  ): Promise<EmailPreview | null> {
    return decisions.previewStatusEmail(ctx, args);
  }
}
