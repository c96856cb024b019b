import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { pageOf, type Page } from '../../core/lists/page.types.ts';
import type { Row } from '../../core/database/row.query.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { selects } from '../../core/lists/selection.ts';
import * as admins from './admin.service.ts';
import { ChangeAdminRolesArgs, ChangePersonArgs, InviteAdminArgs, PeopleArgs } from './member.inputs.ts';
import { Admin } from './member.types.ts';
import { AdminRole, type User } from './user.entity.ts';

const AdminPage = pageOf(Admin);

@Resolver(() => Admin)
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
      'Invites an admin by email. Errors: CONFLICT (EMAIL_IN_USE) if the address signs in to an account already; RATE_LIMITED per address. Admins with the role ALL only.',
  })
  inviteAdmin(@Ctx() ctx: RequestContext, @Args(() => InviteAdminArgs) args: InviteAdminArgs): Promise<User> {
    return admins.inviteAdmin(ctx, args);
  }

  @Mutation(() => Boolean, {
    description:
      'Mails the invitation again; earlier links stay valid. Errors: NOT_FOUND; CONFLICT (INVITATION_ACCEPTED); RATE_LIMITED. Admins with the role ALL only.',
  })
  async resendAdminInvitation(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Which admin.' }) id: string,
  ): Promise<boolean> {
    await admins.resendAdminInvitation(ctx, id);
    return true;
  }

  @Mutation(() => Admin, {
    description:
      'Changes the roles of an admin, from the admin’s next request on. Errors: NOT_FOUND; CONFLICT (OWN_ACCOUNT) for your own roles, so that one admin always has the role ALL; CONFLICT (STALE_VERSION) if expectedVersion is stale. Admins with the role ALL only; giving ALL needs a recent sign-in.',
  })
  changeAdminRoles(
    @Ctx() ctx: RequestContext,
    @Args(() => ChangeAdminRolesArgs) args: ChangeAdminRolesArgs,
  ): Promise<User> {
    return admins.changeAdminRoles(ctx, args);
  }

  @Mutation(() => Boolean, {
    description:
      'Ends an admin’s sessions at once and for good; the address is free again. Errors: NOT_FOUND; CONFLICT (OWN_ACCOUNT) for your own account, so that there always is an admin; CONFLICT (STALE_VERSION) if expectedVersion is stale. Admins with the role ALL only.',
  })
  async deactivateAdmin(
    @Ctx() ctx: RequestContext,
    @Args(() => ChangePersonArgs) args: ChangePersonArgs,
  ): Promise<boolean> {
    await admins.deactivateAdmin(ctx, args);
    return true;
  }

  @FieldResolver(() => [AdminRole], { description: 'What the admin may change. Every admin reads everything.' })
  roles(@Root() { adminRoles }: Row<User>): AdminRole[] {
    return adminRoles ?? [];
  }
}
