import { Args, Ctx, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../core/context/request.context.ts';
import { EmailPreview } from '../../email/email.preview.ts';
import { PartnerApplication } from '../application.entity.ts';
import { StatusEmailArgs, UpdateStatusesArgs } from '../application.inputs.ts';
import * as decisions from './decision.service.ts';

@ObjectType({ simpleResolvers: true, description: 'Why the change of one application failed.' })
class StatusUpdateError {
  @Field(() => String, { description: 'Error code, as in the extensions of an error. Example: CONFLICT.' })
  code!: string;

  @Field(() => String, { description: 'Message in plain English.' })
  message!: string;

  @Field(() => String, { nullable: true, description: 'For CONFLICT: the rule that prevented the change.' })
  reason?: string;

  @Field(() => Int, { nullable: true, description: "For STALE_VERSION: the application's current version." })
  version?: number;
}

@ObjectType({ simpleResolvers: true, description: 'Result for one of several applications.' })
class StatusUpdate {
  @Field(() => ID, { description: 'ID of the application, as requested.' })
  id!: string;

  @Field(() => PartnerApplication, {
    nullable: true,
    description: 'The current application. Null if the change failed.',
  })
  application?: PartnerApplication;

  @Field(() => StatusUpdateError, { nullable: true, description: 'Why the change failed. Null if it succeeded.' })
  error?: StatusUpdateError;
}

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
