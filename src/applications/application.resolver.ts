import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Info,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { loadChildren } from '../core/lists/children.ts';
import { pageOf, type Page } from '../core/lists/page.types.ts';
import type { Row } from '../core/database/row.query.ts';
import type { RequestContext } from '../core/context/request.context.ts';
import { selects } from '../core/lists/selection.ts';
import { EmailMessage } from '../email/email-message.entity.ts';
import { siteOf } from '../core/secrets/mailed.link.ts';
import { NEXT_STATUSES, PartnerApplication } from './application.entity.ts';
import { ApplicationStatus } from './application.enums.ts';
import { AddNoteArgs, SubmitPartnerApplicationArgs, UpdateStatusArgs } from './application.inputs.ts';
import { statusUrl } from './applicant/application.link.ts';
import { NeighborsArgs, PartnerApplicationsArgs } from './list/application-list.inputs.ts';
import { listApplications, neighborsOf } from './list/application-list.service.ts';
import * as applications from './application.service.ts';
import { PartnerApplicationNote } from './review/application-note.entity.ts';
import { ApplicationStatusChange } from './review/application-status-change.entity.ts';

const PartnerApplicationPage = pageOf(PartnerApplication);

@ObjectType({ simpleResolvers: true, description: 'The answer to a submission.' })
class SubmitPartnerApplicationPayload {
  @Field(() => ID, {
    description:
      'The application. Where the contact has an open one of this type already, none is stored under this id; nothing in the answer tells.',
  })
  applicationId!: string;

  @Field(() => String, {
    description:
      'The applicant’s private page, with a token in the fragment: see applicationStatus. Whoever has it sees where the application stands and can withdraw it.',
  })
  statusUrl!: string;

  @Field(() => String, { description: 'A sentence to show to the applicant.' })
  confirmation!: string;
}

@ObjectType({ simpleResolvers: true, description: 'What stands beside an application in a list.' })
class PartnerApplicationNeighbors {
  @Field(() => PartnerApplication, { nullable: true, description: 'The one before it. Null at the beginning.' })
  previous!: Row<PartnerApplication> | null;

  @Field(() => PartnerApplication, { nullable: true, description: 'The one after it. Null at the end.' })
  next!: Row<PartnerApplication> | null;
}

@Resolver(() => PartnerApplication)
export class PartnerApplicationResolver {
  @Query(() => PartnerApplicationPage, {
    description: 'Applications, the newest first where nothing else is asked for. Admins.',
  })
  partnerApplications(
    @Ctx() ctx: RequestContext,
    @Args(() => PartnerApplicationsArgs) args: PartnerApplicationsArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<PartnerApplication>> {
    return listApplications(ctx, args, selects(info, 'pageInfo', 'totalItems', 'totalPages'));
  }

  @Query(() => PartnerApplication, {
    nullable: true,
    description: 'One application; null where there is none. Admins.',
  })
  partnerApplication(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Which application.' }) id: string,
  ): Promise<Row<PartnerApplication> | null> {
    return applications.getApplication(ctx, id);
  }

  @Query(() => PartnerApplicationNeighbors, {
    nullable: true,
    description:
      'What stands before and after an application in a list, at the same cost wherever it stands. Null where there is no such application. Admins.',
  })
  partnerApplicationNeighbors(
    @Ctx() ctx: RequestContext,
    @Args(() => NeighborsArgs) args: NeighborsArgs,
  ): Promise<PartnerApplicationNeighbors | null> {
    return neighborsOf(ctx, args);
  }

  @Mutation(() => SubmitPartnerApplicationPayload, {
    description:
      'Applies for a partnership. Anyone; limited per address and per contact e-mail (RATE_LIMITED). The contact and the admins are mailed.',
  })
  async submitPartnerApplication(
    @Ctx() ctx: RequestContext,
    @Args(() => SubmitPartnerApplicationArgs) args: SubmitPartnerApplicationArgs,
  ): Promise<SubmitPartnerApplicationPayload> {
    const applicationId = await applications.submitApplication(ctx, args);
    return {
      applicationId,
      statusUrl: statusUrl(siteOf(ctx.config.publicUrl, ctx.secrets), applicationId),
      confirmation: 'Thank you. We have your application and answer within five business days; a mail is on its way.',
    };
  }

  @Mutation(() => PartnerApplication, {
    description:
      'Moves an application on and tells the applicant by mail. CONFLICT where the status cannot follow the present one, or expectedVersion is stale; with the reason WITHDRAWN if the applicant has withdrawn it, unless `reopenWithdrawn` is true and the status is REVIEWING. APPROVED adds the partnership to the active account that the contact owns; otherwise it opens an account and invites its first user. It is a CONFLICT (EMAIL_IN_USE, PARTNERSHIP_EXISTS, PARTNER_INACTIVE) if neither is possible; FORBIDDEN (RECENT_SIGN_IN_REQUIRED) if ownerEmail is given and the sign-in is older than 10 minutes. Admins with REVIEW or ALL.',
  })
  updatePartnerApplicationStatus(
    @Ctx() ctx: RequestContext,
    @Args(() => UpdateStatusArgs) args: UpdateStatusArgs,
  ): Promise<PartnerApplication> {
    return applications.changeStatus(ctx, args);
  }

  @Mutation(() => PartnerApplicationNote, {
    description: 'Adds an internal note to an application. NOT_FOUND where there is none. Admins with REVIEW or ALL.',
  })
  addPartnerApplicationNote(
    @Ctx() ctx: RequestContext,
    @Args(() => AddNoteArgs) args: AddNoteArgs,
  ): Promise<PartnerApplicationNote> {
    return applications.addNote(ctx, args);
  }

  @FieldResolver(() => [ApplicationStatus], {
    description:
      'What it may become now, the likeliest first. A withdrawn application is reopened only with `reopenWithdrawn`.',
  })
  nextStatuses(@Root() { status }: PartnerApplication): readonly ApplicationStatus[] {
    return NEXT_STATUSES[status];
  }

  @FieldResolver(() => [PartnerApplicationNote], { description: 'Internal notes, oldest first.' })
  notes(@Ctx() ctx: RequestContext, @Root() { id }: PartnerApplication) {
    return loadChildren(ctx, NOTES, id);
  }

  @FieldResolver(() => [ApplicationStatusChange], { description: 'Every step of the review, oldest first.' })
  statusHistory(@Ctx() ctx: RequestContext, @Root() { id }: PartnerApplication) {
    return loadChildren(ctx, STATUS_HISTORY, id);
  }

  @FieldResolver(() => [EmailMessage], {
    description: 'The mails that it caused, oldest first, and what became of them.',
  })
  emails(@Ctx() ctx: RequestContext, @Root() { id }: PartnerApplication) {
    return loadChildren(ctx, EMAILS, id);
  }
}

const NOTES = { entity: PartnerApplicationNote, parent: 'applicationId', sortBy: 'createdAt' } as const;
const STATUS_HISTORY = { entity: ApplicationStatusChange, parent: 'applicationId', sortBy: 'changedAt' } as const;
const EMAILS = { entity: EmailMessage, parent: 'applicationId', sortBy: 'createdAt' } as const;
