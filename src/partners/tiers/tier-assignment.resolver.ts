import { Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../core/context/request.context.ts';
import { childrenOf, loadList } from '../../core/lists/children.ts';
import { pageOf, type Page } from '../../core/lists/page.types.ts';
import { SelectedOfPage, type Selected } from '../../core/lists/selection.ts';
import { User } from '../../identity/users/user.entity.ts';
import { PartnerAccount } from '../../tenants/partner-account.entity.ts';
import { TierAssignment } from './tier-assignment.entity.ts';
import { AssignTierArgs, TierAssignmentsArgs } from './tier-assignment.inputs.ts';
import * as assignments from './tier-assignment.service.ts';

const TierAssignmentPage = pageOf(TierAssignment);

const ADMIN = childrenOf({ entity: User, parent: 'id', sortBy: 'id' });

@Resolver(() => TierAssignment)
export class TierAssignmentResolver {
  @Query(() => TierAssignmentPage, {
    description: 'Returns the tiers that a partner has and had, latest first. Admins only.',
  })
  tierAssignments(
    @Ctx() ctx: RequestContext,
    @Args(() => TierAssignmentsArgs) args: TierAssignmentsArgs,
    @SelectedOfPage() selected: Selected,
  ): Promise<Page<TierAssignment>> {
    return assignments.listAssignments(ctx, { ...args, ...selected });
  }

  @Mutation(() => PartnerAccount, {
    description:
      'Assigns a tier to a partner, and can pin it: evaluations leave out the partner until a day. Ends a grace. Errors: NOT_FOUND; BAD_USER_INPUT (FUTURE, DAYS_AHEAD); CONFLICT (STALE_VERSION). Admins with PARTNERS or ALL only.',
  })
  assignTier(@Ctx() ctx: RequestContext, @Args(() => AssignTierArgs) args: AssignTierArgs): Promise<PartnerAccount> {
    return assignments.assignTier(ctx, args);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Name of the admin. Null if no admin decided it.' })
  async decidedBy(@Ctx() ctx: RequestContext, @Root() { decidedById }: TierAssignment): Promise<string | null> {
    const [admin] = decidedById ? await loadList(ctx, ADMIN, decidedById) : [];
    return admin?.name ?? null;
  }
}
