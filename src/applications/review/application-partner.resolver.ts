import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { childrenOf, loadList } from '../../core/lists/children.ts';
import { forbidden } from '../../core/context/domain.error.ts';
import type { Row } from '../../core/database/row.query.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { PartnerAccount } from '../../tenants/partner-account.entity.ts';
import { Partnership } from '../../partners/partnership.entity.ts';
import { readAccountsOf } from '../../partners/partnership.service.ts';
import { PartnerApplication } from '../application.entity.ts';

@Resolver(() => PartnerApplication)
export class ApplicationPartnerResolver {
  @FieldResolver(() => PartnerAccount, {
    nullable: true,
    description: 'The partner account that the approval created or extended. Null before approval.',
  })
  async partnerAccount(
    @Ctx() ctx: RequestContext,
    @Root() { id }: PartnerApplication,
  ): Promise<Row<PartnerAccount> | undefined> {
    const [account] = await loadList(ctx, readAccountsOf, id);
    return account;
  }
}

@Resolver(() => PartnerAccount)
export class PartnerApplicationOfAccountResolver {
  @FieldResolver(() => PartnerApplication, {
    description: "The application of the partner's first partnership. Admins only.",
  })
  async application(
    @Ctx() ctx: RequestContext,
    @Root() { partnerId }: PartnerAccount,
  ): Promise<Row<PartnerApplication> | undefined> {
    return applicationOf(ctx, partnerId);
  }
}

@Resolver(() => Partnership)
export class PartnerApplicationOfPartnershipResolver {
  @FieldResolver(() => PartnerApplication, { description: 'The application that led to the partnership. Admins only.' })
  async application(
    @Ctx() ctx: RequestContext,
    @Root() { applicationId }: Partnership,
  ): Promise<Row<PartnerApplication> | undefined> {
    return applicationOf(ctx, applicationId);
  }
}

async function applicationOf(ctx: RequestContext, id: string): Promise<Row<PartnerApplication> | undefined> {
  if (ctx.caller?.role !== 'ADMIN') throw forbidden();
  const [application] = await loadList(ctx, APPLICATION, id);
  return application;
}

const APPLICATION = childrenOf({ entity: PartnerApplication, parent: 'id', sortBy: 'createdAt' });
