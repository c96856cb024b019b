import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { WaitingWork } from '../applications/waiting/waiting.types.ts';
import type { RequestContext } from '../core/context/request.context.ts';
import * as changes from './company-change.service.ts';
import { UpdateCompanyArgs } from './company.inputs.ts';
import * as companies from './company.service.ts';
import { Company } from './company.types.ts';

@Resolver()
export class CompanyResolver {
  @Query(() => Company, {
    description:
      'Returns the data of your company, with the change of it that waits for a decision. Users of partners only.',
  })
  company(@Ctx() ctx: RequestContext): Promise<Company> {
    return companies.getCompany(ctx);
  }

  @Mutation(() => Company, {
    description:
      'Changes the website, phone number and description of your company at once. Requests a change of its other data, which emails the owners and our team, and replaces a pending request. A request for the data that the account has withdraws the pending one. Errors: BAD_USER_INPUT (TAX_ID) if the tax ID does not fit the country; CONFLICT (STALE_VERSION); RATE_LIMITED after 10 requests in 24 hours. Owners only.',
  })
  updateCompany(@Ctx() ctx: RequestContext, @Args(() => UpdateCompanyArgs) args: UpdateCompanyArgs): Promise<Company> {
    return companies.updateCompany(ctx, args);
  }

  @Mutation(() => Company, {
    description:
      'Takes a requested change of your company data back. Errors: NOT_FOUND; CONFLICT (COMPANY_CHANGE_STATUS) if it is decided or withdrawn. Owners only.',
  })
  withdrawCompanyChange(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'ID of the change.' }) id: string,
  ): Promise<Company> {
    return companies.withdrawChange(ctx, { id });
  }
}

@Resolver(() => WaitingWork)
export class WaitingChangesResolver {
  @FieldResolver(() => Int, { description: 'Number of changes of company data that wait for a decision.' })
  companyChanges(@Ctx() ctx: RequestContext): Promise<number> {
    return changes.countPending(ctx);
  }
}
