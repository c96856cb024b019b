import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../core/context/request.context.ts';
import { clientsNeedingAttention } from './attention.service.ts';
import { ClientAttention, ClientsNeedingAttentionArgs } from './attention.types.ts';

@Resolver()
export class AttentionResolver {
  @Query(() => [ClientAttention], {
    description:
      'Returns clients that need attention, each once: suspended ones, then those with an overdue onboarding, then new ones that nobody has opened. Newest first. Reseller users only.',
  })
  clientsNeedingAttention(
    @Ctx() ctx: RequestContext,
    @Args(() => ClientsNeedingAttentionArgs) { first }: ClientsNeedingAttentionArgs,
  ) {
    return clientsNeedingAttention(ctx, { first: first ?? 20 });
  }
}
