import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { pageOf, type Page } from '../../core/lists/page.types.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { SelectedOfPage, type Selected } from '../../core/lists/selection.ts';
import {
  ChangeMemberRoleArgs,
  ChangePersonArgs,
  InviteMemberArgs,
  PartnerMembersArgs,
  PeopleArgs,
} from './member.inputs.ts';
import * as members from './member.service.ts';
import { Member } from './member.types.ts';
import type { User } from './user.entity.ts';

const MemberPage = pageOf(Member);

@Resolver()
export class MemberResolver {
  @Query(() => MemberPage, {
    description: 'Returns the partner’s users, including removed ones, oldest first. Owners only.',
  })
  members(
    @Ctx() ctx: RequestContext,
    @Args(() => PeopleArgs) args: PeopleArgs,
    @SelectedOfPage() selected: Selected,
  ): Promise<Page<User>> {
    return members.listMembers(ctx, { ...args, ...selected });
  }

  @Query(() => MemberPage, {
    description: 'Returns the users of a partner, including removed ones, oldest first. Admins only.',
  })
  partnerMembers(
    @Ctx() ctx: RequestContext,
    @Args(() => PartnerMembersArgs) args: PartnerMembersArgs,
    @SelectedOfPage() selected: Selected,
  ): Promise<Page<User>> {
    return members.listPartnerMembers(ctx, { ...args, ...selected });
  }

  @Mutation(() => Member, {
    description:
      'Invites a user to the account by email. Errors: CONFLICT (EMAIL_IN_USE) if the address already belongs to any account; CONFLICT (TOO_MANY_MEMBERS) if there are 200; RATE_LIMITED by address. Owners only.',
  })
  inviteMember(@Ctx() ctx: RequestContext, @Args(() => InviteMemberArgs) args: InviteMemberArgs): Promise<User> {
    return members.inviteMember(ctx, args);
  }

  @Mutation(() => Boolean, {
    description:
      'Emails the invitation again. Earlier links stay valid. Errors: NOT_FOUND; CONFLICT (INVITATION_ACCEPTED); RATE_LIMITED. Owners only.',
  })
  async resendMemberInvitation(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Which member.' }) id: string,
  ): Promise<boolean> {
    await members.resendMemberInvitation(ctx, { id });
    return true;
  }

  @Mutation(() => Member, {
    description:
      'Changes the role of a member, effective from the member’s next request. Revokes the member’s API keys if the new role cannot have any. Errors: NOT_FOUND; CONFLICT (LAST_OWNER) if no other active member is an owner; CONFLICT (STALE_VERSION) if expectedVersion is stale. Owners only.',
  })
  changeMemberRole(
    @Ctx() ctx: RequestContext,
    @Args(() => ChangeMemberRoleArgs) args: ChangeMemberRoleArgs,
  ): Promise<User> {
    return members.changeMemberRole(ctx, args);
  }

  @Mutation(() => Boolean, {
    description:
      'Removes a member, or the caller, from the account. Ends the member’s sessions, revokes the API keys they created, and frees the email address. Errors: NOT_FOUND; CONFLICT (LAST_OWNER); CONFLICT (STALE_VERSION) if expectedVersion is stale. Owners only.',
  })
  async removeMember(
    @Ctx() ctx: RequestContext,
    @Args(() => ChangePersonArgs) args: ChangePersonArgs,
  ): Promise<boolean> {
    await members.removeMember(ctx, args);
    return true;
  }
}
