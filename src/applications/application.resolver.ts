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
import { childrenOf, loadList, readTogether } from '../core/lists/children.ts';
import { neighborsOf } from '../core/lists/neighbors.types.ts';
import type { Neighbors } from '../core/lists/page.query.ts';
import { pageOf, type Page } from '../core/lists/page.types.ts';
import type { Row } from '../core/database/row.query.ts';
import type { RequestContext } from '../core/context/request.context.ts';
import { SelectedOfPage, selects, type Selected } from '../core/lists/selection.ts';
import { readAccountsOf } from '../partners/partnership.service.ts';
import { EmailMessage } from '../email/email-message.entity.ts';
import { siteOf } from '../core/secrets/mailed.link.ts';
import { NEXT_STATUSES, PartnerApplication } from './application.entity.ts';
import { ApplicationStatus } from './application.enums.ts';
import { AddNoteArgs, SubmitPartnerApplicationArgs, UpdateStatusArgs } from './application.inputs.ts';
import { statusUrl } from './applicant/application.link.ts';
import { NeighborsArgs, PartnerApplicationCounts, PartnerApplicationsArgs } from './list/application-list.inputs.ts';
import { listApplications, applicationNeighbors } from './list/application-list.service.ts';
import * as applications from './application.service.ts';
import { CONFIRMATIONS } from './application.wording.ts';
import { PartnerApplicationNote } from './review/application-note.entity.ts';
import { ApplicationStatusChange } from './review/application-status-change.entity.ts';

const PartnerApplicationPage = pageOf(PartnerApplication, {
  type: PartnerApplicationCounts,
  by: 'status, under all filters except `status` and `withdrawn`',
});

@ObjectType({ simpleResolvers: true, description: 'Result of a submission.' })
class SubmitPartnerApplicationPayload {
  @Field(() => ID, {
    description:
      'ID of the application. If the contact already has an open application of this type, nothing is stored under this ID. The response does not reveal it.',
  })
  applicationId!: string;

  @Field(() => String, {
    description:
      "The applicant's private status page, with a token in the fragment. Anyone with this link can see the status and withdraw the application.",
  })
  statusUrl!: string;

  @Field(() => String, { description: 'Confirmation message for the applicant, in the language of the application.' })
  confirmation!: string;
}

const PartnerApplicationNeighbors = neighborsOf(PartnerApplication, 'application');

@Resolver(() => PartnerApplication)
export class PartnerApplicationResolver {
  @Query(() => PartnerApplicationPage, {
    description: 'Returns applications, newest first by default. Admins only.',
  })
  partnerApplications(
    @Ctx() ctx: RequestContext,
    @Args(() => PartnerApplicationsArgs) args: PartnerApplicationsArgs,
    @SelectedOfPage() selected: Selected,
  ): Promise<Page<PartnerApplication>> {
    return listApplications(ctx, { ...args, ...selected });
  }

  @Query(() => PartnerApplication, {
    nullable: true,
    description: 'Returns an application, or null if it does not exist. Admins only.',
  })
  partnerApplication(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'ID of the application.' }) id: string,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Row<PartnerApplication> | null> {
    readTogether(ctx, info, KNOWN_BY_ID, id);
    return applications.getApplication(ctx, { id });
  }

  @Query(() => PartnerApplicationNeighbors, {
    nullable: true,
    description: 'Returns the applications before and after one in a list, or null if it does not exist. Admins only.',
  })
  partnerApplicationNeighbors(
    @Ctx() ctx: RequestContext,
    @Args(() => NeighborsArgs) args: NeighborsArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Neighbors<PartnerApplication> | null> {
    return applicationNeighbors(ctx, { ...args, withPosition: selects(info, ['position', 'totalItems']) });
  }

  @Mutation(() => SubmitPartnerApplicationPayload, {
    description:
      'Submits a partner application and emails the contact and the admins. Errors: RATE_LIMITED. Public; rate-limited by IP address and contact email.',
  })
  async submitPartnerApplication(
    @Ctx() ctx: RequestContext,
    @Args(() => SubmitPartnerApplicationArgs) args: SubmitPartnerApplicationArgs,
  ): Promise<SubmitPartnerApplicationPayload> {
    const applicationId = await applications.submitApplication(ctx, args);
    return {
      applicationId,
      statusUrl: statusUrl(siteOf(ctx.config.publicUrl, ctx.secrets), applicationId),
      confirmation: CONFIRMATIONS[args.input.language ?? ctx.language],
    };
  }

  @Mutation(() => PartnerApplication, {
    description:
      'Changes the status of an application and emails the applicant. APPROVED adds the partnership to the active account that the contact owns. Otherwise it creates an account and invites its first user. A withdrawn application needs `reopenWithdrawn` and REVIEWING. `ownerEmail` needs a sign-in within the last 10 minutes. Errors: NOT_FOUND; CONFLICT (APPLICATION_STATUS, WITHDRAWN, STALE_VERSION, OPEN_APPLICATION, EMAIL_IN_USE, PARTNERSHIP_EXISTS, PARTNER_INACTIVE); FORBIDDEN (RECENT_SIGN_IN_REQUIRED). Admins with REVIEW or ALL only.',
  })
  updatePartnerApplicationStatus(
    @Ctx() ctx: RequestContext,
    @Args(() => UpdateStatusArgs) args: UpdateStatusArgs,
  ): Promise<PartnerApplication> {
    return applications.changeStatus(ctx, args);
  }

  @Mutation(() => PartnerApplicationNote, {
    description:
      'Adds an internal note to an application, and notifies the mentioned admins. Errors: NOT_FOUND; BAD_USER_INPUT on `mentionIds`. Admins with REVIEW or ALL only.',
  })
  addPartnerApplicationNote(
    @Ctx() ctx: RequestContext,
    @Args(() => AddNoteArgs) args: AddNoteArgs,
  ): Promise<PartnerApplicationNote> {
    return applications.addNote(ctx, args);
  }

  @FieldResolver(() => [ApplicationStatus], {
    description:
      'The statuses that can follow, the likeliest first. Reopening a withdrawn application needs `reopenWithdrawn`.',
  })
  nextStatuses(@Root() { status }: PartnerApplication): readonly ApplicationStatus[] {
    return NEXT_STATUSES[status];
  }

  @FieldResolver(() => [PartnerApplicationNote], { description: 'Internal notes, oldest first.' })
  notes(@Ctx() ctx: RequestContext, @Root() { id }: PartnerApplication) {
    return loadList(ctx, NOTES, id);
  }

  @FieldResolver(() => [ApplicationStatusChange], { description: 'Status changes, oldest first.' })
  statusHistory(@Ctx() ctx: RequestContext, @Root() { id }: PartnerApplication) {
    return loadList(ctx, STATUS_HISTORY, id);
  }

  @FieldResolver(() => [EmailMessage], {
    description: 'Emails about the application with their delivery status, oldest first.',
  })
  emails(@Ctx() ctx: RequestContext, @Root() { id }: PartnerApplication) {
    return loadList(ctx, EMAILS, id);
  }
}

const NOTES = childrenOf({ entity: PartnerApplicationNote, parent: 'applicationId', sortBy: 'createdAt' });
const STATUS_HISTORY = childrenOf({ entity: ApplicationStatusChange, parent: 'applicationId', sortBy: 'changedAt' });
const EMAILS = childrenOf({ entity: EmailMessage, parent: 'applicationId', sortBy: 'createdAt' });
const KNOWN_BY_ID = { notes: NOTES, statusHistory: STATUS_HISTORY, emails: EMAILS, partnerAccount: readAccountsOf };
