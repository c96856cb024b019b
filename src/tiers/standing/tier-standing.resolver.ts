import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../core/context/request.context.ts';
import * as standings from './tier-standing.service.ts';
import { TierStanding } from './tier-standing.types.ts';

@Resolver()
export class TierStandingResolver {
  @Query(() => TierStanding, {
    description: "Returns the tier of the caller's partner, and how it will develop. All users of partners.",
  })
  tierStanding(@Ctx() ctx: RequestContext): Promise<TierStanding> {
    return standings.ownStanding(ctx);
  }

  @Query(() => TierStanding, {
    nullable: true,
    description:
      "Returns a partner's tier, and how it will develop, or null if the partner does not exist. Admins only.",
  })
  partnerTierStanding(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'ID of the partner.' }) id: string,
  ): Promise<TierStanding | null> {
    return standings.standingOf(ctx, { id });
  }
}
