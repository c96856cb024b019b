import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { readTogether } from '../core/lists/children.ts';
import { pageOf, type Page } from '../core/lists/page.types.ts';
import type { Row } from '../core/database/row.query.ts';
import type { RequestContext } from '../core/context/request.context.ts';
import { SelectedOfPage, type Selected } from '../core/lists/selection.ts';
import { PartnerAccount } from '../tenants/partner-account.entity.ts';
import { PartnerAccountsArgs, UpdatePartnerAccountArgs } from './partner-account.inputs.ts';
import * as partnerAccounts from './partner-account.service.ts';
import { readPartnerships } from './partnership.service.ts';

const PartnerAccountPage = pageOf(PartnerAccount);

const KNOWN_BY_ID = { partnerships: readPartnerships, joinedAt: partnerAccounts.readJoins };

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
