import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { loadList } from '../core/lists/children.ts';
import { DateTime } from '../core/graphql/date-time.scalar.ts';
import { forbidden } from '../core/context/domain.error.ts';
import type { RequestContext } from '../core/context/request.context.ts';
import { PartnerAccount } from '../tenants/partner-account.entity.ts';
import { readJoins } from './partner-account.service.ts';

/** The first user is the one that the approval invited. */
@Resolver(() => PartnerAccount)
export class PartnerOwnerResolver {
  @FieldResolver(() => DateTime, {
    nullable: true,
    description:
      'When the first user accepted the invitation, even if that user was removed later. Null until then. Admins only.',
  })
  async joinedAt(@Ctx() ctx: RequestContext, @Root() { id }: PartnerAccount): Promise<Date | string | undefined> {
    if (ctx.caller?.role !== 'ADMIN') throw forbidden();
    const [join] = await loadList(ctx, readJoins, id);
    return join?.joinedAt;
  }
}
