import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Row } from '../core/database/row.query.ts';
import type { RequestContext } from '../core/context/request.context.ts';
import { asPlatform } from '../core/database/tenancy.ts';
import { User } from '../identity/users/user.entity.ts';
import { PartnerAccount } from '../tenants/partner-account.entity.ts';
import { getPartnerAccount } from './partner-account.service.ts';

/** What partners add to the viewer. */
@Resolver(() => User)
export class ViewerResolver {
  @FieldResolver(() => PartnerAccount, {
    nullable: true,
    description: 'The partner that the viewer belongs to; null for an admin.',
  })
  partnerAccount(@Ctx() ctx: RequestContext, @Root() { resellerId }: User): Promise<Row<PartnerAccount> | null> | null {
    // Of somebody who signs in just now the request itself knows nothing: this is the platform's work.
    return resellerId ? getPartnerAccount({ ...ctx, em: asPlatform(ctx.em) }, resellerId) : null;
  }
}
