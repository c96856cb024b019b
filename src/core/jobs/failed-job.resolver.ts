import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { sql } from 'kysely';
import { readPage } from '../lists/page.query.ts';
import { PageArgs, pageOf, SortOrder, type Page } from '../lists/page.types.ts';
import { SelectedOfPage, type Selected } from '../lists/selection.ts';
import type { RequestContext } from '../context/request.context.ts';
import { FailedJob } from './failed-job.entity.ts';
import { DEAD_LETTER_QUEUE } from './job.queue.ts';

const FailedJobPage = pageOf(FailedJob);

@Resolver(() => FailedJob)
export class FailedJobResolver {
  @Query(() => FailedJobPage, {
    description:
      'Returns background jobs that failed in every attempt, latest first. Emails are in `emailMessages`. Admins only.',
  })
  failedJobs(
    @Ctx() { reader }: RequestContext,
    @Args(() => PageArgs) args: PageArgs,
    @SelectedOfPage() selected: Selected,
  ): Promise<Page<FailedJob>> {
    // A dead letter that fails in a queue of its own has no further dead letter.
    const where = [sql`source_name is not null and (name = ${DEAD_LETTER_QUEUE} or state = 'failed')`];
    return readPage(
      reader,
      { entity: FailedJob, where, sortBy: 'failedAt' },
      { ...args, sortOrder: SortOrder.DESC, ...selected },
    );
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Object of the job: usually an ID, or an email address. Null if the job names none.',
  })
  subject(@Root() { data }: FailedJob): string | null {
    return data?.id ?? null;
  }
}
