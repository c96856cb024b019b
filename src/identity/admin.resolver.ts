import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { pageOf, type Page } from '../core/page.types.ts';
import type { RequestContext } from '../core/request.context.ts';
import { selects } from '../core/selection.ts';
import * as admins from './admin.service.ts';
import { ChangePersonArgs, InviteAdminArgs, PeopleArgs } from './member.inputs.ts';
import { Admin } from './member.types.ts';
import type { User } from './user.entity.ts';

const AdminPage = pageOf(Admin);

@Resolver()
export class AdminResolver {
  @Query(() => AdminPage, { description: 'The team, also those who were deactivated; the first one first. Admins.' })
  admins(
    @Ctx() ctx: RequestContext,
    @Args(() => PeopleArgs) args: PeopleArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<User>> {
    return admins.listAdmins(ctx, args, selects(info, 'pageInfo', 'totalItems', 'totalPages'));
  }

  @Mutation(() => Admin, {
    description:
      'Invites an admin by mail. CONFLICT with the reason EMAIL_IN_USE where the address signs in already. Admins; limited per address.',
  })
  inviteAdmin(@Ctx() ctx: RequestContext, @Args(() => InviteAdminArgs) args: InviteAdminArgs): Promise<User> {
    return admins.inviteAdmin(ctx, args);
  }

  @Mutation(() => Boolean, {
    description:
      'Mails the invitation again; earlier links stay valid. Errors: NOT_FOUND; CONFLICT (INVITATION_ACCEPTED); RATE_LIMITED. Admins only.',
  })
  async resendAdminInvitation(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Which admin.' }) id: string,
  ): Promise<boolean> {
    await admins.resendAdminInvitation(ctx, id);
    return true;
  }

  @Mutation(() => Boolean, {
    description:
      'Ends an admin’s sessions at once and for good; the address is free again. Errors: NOT_FOUND; CONFLICT (OWN_ACCOUNT) for your own account, so that there always is an admin; CONFLICT (STALE_VERSION) if expectedVersion is stale. Admins only.',
  })
  async deactivateAdmin(
    @Ctx() ctx: RequestContext,
    @Args(() => ChangePersonArgs) args: ChangePersonArgs,
  ): Promise<boolean> {
    await admins.deactivateAdmin(ctx, args);
    return true;
  }
}
