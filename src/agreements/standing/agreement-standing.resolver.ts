import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../core/context/request.context.ts';
import { pageOf, type Page } from '../../core/lists/page.types.ts';
import { SelectedOfPage, type Selected } from '../../core/lists/selection.ts';
import { AgreementStanding } from './agreement-standing.entity.ts';
import { AgreementAcceptanceCounts, AgreementAcceptancesArgs } from './agreement-standing.inputs.ts';
import { listStandings } from './agreement-standing.service.ts';

const AgreementStandingPage = pageOf(AgreementStanding, {
  type: AgreementAcceptanceCounts,
  by: 'status, under all filters except `status`',
});

@Resolver()
export class AgreementStandingResolver {
  @Query(() => AgreementStandingPage, {
    description:
      'Returns the acceptances of agreements, and the missing ones of active partners, by company name. Admins only.',
  })
  agreementAcceptances(
    @Ctx() ctx: RequestContext,
    @Args(() => AgreementAcceptancesArgs) args: AgreementAcceptancesArgs,
    @SelectedOfPage() selected: Selected,
  ): Promise<Page<AgreementStanding>> {
    return listStandings(ctx, { ...args, ...selected });
  }
}
