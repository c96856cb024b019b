import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../core/context/request.context.ts';
import type { Row } from '../../core/database/row.query.ts';
import { TierTerms } from './tier-terms.entity.ts';
import { PublishTierTermsArgs } from './tier-terms.inputs.ts';
import * as terms from './tier-terms.service.ts';

@Resolver()
export class TierTermsResolver {
  @Query(() => [TierTerms], {
    description:
      'Returns the terms of all tiers: SILVER, GOLD, PLATINUM, each with the latest first day at the top. Partners get those that count today and later ones, admins also those that have ended. Admins and all users of partners.',
  })
  tierTerms(@Ctx() ctx: RequestContext): Promise<Row<TierTerms>[]> {
    return terms.listTierTerms(ctx);
  }

  @Mutation(() => TierTerms, {
    description:
      'Publishes the terms of a tier from a later day on. Errors: BAD_USER_INPUT (FUTURE, DAYS_AHEAD, DUPLICATE, METRIC); CONFLICT (TERMS_PUBLISHED) if there are terms for that day. Admins with PARTNERS or ALL only.',
  })
  publishTierTerms(
    @Ctx() ctx: RequestContext,
    @Args(() => PublishTierTermsArgs) { input }: PublishTierTermsArgs,
  ): Promise<TierTerms> {
    return terms.publishTierTerms(ctx, input);
  }

  @Mutation(() => Boolean, {
    description:
      'Withdraws terms that have not begun. Errors: NOT_FOUND; CONFLICT (TERMS_BEGUN). Admins with PARTNERS or ALL only.',
  })
  async withdrawTierTerms(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'ID of the terms.' }) id: string,
  ): Promise<boolean> {
    await terms.withdrawTierTerms(ctx, { id });
    return true;
  }
}
