import { sql, type RawBuilder } from 'kysely';
import { JOB_SCHEMA } from './job.queue.ts';

/** Whether a job of these queues with the ID in this column waits or runs. Only the platform sees jobs. */
export const hasOpenJob = (queues: readonly string[], column: string): RawBuilder<boolean> =>
  sql`exists (select from ${sql.table(`${JOB_SCHEMA}.job`)} where name = any(${queues}) and state < 'completed'
    and data ->> 'id' = ${sql.ref(column)}::text)`;
