import { Args, Ctx, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../core/context/request.context.ts';
import { EmailPreview } from '../../email/email.preview.ts';
import { PartnerApplication } from '../application.entity.ts';
import { StatusEmailArgs, UpdateStatusesArgs } from '../application.inputs.ts';
import * as decisions from './decision.service.ts';

@ObjectType({ simpleResolvers: true, description: 'Why a change of one application of several was refused.' })
class StatusUpdateError {
  @Field(() => String, { description: 'As in the extensions of an error: CONFLICT, for example.' })
  code!: string;

  @Field(() => String, { description: 'A sentence for people.' })
  message!: string;

  @Field(() => String, { nullable: true, description: 'Of a CONFLICT: which rule stood against it.' })
  reason?: string;

  @Field(() => Int, { nullable: true, description: 'Of a STALE_VERSION: the version that the application is at now.' })
  version?: number;
}

@ObjectType({ simpleResolvers: true, description: 'What became of one application of several that were to change.' })
class StatusUpdate {
  @Field(() => ID, { description: 'Which application, as it was asked for.' })
  id!: string;

  @Field(() => PartnerApplication, {
    nullable: true,
    description: 'The application as it is now. Null where the change was refused.',
  })
  application?: PartnerApplication;

  @Field(() => StatusUpdateError, { nullable: true, description: 'Why it was refused. Null where it was not.' })
  error?: StatusUpdateError;
}

@Resolver()
export class DecisionResolver {
  @Mutation(() => [StatusUpdate], {
    description:
      'Moves up to 100 applications on, each by itself and by the rules of updatePartnerApplicationStatus: what is refused for one keeps none of the others back. Withdrawn applications are refused (WITHDRAWN): reopen each by itself. Answers one result for each, in the same order. Admins with REVIEW or ALL.',
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
      'The mail that updatePartnerApplicationStatus would send; nothing is stored. Only the applicant’s private link is another one. Null where there is no such application, or it has this status already; CONFLICT where the status cannot follow. Admins.',
  })
  partnerApplicationStatusEmail(
    @Ctx() ctx: RequestContext,
    @Args(() => StatusEmailArgs) args: StatusEmailArgs,
  ): Promise<EmailPreview | null> {
    return decisions.previewStatusEmail(ctx, args);
  }
}
