import { sql, type RawBuilder } from 'kysely';
import { validate as isUuid } from 'uuid';
import { inAuditedTransaction, recordAction } from '../audit/audit.recorder.ts';
import { notFound } from '../core/context/domain.error.ts';
import type { RequestContext } from '../core/context/request.context.ts';
import { columnsOf, type Row } from '../core/database/row.query.ts';
import { DEAD_LETTER_QUEUE, JOB_SCHEMA } from '../core/jobs/job.queue.ts';
import { readPage } from '../core/lists/page.query.ts';
import { SortOrder, type Page, type PageArgs } from '../core/lists/page.types.ts';
import { FailedJob, RETRIED } from './failed-job.entity.ts';

const JOBS = sql.table(`${JOB_SCHEMA}.job`);

/** A dead letter that fails in a queue of its own has no further dead letter. */
const hasFailed = sql`source_name is not null and (name = ${DEAD_LETTER_QUEUE} or state = 'failed')`;

export const listFailedJobs = ({ reader }: RequestContext, args: PageArgs): Promise<Page<FailedJob>> =>
  readPage(
    reader,
    { entity: FailedJob, where: [hasFailed, sql`state <> ${RETRIED}`], sortBy: 'failedAt' },
    { ...args, sortOrder: SortOrder.DESC },
  );

/** Sends the job to its queue again. Does so once, and answers the same later. Throws NOT_FOUND. */
export async function retryFailedJob(ctx: RequestContext, { id }: { id: string }): Promise<Row<FailedJob>> {
  if (!isUuid(id)) throw notFound('Job');
  return inAuditedTransaction(ctx, {}, async (em) => {
    const columns = columnsOf(em.getMetadata(FailedJob));
    const only = async (statement: RawBuilder<unknown>) =>
      (await sql<Row<FailedJob>>`${statement}`.execute(em.getKysely())).rows[0];
    const job = await only(sql`update ${JOBS} set state = ${RETRIED}, completed_on = now()
      where id = ${id} and ${hasFailed} and state <> ${RETRIED} returning ${columns}`);
    if (job) {
      await ctx.jobs.send(em, job.queue, [job.data?.id ?? '']);
      recordAction(em, 'job.retried', Object.assign(new FailedJob(), { id }));
      return job;
    }
    const retried = await only(sql`select ${columns} from ${JOBS} where id = ${id} and state = ${RETRIED}`);
    if (!retried) throw notFound('Job');
    return retried;
  });
}
