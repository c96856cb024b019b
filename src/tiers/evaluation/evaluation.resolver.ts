import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../core/context/request.context.ts';
import { PlainDate } from '../../core/graphql/date.scalar.ts';
import { pageOf, type Page } from '../../core/lists/page.types.ts';
import { SelectedOfPage, type Selected } from '../../core/lists/selection.ts';
import type { Day } from '../../core/text/day.ts';
import * as evaluations from './evaluation.service.ts';
import { TierEvaluationsArgs, TierPreview } from './evaluation.types.ts';
import { TierEvaluation } from './tier-evaluation.entity.ts';

const TierEvaluationPage = pageOf(TierEvaluation);

@Resolver()
export class EvaluationResolver {
  @Query(() => TierEvaluationPage, {
    description: "Returns the evaluations of a partner's tier, latest first. Admins only.",
  })
  tierEvaluations(
    @Ctx() ctx: RequestContext,
    @Args(() => TierEvaluationsArgs) args: TierEvaluationsArgs,
    @SelectedOfPage() selected: Selected,
  ): Promise<Page<TierEvaluation>> {
    return evaluations.listEvaluations(ctx, { ...args, ...selected });
  }

  @Query(() => [TierPreview], {
    description:
      'Returns what an evaluation would decide if nothing changes until then. Changes nothing. Leaves out partners that keep their tier, pinned ones and deactivated ones. At most 1,000, by company name. Errors: BAD_USER_INPUT (RANGE). Admins only.',
  })
  previewTierEvaluation(
    @Ctx() ctx: RequestContext,
    @Arg('periodEnd', () => PlainDate, {
      description:
        'Last day of the evaluated months, in UTC. The evaluation is on the day after. Yesterday or later, and within 366 days.',
    })
    periodEnd: Day,
  ): Promise<TierPreview[]> {
    return evaluations.previewEvaluation(ctx, { periodEnd });
  }
}
