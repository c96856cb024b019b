import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { loadChildren } from '../core/children.ts';
import { forbidden } from '../core/domain.error.ts';
import type { Row } from '../core/page.types.ts';
import type { RequestContext } from '../core/request.context.ts';
import { PartnerAccount } from '../partners/partner-account.entity.ts';
import { PartnerApplication } from './application.entity.ts';

/** The way from an application to the partner that it became. */
@Resolver(() => PartnerApplication)
export class ApplicationPartnerResolver {
  @FieldResolver(() => PartnerAccount, { nullable: true, description: 'The partner that it became, once approved.' })
  async partnerAccount(
    @Ctx() ctx: RequestContext,
    @Root() { id }: PartnerApplication,
  ): Promise<Row<PartnerAccount> | undefined> {
    const [account] = await loadChildren(ctx, ACCOUNT, id);
    return account;
  }
}

/** And back again. */
@Resolver(() => PartnerAccount)
export class PartnerApplicationOfAccountResolver {
  @FieldResolver(() => PartnerApplication, { description: 'The application that the partner came from. Admins.' })
  async application(
    @Ctx() ctx: RequestContext,
    @Root() { partnerId }: PartnerAccount,
  ): Promise<Row<PartnerApplication> | undefined> {
    if (ctx.caller?.role !== 'ADMIN') throw forbidden();
    const [application] = await loadChildren(ctx, APPLICATION, partnerId);
    return application;
  }
}

const ACCOUNT = { entity: PartnerAccount, parent: 'partnerId', sortBy: 'createdAt' } as const;
const APPLICATION = { entity: PartnerApplication, parent: 'id', sortBy: 'createdAt' } as const;
