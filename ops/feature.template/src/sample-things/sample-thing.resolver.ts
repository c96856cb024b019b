import { Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../core/context/request.context.ts';
import type { Row } from '../core/database/row.query.ts';
import { childrenOf, loadList } from '../core/lists/children.ts';
import { pageOf, type Page } from '../core/lists/page.types.ts';
import { SelectedOfPage, type Selected } from '../core/lists/selection.ts';
import { PartnerAccount } from '../tenants/partner-account.entity.ts';
import { SampleThing } from './sample-thing.entity.ts';
import { ApproveSampleThingArgs, CreateSampleThingArgs, SampleThingsArgs } from './sample-thing.inputs.ts';
import * as sampleThings from './sample-thing.service.ts';

const SampleThingPage = pageOf(SampleThing);

const PARTNER = childrenOf({ entity: PartnerAccount, parent: 'id', sortBy: 'createdAt' });

@Resolver(() => SampleThing)
export class SampleThingResolver {
  @FieldResolver(() => PartnerAccount, { description: 'The partner that it belongs to.' })
  async partnerAccount(
    @Ctx() ctx: RequestContext,
    @Root() { resellerId }: SampleThing,
  ): Promise<Row<PartnerAccount> | undefined> {
    const [account] = await loadList(ctx, PARTNER, resellerId);
    return account;
  }

  @Query(() => SampleThingPage, {
    description:
      'Returns your sample things, or those of all partners for admins, newest first by default. Partners and admins only, also by API key.',
  })
  sampleThings(
    @Ctx() ctx: RequestContext,
    @Args(() => SampleThingsArgs) args: SampleThingsArgs,
    @SelectedOfPage() selected: Selected,
  ): Promise<Page<SampleThing>> {
    return sampleThings.listSampleThings(ctx, { ...args, ...selected });
  }

  @Mutation(() => SampleThing, {
    description: 'Creates a sample thing, which waits for approval. Owners and members of partners only.',
  })
  createSampleThing(
    @Ctx() ctx: RequestContext,
    @Args(() => CreateSampleThingArgs) args: CreateSampleThingArgs,
  ): Promise<SampleThing> {
    return sampleThings.createSampleThing(ctx, args);
  }

  @Mutation(() => SampleThing, {
    description:
      'Approves a sample thing, and emails the user who created it. NOT_FOUND if there is none; CONFLICT if it is approved already (SAMPLE_THING_STATUS), or expectedVersion is stale (STALE_VERSION). Admins who manage partners.',
  })
  approveSampleThing(
    @Ctx() ctx: RequestContext,
    @Args(() => ApproveSampleThingArgs) args: ApproveSampleThingArgs,
  ): Promise<SampleThing> {
    return sampleThings.approveSampleThing(ctx, args);
  }
}
