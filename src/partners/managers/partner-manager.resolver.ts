import { Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../core/context/request.context.ts';
import { loadList } from '../../core/lists/children.ts';
import { PartnerAccount } from '../../tenants/partner-account.entity.ts';
import { PartnerUpdate } from '../partner.updates.ts';
import * as managers from './partner-manager.service.ts';
import { AssignPartnerManagerArgs, AssignPartnerManagersArgs, PartnerManager } from './partner-manager.types.ts';

@Resolver(() => PartnerAccount)
export class PartnerManagersResolver {
  @FieldResolver(() => PartnerManager, {
    nullable: true,
    description: 'The partner manager. Null if there is none, or if the admin was deactivated since.',
  })
  async manager(@Ctx() ctx: RequestContext, @Root() { id }: PartnerAccount): Promise<PartnerManager | undefined> {
    return managers.managerOf(await loadList(ctx, managers.readManagers, id), 'MANAGER');
  }

  @FieldResolver(() => PartnerManager, {
    nullable: true,
    description: 'The technical account manager. Null if there is none, or if the admin was deactivated since.',
  })
  async technicalManager(
    @Ctx() ctx: RequestContext,
    @Root() { id }: PartnerAccount,
  ): Promise<PartnerManager | undefined> {
    return managers.managerOf(await loadList(ctx, managers.readManagers, id), 'TECHNICAL_MANAGER');
  }

  @Mutation(() => PartnerAccount, {
    description:
      'Assigns the partner manager and the technical account manager of a partner, and tells them. Errors: NOT_FOUND if the partner or an active admin does not exist; CONFLICT (STALE_VERSION). Admins with PARTNERS or ALL only.',
  })
  assignPartnerManager(
    @Ctx() ctx: RequestContext,
    @Args(() => AssignPartnerManagerArgs) args: AssignPartnerManagerArgs,
  ): Promise<PartnerAccount> {
    return managers.assignPartnerManager(ctx, args);
  }

  @Mutation(() => [PartnerUpdate], {
    description:
      'Assigns the managers of up to 100 partners, by the rules of assignPartnerManager. Each succeeds or fails on its own. Returns one result per partner, in the same order. Admins with PARTNERS or ALL only.',
  })
  assignPartnerManagers(
    @Ctx() ctx: RequestContext,
    @Args(() => AssignPartnerManagersArgs) { input }: AssignPartnerManagersArgs,
  ): Promise<PartnerUpdate[]> {
    return managers.assignPartnerManagers(ctx, input);
  }
}
