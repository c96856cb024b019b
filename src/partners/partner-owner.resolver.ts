import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { loadChildren } from '../core/children.ts';
import { DateTime } from '../core/date-time.scalar.ts';
import { forbidden } from '../core/domain.error.ts';
import type { RequestContext } from '../core/request.context.ts';
import { User } from '../identity/user.entity.ts';
import { PartnerAccount } from './partner-account.entity.ts';

/** The first user of a partner, whom the approval has invited. */
@Resolver(() => PartnerAccount)
export class PartnerOwnerResolver {
  @FieldResolver(() => DateTime, {
    nullable: true,
    description: 'When its first user accepted the invitation. Null until then, and where that user is gone. Admins.',
  })
  async joinedAt(
    @Ctx() ctx: RequestContext,
    @Root() { id, adminEmail }: PartnerAccount,
  ): Promise<Date | string | null | undefined> {
    if (ctx.caller?.role !== 'ADMIN') throw forbidden();
    const users = await loadChildren(ctx, USERS, id);
    return users.find(({ email, isActive }) => isActive && email === adminEmail)?.joinedAt;
  }
}

const USERS = { entity: User, parent: 'resellerId', sortBy: 'createdAt' } as const;
