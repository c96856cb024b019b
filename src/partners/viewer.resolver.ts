import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { Row } from '../core/database/row.query.ts';
import type { RequestContext } from '../core/context/request.context.ts';
import { asPlatform } from '../core/database/tenancy.ts';
import { readTogether } from '../core/lists/children.ts';
import { User } from '../identity/users/user.entity.ts';
import { PartnerAccount } from '../tenants/partner-account.entity.ts';
import { readManagers } from './managers/partner-manager.service.ts';
import { getPartnerAccount } from './partner-account.service.ts';
import { readPartnerships } from './partnership.service.ts';

const KNOWN_WITH_VIEWER = {
  partnerships: readPartnerships,
  manager: readManagers,
  technicalManager: readManagers,
};

@Resolver(() => User)
export class ViewerResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Address at which users get help: `http`, `https` or `mailto`. Null if there is none.',
  })
  supportUrl(@Ctx() { config }: RequestContext): string | undefined {
    return config.supportUrl;
  }

  @FieldResolver(() => PartnerAccount, {
    nullable: true,
    description: "The viewer's partner. Null for admins.",
  })
  partnerAccount(
    @Ctx() ctx: RequestContext,
    @Root() { resellerId }: User,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Row<PartnerAccount> | null> | null {
    if (!resellerId) return null;
    if (ctx.caller) {
      readTogether(ctx, info, KNOWN_WITH_VIEWER, resellerId);
      return getPartnerAccount(ctx, { id: resellerId });
    }
    // A request that signs in has no role yet.
    return getPartnerAccount({ reader: asPlatform(ctx.em) }, { id: resellerId });
  }
}
