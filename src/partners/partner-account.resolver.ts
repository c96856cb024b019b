import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { readTogether } from '../core/lists/children.ts';
import { neighborsOf } from '../core/lists/neighbors.types.ts';
import type { Neighbors } from '../core/lists/page.query.ts';
import { pageOf, type Page } from '../core/lists/page.types.ts';
import type { Row } from '../core/database/row.query.ts';
import type { RequestContext } from '../core/context/request.context.ts';
import { SelectedOfPage, selects, type Selected } from '../core/lists/selection.ts';
import { PartnerAccount } from '../tenants/partner-account.entity.ts';
import {
  PartnerAccountCounts,
  PartnerAccountsArgs,
  PartnerNeighborsArgs,
  UpdatePartnerAccountArgs,
  UpdatePartnerAccountsArgs,
} from './partner-account.inputs.ts';
import { readManagers } from './managers/partner-manager.service.ts';
import { PartnerUpdate } from './partner.updates.ts';
import * as partnerAccounts from './partner-account.service.ts';
import { readPartnerships } from './partnership.service.ts';

const PartnerAccountPage = pageOf(PartnerAccount, {
  type: PartnerAccountCounts,
  by: 'state, under all filters except `isActive`',
});

const PartnerAccountNeighbors = neighborsOf(PartnerAccount, 'partner');

const KNOWN_BY_ID = {
  partnerships: readPartnerships,
  joinedAt: partnerAccounts.readJoins,
  manager: readManagers,
  technicalManager: readManagers,
};

@Resolver()
export class PartnerAccountResolver {
  @Query(() => PartnerAccountPage, { description: 'Returns partners, newest first. Admins only.' })
  partnerAccounts(
    @Ctx() ctx: RequestContext,
    @Args(() => PartnerAccountsArgs) args: PartnerAccountsArgs,
    @SelectedOfPage() selected: Selected,
  ): Promise<Page<PartnerAccount>> {
    return partnerAccounts.listPartnerAccounts(ctx, { ...args, ...selected });
  }

  @Query(() => PartnerAccount, {
    nullable: true,
    description: 'Returns a partner, or null if it does not exist. Admins only.',
  })
  partnerAccount(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'ID of the partner.' }) id: string,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Row<PartnerAccount> | null> {
    readTogether(ctx, info, KNOWN_BY_ID, id);
    return partnerAccounts.getPartnerAccount(ctx, { id });
  }

  @Query(() => PartnerAccountNeighbors, {
    nullable: true,
    description:
      'Returns the partners before and after one in the list, newest first, or null if it does not exist. Admins only.',
  })
  partnerAccountNeighbors(
    @Ctx() ctx: RequestContext,
    @Args(() => PartnerNeighborsArgs) args: PartnerNeighborsArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Neighbors<PartnerAccount> | null> {
    return partnerAccounts.partnerNeighbors(ctx, { ...args, withPosition: selects(info, ['position', 'totalItems']) });
  }

  @Mutation(() => PartnerAccount, {
    description:
      'Changes a partner. Errors: NOT_FOUND; CONFLICT (NOT_A_RESELLER) if the change requires a reseller; CONFLICT (STALE_VERSION). Admins with PARTNERS or ALL only.',
  })
  updatePartnerAccount(
    @Ctx() ctx: RequestContext,
    @Args(() => UpdatePartnerAccountArgs) args: UpdatePartnerAccountArgs,
  ): Promise<PartnerAccount> {
    return partnerAccounts.updatePartnerAccount(ctx, args);
  }

  @Mutation(() => [PartnerUpdate], {
    description:
      'Changes up to 100 partners in the same way, by the rules of updatePartnerAccount. Each succeeds or fails on its own. Returns one result per partner, in the same order. Admins with PARTNERS or ALL only.',
  })
  updatePartnerAccounts(
    @Ctx() ctx: RequestContext,
    @Args(() => UpdatePartnerAccountsArgs) { input }: UpdatePartnerAccountsArgs,
  ): Promise<PartnerUpdate[]> {
    return partnerAccounts.updatePartnerAccounts(ctx, input);
  }

  @Mutation(() => Boolean, {
    description:
      'Emails the invitation of the first user again. Earlier links stay valid. Errors: NOT_FOUND; CONFLICT (INVITATION_ACCEPTED); RATE_LIMITED. Admins with PARTNERS or ALL only.',
  })
  async resendInvitation(
    @Ctx() ctx: RequestContext,
    @Arg('partnerAccountId', () => ID, { description: 'ID of the partner.' }) id: string,
  ): Promise<boolean> {
    await partnerAccounts.resendInvitation(ctx, { id });
    return true;
  }
}
