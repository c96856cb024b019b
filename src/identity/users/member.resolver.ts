import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { pageOf, type Page } from '../../core/lists/page.types.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { selects } from '../../core/lists/selection.ts';
import { ChangeMemberRoleArgs, ChangePersonArgs, InviteMemberArgs, PeopleArgs } from './member.inputs.ts';
import * as members from './member.service.ts';
import { Member } from './member.types.ts';
import type { User } from './user.entity.ts';

const MemberPage = pageOf(Member);

@Resolver()
export class MemberResolver {
  @Query(() => MemberPage, {
    description: 'Who works for the partner, also those who were removed; the first one first. Owners.',
  })
  members(
    @Ctx() ctx: RequestContext,
    @Args(() => PeopleArgs) args: PeopleArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<User>> {
    return members.listMembers(ctx, args, selects(info, 'pageInfo', 'totalItems', 'totalPages'));
  }

  @Mutation(() => Member, {
    description:
      'Invites somebody to the account by mail. CONFLICT with the reason EMAIL_IN_USE where the address signs in already, wherever; TOO_MANY_MEMBERS where there are 200. Owners; limited per address.',
  })
  inviteMember(@Ctx() ctx: RequestContext, @Args(() => InviteMemberArgs) args: InviteMemberArgs): Promise<User> {
    return members.inviteMember(ctx, args);
  }

  @Mutation(() => Boolean, {
    description:
      'Mails the invitation again; earlier links stay valid. Errors: NOT_FOUND; CONFLICT (INVITATION_ACCEPTED); RATE_LIMITED. Owners only.',
  })
  async resendMemberInvitation(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Which member.' }) id: string,
  ): Promise<boolean> {
    await members.resendMemberInvitation(ctx, id);
    return true;
  }

  @Mutation(() => Member, {
    description:
      'Changes the role of a member, from the member’s next request on. A role that may not have API keys ends the member’s keys. Errors: NOT_FOUND; CONFLICT (LAST_OWNER) if no other active member is an owner; CONFLICT (STALE_VERSION) if expectedVersion is stale. Owners only.',
  })
  changeMemberRole(
    @Ctx() ctx: RequestContext,
    @Args(() => ChangeMemberRoleArgs) args: ChangeMemberRoleArgs,
  ): Promise<User> {
    return members.changeMemberRole(ctx, args);
  }

  @Mutation(() => Boolean, {
    description:
      'Takes a member, or the caller, out of the account: ends the sessions, and the API keys that the member made, at once; the address is free again. Errors: NOT_FOUND; CONFLICT (LAST_OWNER); CONFLICT (STALE_VERSION) if expectedVersion is stale. Owners only.',
  })
  async removeMember(
    @Ctx() ctx: RequestContext,
    @Args(() => ChangePersonArgs) args: ChangePersonArgs,
  ): Promise<boolean> {
    await members.removeMember(ctx, args);
    return true;
  }
}
