import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../core/context/request.context.ts';
import type { Row } from '../core/database/row.query.ts';
import { childrenOf, loadList } from '../core/lists/children.ts';
import { neighborsOf } from '../core/lists/neighbors.types.ts';
import type { Neighbors } from '../core/lists/page.query.ts';
import { pageOf, type Page } from '../core/lists/page.types.ts';
import { SelectedOfPage, selects, type Selected } from '../core/lists/selection.ts';
import { PartnerAccount } from '../tenants/partner-account.entity.ts';
import { CompanyChange } from './company-change.entity.ts';
import * as changes from './company-change.service.ts';
import { CompanyChangeNeighborsArgs, CompanyChangesArgs, DecideCompanyChangeArgs } from './company.inputs.ts';
import { CompanyChangeCounts } from './company.types.ts';

const CompanyChangePage = pageOf(CompanyChange, {
  type: CompanyChangeCounts,
  by: 'status, under all filters except `status`',
});

const CompanyChangeNeighbors = neighborsOf(CompanyChange, 'change');

const ACCOUNT = childrenOf({ entity: PartnerAccount, parent: 'id', sortBy: 'id' });

@Resolver(() => CompanyChange)
export class CompanyChangeResolver {
  @Query(() => CompanyChangePage, {
    description: 'Returns requested changes of company data, newest first by default. Admins only.',
  })
  companyChanges(
    @Ctx() ctx: RequestContext,
    @Args(() => CompanyChangesArgs) args: CompanyChangesArgs,
    @SelectedOfPage() selected: Selected,
  ): Promise<Page<CompanyChange>> {
    return changes.listChanges(ctx, { ...args, ...selected });
  }

  @Query(() => CompanyChange, {
    nullable: true,
    description: 'Returns a requested change of company data, or null if it does not exist. Admins only.',
  })
  companyChange(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'ID of the change.' }) id: string,
  ): Promise<Row<CompanyChange> | null> {
    return changes.getChange(ctx, { id });
  }

  @Query(() => CompanyChangeNeighbors, {
    nullable: true,
    description: 'Returns the changes before and after one in the list, or null if it does not exist. Admins only.',
  })
  companyChangeNeighbors(
    @Ctx() ctx: RequestContext,
    @Args(() => CompanyChangeNeighborsArgs) args: CompanyChangeNeighborsArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Neighbors<CompanyChange> | null> {
    return changes.changeNeighbors(ctx, { ...args, withPosition: selects(info, ['position', 'totalItems']) });
  }

  @Mutation(() => CompanyChange, {
    description:
      'Approves or declines a requested change of company data, and emails the owners and our team. An approval changes the account at the same moment. Errors: BAD_USER_INPUT without a message if you decline; NOT_FOUND; CONFLICT (COMPANY_CHANGE_STATUS) if it is decided or withdrawn; CONFLICT (COMPANY_CHANGED) if the data of the account has changed since the request. Admins with PARTNERS or ALL only.',
  })
  decideCompanyChange(
    @Ctx() ctx: RequestContext,
    @Args(() => DecideCompanyChangeArgs) args: DecideCompanyChangeArgs,
  ): Promise<CompanyChange> {
    return changes.decideChange(ctx, args);
  }

  @FieldResolver(() => PartnerAccount, { description: 'The account, with the data that counts now.' })
  async partnerAccount(
    @Ctx() ctx: RequestContext,
    @Root() { resellerId }: CompanyChange,
  ): Promise<Row<PartnerAccount> | undefined> {
    const [account] = await loadList(ctx, ACCOUNT, resellerId);
    return account;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Name of the owner that asked for the change.' })
  async requestedBy(@Ctx() ctx: RequestContext, @Root() { requestedBy }: CompanyChange): Promise<string | undefined> {
    const [user] = await loadList(ctx, changes.namesOf, requestedBy);
    return user?.name;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Name of the admin that decided. Null until then, and for partners.',
  })
  async decidedBy(@Ctx() ctx: RequestContext, @Root() { decidedBy }: CompanyChange): Promise<string | undefined> {
    if (decidedBy == null) return undefined;
    const [admin] = await loadList(ctx, changes.namesOf, decidedBy);
    return admin?.name;
  }
}
