import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Row } from '../core/database/row.query.ts';
import type { RequestContext } from '../core/context/request.context.ts';
import { asPlatform } from '../core/database/tenancy.ts';
import { User } from '../identity/users/user.entity.ts';
import { PartnerAccount } from '../tenants/partner-account.entity.ts';
import { getPartnerAccount } from './partner-account.service.ts';

@Resolver(() => User)
export class ViewerResolver {
  @FieldResolver(() => PartnerAccount, {
    nullable: true,
    description: "The viewer's partner. Null for admins.",
  })
  partnerAccount(@Ctx() ctx: RequestContext, @Root() { resellerId }: User): Promise<Row<PartnerAccount> | null> | null {
    // As the platform, because a request that signs in has no caller yet.
    return resellerId ? getPartnerAccount({ ...ctx, em: asPlatform(ctx.em) }, { id: resellerId }) : null;
  }
}
