import { Args, ArgsType, Ctx, Field, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../core/context/request.context.ts';
import { Text } from '../../core/graphql/text.rules.ts';
import * as applicants from './applicant.service.ts';
import { ApplicantView } from './applicant.types.ts';

@ArgsType()
class PrivateLinkArgs {
  @Field(() => String, { description: 'Token of the private link, after its #. 1 to 200 characters.' })
  @Text(200)
  token!: string;
}

/** Applicants have no account: the private link identifies the application. Those that became partners have one. */
@Resolver()
export class ApplicantResolver {
  @Query(() => ApplicantView, {
    nullable: true,
    description:
      "Returns an application as its applicant sees it, or null if the link is not valid. The link is part of the submission's result and of each email. Errors: RATE_LIMITED. Anyone with the link; rate-limited by IP address.",
  })
  applicationStatus(
    @Ctx() ctx: RequestContext,
    @Args(() => PrivateLinkArgs) args: PrivateLinkArgs,
  ): Promise<ApplicantView | null> {
    return applicants.viewApplication(ctx, args);
  }

  @Query(() => [ApplicantView], {
    description:
      'Returns the applications of your partnerships as their applicant sees them, oldest first. Users of partners only.',
  })
  ownApplications(@Ctx() ctx: RequestContext): Promise<ApplicantView[]> {
    return applicants.listOwnApplications(ctx);
  }

  @Mutation(() => ApplicantView, {
    description:
      'Withdraws an application that is PENDING or REVIEWING, and emails the contact and the admins. It becomes REJECTED with `withdrawnAt`, and the contact can apply again. Errors: CONFLICT (APPLICATION_STATUS) if it is decided or withdrawn; NOT_FOUND if the link is not valid; RATE_LIMITED. Anyone with the link; rate-limited by IP address together with applicationStatus.',
  })
  withdrawApplication(
    @Ctx() ctx: RequestContext,
    @Args(() => PrivateLinkArgs) args: PrivateLinkArgs,
  ): Promise<ApplicantView> {
    return applicants.withdrawApplication(ctx, args);
  }
}
