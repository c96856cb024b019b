import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { pageOf, type Page } from '../core/lists/page.types.ts';
import type { NewRow } from '../core/database/row.insert.ts';
import type { Row } from '../core/database/row.query.ts';
import type { RequestContext } from '../core/context/request.context.ts';
import { SelectedOfPage, type Selected } from '../core/lists/selection.ts';
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
}
