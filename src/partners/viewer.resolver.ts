import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Row } from '../core/page.types.ts';
import type { RequestContext } from '../core/request.context.ts';
import { User } from '../identity/user.entity.ts';
import { PartnerAccount } from './partner-account.entity.ts';
import { getPartnerAccount } from './partner-account.service.ts';

/** What partners add to the viewer. */
@Resolver(() => User)
export class ViewerResolver {
  @FieldResolver(() => PartnerAccount, {
    nullable: true,
    description: 'The partner that the viewer belongs to; null for an admin.',
  })
  partnerAccount(
    @Ctx() ctx: RequestContext,
    @Root() { resellerId }: User,
  ): Promise<Row<PartnerAccount> | null> | null {
    return resellerId ? getPartnerAccount(ctx, resellerId) : null;
  }
}
