import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { pageOf, type Page } from '../core/lists/page.types.ts';
import type { Row } from '../core/database/row.query.ts';
import type { RequestContext } from '../core/context/request.context.ts';
import { selects } from '../core/lists/selection.ts';
import { ClientAccount } from './client-account.entity.ts';
import {
  ClientAccountsArgs,
  CreateClientAccountArgs,
  UpdateClientAccountArgs,
  UpdateClientSubscriptionArgs,
} from './client-account.inputs.ts';
import * as clientAccounts from './client-account.service.ts';

const ClientAccountPage = pageOf(ClientAccount);

@Resolver()
export class ClientAccountResolver {
  @Query(() => ClientAccountPage, {
    description:
      'The reseller’s own clients, the newest first where nothing else is asked for. Resellers, also by API key.',
  })
  clientAccounts(
    @Ctx() ctx: RequestContext,
    @Args(() => ClientAccountsArgs) args: ClientAccountsArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<ClientAccount>> {
    return clientAccounts.listClientAccounts(ctx, args, selects(info, 'pageInfo', 'totalItems', 'totalPages'));
  }

  @Query(() => ClientAccount, {
    nullable: true,
    description: 'One of the reseller’s own clients; null where there is none. Resellers, also by API key.',
  })
  clientAccount(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Which client.' }) id: string,
  ): Promise<Row<ClientAccount> | null> {
    return clientAccounts.getClientAccount(ctx, id);
  }

  @Mutation(() => ClientAccount, {
    description:
      'Creates a client, with an active subscription. CONFLICT (CLIENT_EMAIL) where another client of yours has the address. Resellers, also by API key.',
  })
  createClientAccount(
    @Ctx() ctx: RequestContext,
    @Args(() => CreateClientAccountArgs) args: CreateClientAccountArgs,
  ): Promise<ClientAccount> {
    return clientAccounts.createClientAccount(ctx, args);
  }

  @Mutation(() => ClientAccount, {
    description:
      'Changes what is known about a client. NOT_FOUND where there is none; CONFLICT where another client of yours has the address (CLIENT_EMAIL), or expectedVersion is stale (STALE_VERSION). Resellers, also by API key.',
  })
  updateClientAccount(
    @Ctx() ctx: RequestContext,
    @Args(() => UpdateClientAccountArgs) args: UpdateClientAccountArgs,
  ): Promise<ClientAccount> {
    return clientAccounts.updateClientAccount(ctx, args);
  }

  @Mutation(() => ClientAccount, {
    description:
      'Changes a subscription: its tier, or whether it is active. NOT_FOUND where there is no such client; CONFLICT where the status cannot follow the present one (SUBSCRIPTION_STATUS), or expectedVersion is stale (STALE_VERSION). Resellers, also by API key.',
  })
  updateClientSubscription(
    @Ctx() ctx: RequestContext,
    @Args(() => UpdateClientSubscriptionArgs) args: UpdateClientSubscriptionArgs,
  ): Promise<ClientAccount> {
    return clientAccounts.updateClientSubscription(ctx, args);
  }
}
