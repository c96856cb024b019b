import { Args, Ctx, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../../core/context/request.context.ts';
import { ImportClientAccountsArgs } from './client-import.inputs.ts';
import { importClients } from './client-import.service.ts';
import { ClientImportResult } from './client-import.types.ts';

@Resolver()
export class ClientImportResolver {
  @Mutation(() => [ClientImportResult], {
    description:
      'Creates clients from up to 100 rows of a file, by the rules of createClientAccount. Each row succeeds or fails on its own. Returns one result per row, in the same order. Send all rows of a file under one `importId`: after a broken connection, send them again. Errors: CONFLICT (BENEFIT_REQUIRED) without the benefit ENHANCED_CLIENT_MANAGEMENT. Resellers only, also by API key.',
  })
  importClientAccounts(
    @Ctx() ctx: RequestContext,
    @Args(() => ImportClientAccountsArgs) { input }: ImportClientAccountsArgs,
  ): Promise<ClientImportResult[]> {
    return importClients(ctx, input);
  }
}
