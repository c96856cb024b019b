import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { PartnerApplication } from '../applications/application.entity.ts';
import { ClientAccount } from '../clients/client-account.entity.ts';
import type { RequestContext } from '../core/context/request.context.ts';
import type { Row } from '../core/database/row.query.ts';
import { PartnerAccount } from '../tenants/partner-account.entity.ts';
import { SearchArgs } from './search.inputs.ts';
import * as search from './search.service.ts';
import { FoundPerson, SearchResults } from './search.types.ts';

/** Reads only the kinds that a query selects, together in one message. */
@Resolver(() => SearchResults)
export class SearchResolver {
  @Query(() => SearchResults, {
    description:
      'Finds applications, partners, clients and people by name or email address. Returns what the caller may read: for admins all, for partners their own. Users only, not API keys.',
  })
  search(@Args(() => SearchArgs) args: SearchArgs): SearchResults {
    return args;
  }

  @FieldResolver(() => [PartnerApplication], { description: 'Applications. Admins only.' })
  applications(@Ctx() ctx: RequestContext, @Root() args: SearchResults): Promise<Row<PartnerApplication>[]> {
    return search.findApplications(ctx, args);
  }

  @FieldResolver(() => [PartnerAccount], { description: 'Partners. Admins only.' })
  partners(@Ctx() ctx: RequestContext, @Root() args: SearchResults): Promise<Row<PartnerAccount>[]> {
    return search.findPartners(ctx, args);
  }

  @FieldResolver(() => [ClientAccount], { description: 'Your clients. Resellers only.' })
  clients(@Ctx() ctx: RequestContext, @Root() args: SearchResults): Promise<Row<ClientAccount>[]> {
    return search.findClients(ctx, args);
  }

  @FieldResolver(() => [FoundPerson], { description: 'Active users. Admins, and owners for their own members.' })
  people(@Ctx() ctx: RequestContext, @Root() args: SearchResults): Promise<Row<FoundPerson>[]> {
    return search.findPeople(ctx, args);
  }
}
