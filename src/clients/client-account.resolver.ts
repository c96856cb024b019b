import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { neighborsOf } from '../core/lists/neighbors.types.ts';
import type { Neighbors } from '../core/lists/page.query.ts';
import { pageOf, type Page } from '../core/lists/page.types.ts';
import type { NewRow } from '../core/database/row.insert.ts';
import type { Row } from '../core/database/row.query.ts';
import type { RequestContext } from '../core/context/request.context.ts';
import { SelectedOfPage, selects, type Selected } from '../core/lists/selection.ts';
import { ClientAccount } from './client-account.entity.ts';
import {
  ClientAccountCounts,
  ClientAccountsArgs,
  ClientNeighborsArgs,
  CreateClientAccountArgs,
  PartnerClientsArgs,
  UpdateClientAccountArgs,
  UpdateClientSubscriptionArgs,
  UpdateClientSubscriptionsArgs,
} from './client-account.inputs.ts';
import { ClientUpdate } from './client.updates.ts';
import * as clientAccounts from './client-account.service.ts';
import { listClientPlans } from './client-plan.service.ts';
import { ClientPlan } from './client-plan.types.ts';

const ClientAccountPage = pageOf(ClientAccount, {
  type: ClientAccountCounts,
  by: 'status, under all filters except `status`',
});

const ClientAccountNeighbors = neighborsOf(ClientAccount, 'client');

@Resolver()
export class ClientAccountResolver {
  @Query(() => ClientAccountPage, {
    description: 'Returns your clients, newest first by default. Resellers only, also by API key.',
  })
  clientAccounts(
    @Ctx() ctx: RequestContext,
    @Args(() => ClientAccountsArgs) args: ClientAccountsArgs,
    @SelectedOfPage() selected: Selected,
  ): Promise<Page<ClientAccount>> {
    return clientAccounts.listClientAccounts(ctx, { ...args, ...selected });
  }

  @Query(() => ClientAccount, {
    nullable: true,
    description: 'Returns one of your clients, or null if it does not exist. Resellers only, also by API key.',
  })
  clientAccount(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'ID of the client.' }) id: string,
  ): Promise<Row<ClientAccount> | null> {
    return clientAccounts.getClientAccount(ctx, { id });
  }

  @Query(() => [ClientPlan], {
    description:
      'Returns the plans of your clients, the most used first, at most 50. Canceled clients do not count. Resellers only, also by API key.',
  })
  clientPlans(@Ctx() ctx: RequestContext): Promise<ClientPlan[]> {
    return listClientPlans(ctx);
  }

  @Query(() => ClientAccountNeighbors, {
    nullable: true,
    description:
      'Returns the clients before and after one of yours in a list, or null if it does not exist. Resellers only, also by API key.',
  })
  clientAccountNeighbors(
    @Ctx() ctx: RequestContext,
    @Args(() => ClientNeighborsArgs) args: ClientNeighborsArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Neighbors<ClientAccount> | null> {
    return clientAccounts.clientNeighbors(ctx, { ...args, withPosition: selects(info, ['position', 'totalItems']) });
  }

  @Query(() => ClientAccountPage, {
    description: 'Returns the clients of a partner, newest first by default. Admins only.',
  })
  partnerClients(
    @Ctx() ctx: RequestContext,
    @Args(() => PartnerClientsArgs) args: PartnerClientsArgs,
    @SelectedOfPage() selected: Selected,
  ): Promise<Page<ClientAccount>> {
    return clientAccounts.listPartnerClients(ctx, { ...args, ...selected });
  }

  @Query(() => ClientAccount, {
    nullable: true,
    description: 'Returns a client of a partner, or null if the partner has no such client. Admins only.',
  })
  partnerClient(
    @Ctx() ctx: RequestContext,
    @Arg('partnerId', () => ID, { description: 'ID of the partner.' }) partnerId: string,
    @Arg('id', () => ID, { description: 'ID of the client.' }) id: string,
  ): Promise<Row<ClientAccount> | null> {
    return clientAccounts.getPartnerClient(ctx, { partnerId, id });
  }

  @Mutation(() => ClientAccount, {
    description:
      'Creates a client with an active subscription. Errors: CONFLICT (CLIENT_EMAIL) if another client of yours has the email address. Resellers only, also by API key.',
  })
  createClientAccount(
    @Ctx() ctx: RequestContext,
    @Args(() => CreateClientAccountArgs) args: CreateClientAccountArgs,
  ): Promise<NewRow<ClientAccount>> {
    return clientAccounts.createClientAccount(ctx, args);
  }

  @Mutation(() => ClientAccount, {
    description:
      'Changes the details of a client. Errors: NOT_FOUND; CONFLICT (CLIENT_EMAIL) if another client of yours has the email address; CONFLICT (STALE_VERSION). Resellers only, also by API key.',
  })
  updateClientAccount(
    @Ctx() ctx: RequestContext,
    @Args(() => UpdateClientAccountArgs) args: UpdateClientAccountArgs,
  ): Promise<ClientAccount> {
    return clientAccounts.updateClientAccount(ctx, args);
  }

  @Mutation(() => ClientAccount, {
    description:
      'Changes the plan or status of a subscription. Errors: NOT_FOUND; CONFLICT (SUBSCRIPTION_STATUS) if the new status cannot follow the current one; CONFLICT (STALE_VERSION). Resellers only, also by API key.',
  })
  updateClientSubscription(
    @Ctx() ctx: RequestContext,
    @Args(() => UpdateClientSubscriptionArgs) args: UpdateClientSubscriptionArgs,
  ): Promise<ClientAccount> {
    return clientAccounts.updateClientSubscription(ctx, args);
  }

  @Mutation(() => [ClientUpdate], {
    description:
      'Changes the plan or status of up to 100 subscriptions, by the rules of updateClientSubscription. Each succeeds or fails on its own. Returns one result per client, in the same order. Errors: CONFLICT (BENEFIT_REQUIRED) without the benefit ENHANCED_CLIENT_MANAGEMENT. Resellers only, also by API key.',
  })
  updateClientSubscriptions(
    @Ctx() ctx: RequestContext,
    @Args(() => UpdateClientSubscriptionsArgs) { input }: UpdateClientSubscriptionsArgs,
  ): Promise<ClientUpdate[]> {
    return clientAccounts.updateClientSubscriptions(ctx, input);
  }
}
