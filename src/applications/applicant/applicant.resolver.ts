import { Args, ArgsType, Ctx, Field, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../core/context/request.context.ts';
import { Text } from '../../core/graphql/text.rules.ts';
import * as applicants from './applicant.service.ts';
import { ApplicantView } from './applicant.types.ts';

@ArgsType()
class PrivateLinkArgs {
  @Field(() => String, { description: 'What the private link carries after its #. 1 to 200 characters.' })
  @Text(200)
  token!: string;
}

/** For those who have no account: the private link says whose application it is. */
@Resolver()
export class ApplicantResolver {
  @Query(() => ApplicantView, {
    nullable: true,
    description:
      'An application as its applicant sees it, by the private link of the answer to the submission and of each mail; null where the link is not ours. Anyone with the link; limited per address (RATE_LIMITED).',
  })
  applicationStatus(
    @Ctx() ctx: RequestContext,
    @Args(() => PrivateLinkArgs) { token }: PrivateLinkArgs,
  ): Promise<ApplicantView | null> {
    return applicants.viewApplication(ctx, token);
  }

  @Mutation(() => ApplicantView, {
    description:
      'Takes an application back that is PENDING or REVIEWING: it becomes REJECTED, with `withdrawnAt`, and the same contact may apply anew. Contact and admins are mailed. CONFLICT with the reason APPLICATION_STATUS where it is decided or withdrawn already; NOT_FOUND where the link is not ours. Anyone with the link; limited per address together with applicationStatus.',
  })
  withdrawApplication(
    @Ctx() ctx: RequestContext,
    @Args(() => PrivateLinkArgs) { token }: PrivateLinkArgs,
  ): Promise<ApplicantView> {
    return applicants.withdrawApplication(ctx, token);
  }
}
