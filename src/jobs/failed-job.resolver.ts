import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../core/context/request.context.ts';
import type { Row } from '../core/database/row.query.ts';
import { DateTime } from '../core/graphql/date-time.scalar.ts';
import { PageArgs, pageOf, type Page } from '../core/lists/page.types.ts';
import { SelectedOfPage, type Selected } from '../core/lists/selection.ts';
import { FailedJob, RETRIED } from './failed-job.entity.ts';
import * as failedJobs from './failed-job.service.ts';

const FailedJobPage = pageOf(FailedJob);

@Resolver(() => FailedJob)
export class FailedJobResolver {
  @Query(() => FailedJobPage, {
    description:
      'Returns background jobs that failed in every attempt, latest first. Emails are in `emailMessages`. Admins only.',
  })
  failedJobs(
    @Ctx() ctx: RequestContext,
    @Args(() => PageArgs) args: PageArgs,
    @SelectedOfPage() selected: Selected,
  ): Promise<Page<FailedJob>> {
    return failedJobs.listFailedJobs(ctx, { ...args, ...selected });
  }

  @Mutation(() => FailedJob, {
    description:
      'Runs a failed job again, with as many attempts as a new one. `failedJobs` no longer lists it. Calling it again changes nothing. Errors: NOT_FOUND. Admins only.',
  })
  retryFailedJob(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'ID of a job in `failedJobs`.' }) id: string,
  ): Promise<Row<FailedJob>> {
    return failedJobs.retryFailedJob(ctx, { id });
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Object of the job: usually an ID, or an email address. Null if the job names none.',
  })
  subject(@Root() { data }: FailedJob): string | null {
    return data?.id ?? null;
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description: 'When an admin ran it again. Null if no one did.',
  })
  retriedAt(@Root() { state, endedAt }: FailedJob): Date | null {
    return state === RETRIED ? endedAt : null;
  }
}
