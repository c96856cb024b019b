import { Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { loadChildren } from '../../core/lists/children.ts';
import type { Row } from '../../core/database/row.query.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { Admin } from '../../identity/users/member.types.ts';
import { User } from '../../identity/users/user.entity.ts';
import { PartnerApplication } from '../application.entity.ts';
import { AssignArgs } from '../application.inputs.ts';
import { assign } from './assignment.service.ts';

/** Who looks after an application. */
@Resolver(() => PartnerApplication)
export class AssignmentResolver {
  @Mutation(() => PartnerApplication, {
    description:
      'Assigns an application to an admin, or to no one. Errors: NOT_FOUND for the application or an active admin; CONFLICT (ADMIN_CANNOT_REVIEW) if the admin has neither REVIEW nor ALL; CONFLICT (STALE_VERSION) if expectedVersion is stale. Admins with REVIEW or ALL only.',
  })
  assignPartnerApplication(
    @Ctx() ctx: RequestContext,
    @Args(() => AssignArgs) args: AssignArgs,
  ): Promise<PartnerApplication> {
    return assign(ctx, args);
  }

  @FieldResolver(() => Admin, {
    nullable: true,
    description: 'The admin who looks after it, also where that one was deactivated since. Null where nobody does.',
  })
  async assignee(
    @Ctx() ctx: RequestContext,
    @Root() { assigneeId }: PartnerApplication,
  ): Promise<Row<User> | undefined> {
    if (assigneeId == null) return undefined;
    const [admin] = await loadChildren(ctx, ASSIGNEE, assigneeId);
    return admin;
  }
}

const ASSIGNEE = { entity: User, parent: 'id', sortBy: 'createdAt' } as const;
