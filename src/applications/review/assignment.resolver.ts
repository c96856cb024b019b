import { Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { childrenOf, loadList } from '../../core/lists/children.ts';
import type { Row } from '../../core/database/row.query.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { Admin } from '../../identity/users/member.types.ts';
import { User } from '../../identity/users/user.entity.ts';
import { PartnerApplication } from '../application.entity.ts';
import { AssignApplicationsArgs, AssignArgs } from '../application.inputs.ts';
import { StatusUpdate } from './application.updates.ts';
import { assign, assignAll } from './assignment.service.ts';

@Resolver(() => PartnerApplication)
export class AssignmentResolver {
  @Mutation(() => PartnerApplication, {
    description:
      'Assigns an application to an admin, or removes the assignee. Errors: NOT_FOUND if the application or an active admin does not exist; CONFLICT (ADMIN_CANNOT_REVIEW) if the admin has neither REVIEW nor ALL; CONFLICT (STALE_VERSION). Admins with REVIEW or ALL only.',
  })
  assignPartnerApplication(
    @Ctx() ctx: RequestContext,
    @Args(() => AssignArgs) args: AssignArgs,
  ): Promise<PartnerApplication> {
    return assign(ctx, args);
  }

  @Mutation(() => [StatusUpdate], {
    description:
      'Assigns up to 100 applications to one admin, or removes their assignees, by the rules of assignPartnerApplication. Each succeeds or fails on its own. Returns one result per application, in the same order. Admins with REVIEW or ALL only.',
  })
  assignPartnerApplications(
    @Ctx() ctx: RequestContext,
    @Args(() => AssignApplicationsArgs) { input }: AssignApplicationsArgs,
  ): Promise<StatusUpdate[]> {
    return assignAll(ctx, input);
  }

  @FieldResolver(() => Admin, {
    nullable: true,
    description: 'The admin responsible for the application, even if deactivated later. Null if unassigned.',
  })
  async assignee(
    @Ctx() ctx: RequestContext,
    @Root() { assigneeId }: PartnerApplication,
  ): Promise<Row<User> | undefined> {
    if (assigneeId == null) return undefined;
    const [admin] = await loadList(ctx, ASSIGNEE, assigneeId);
    return admin;
  }
}

const ASSIGNEE = childrenOf({ entity: User, parent: 'id', sortBy: 'createdAt' });
