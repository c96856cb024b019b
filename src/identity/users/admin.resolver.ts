import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { pageOf, type Page } from '../../core/lists/page.types.ts';
import type { Row } from '../../core/database/row.query.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { SelectedOfPage, type Selected } from '../../core/lists/selection.ts';
import * as admins from './admin.service.ts';
import { ChangeAdminRolesArgs, ChangePersonArgs, InviteAdminArgs, PeopleArgs } from './member.inputs.ts';
import { Admin } from './member.types.ts';
import { AdminRole, type User } from './user.entity.ts';

const AdminPage = pageOf(Admin);

@Resolver(() => Admin)
export class AdminResolver {
  @Query(() => AdminPage, { description: 'Returns all admins, including deactivated ones, oldest first. Admins only.' })
  admins(
    @Ctx() ctx: RequestContext,
    @Args(() => PeopleArgs) args: PeopleArgs,
    @SelectedOfPage() selected: Selected,
  ): Promise<Page<User>> {
    return admins.listAdmins(ctx, { ...args, ...selected });
  }

  @Mutation(() => Admin, {
    description:
      'Invites an admin by email. Errors: CONFLICT (EMAIL_IN_USE) if the address already belongs to an account; RATE_LIMITED by address. Admins with the role ALL only.',
  })
  inviteAdmin(@Ctx() ctx: RequestContext, @Args(() => InviteAdminArgs) args: InviteAdminArgs): Promise<User> {
    return admins.inviteAdmin(ctx, args);
  }

  @Mutation(() => Boolean, {
    description:
      'Emails the invitation again. Earlier links stay valid. Errors: NOT_FOUND; CONFLICT (INVITATION_ACCEPTED); RATE_LIMITED. Admins with the role ALL only.',
  })
  async resendAdminInvitation(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Which admin.' }) id: string,
  ): Promise<boolean> {
    await admins.resendAdminInvitation(ctx, { id });
    return true;
  }

  @Mutation(() => Admin, {
    description:
      'Changes the roles of an admin, effective from the admin’s next request. Errors: NOT_FOUND; CONFLICT (OWN_ACCOUNT) for your own roles, so that one admin always has the role ALL; CONFLICT (STALE_VERSION) if expectedVersion is stale. Admins with the role ALL only. Granting ALL needs a recent sign-in.',
  })
  changeAdminRoles(
    @Ctx() ctx: RequestContext,
    @Args(() => ChangeAdminRolesArgs) args: ChangeAdminRolesArgs,
  ): Promise<User> {
    return admins.changeAdminRoles(ctx, args);
  }

  @Mutation(() => Boolean, {
    description:
      'Deactivates an admin permanently, ends their sessions, and frees the email address. Errors: NOT_FOUND; CONFLICT (OWN_ACCOUNT) for your own account, so that one admin always remains; CONFLICT (STALE_VERSION) if expectedVersion is stale. Admins with the role ALL only.',
  })
  async deactivateAdmin(
    @Ctx() ctx: RequestContext,
    @Args(() => ChangePersonArgs) args: ChangePersonArgs,
  ): Promise<boolean> {
    await admins.deactivateAdmin(ctx, args);
    return true;
  }

  @FieldResolver(() => [AdminRole], {
    description: 'The areas that the admin can change. Every admin can read everything.',
  })
  roles(@Root() { adminRoles }: Row<User>): AdminRole[] {
    return adminRoles ?? [];
  }
}
