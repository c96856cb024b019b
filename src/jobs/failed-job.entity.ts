import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Time } from '../core/graphql/shared.fields.ts';
import { JOB_SCHEMA } from '../core/jobs/job.queue.ts';

/** The state of a dead letter that an admin ran again. Nothing else cancels jobs. */
export const RETRIED = 'cancelled';

/** A dead letter: the copy of a job that failed in every attempt. A virtual entity, because the table belongs to pg-boss. */
@Entity({ schema: JOB_SCHEMA, tableName: 'job', expression: `select * from ${JOB_SCHEMA}.job` })
@ObjectType({
  simpleResolvers: true,
  description:
    'A job that failed in every attempt. Kept for 30 days. The log has the reasons under `job failed`. Use retryFailedJob to run it again.',
})
export class FailedJob {
  @Field(() => ID, { description: 'Unique ID.' })
  @Property({ type: 'uuid' })
  id!: string;

  @Field(() => String, { description: 'Queue of the job, such as `password-reset`.' })
  @Property({ type: 'string', fieldName: 'source_name' })
  queue!: string;

  /** Its ID is the field `subject`. */
  @Property({ type: 'json' })
  data!: { id?: string } | null;

  @Field(() => Int, { description: 'Number of retries after the first attempt.' })
  @Property({ type: 'integer', fieldName: 'source_retry_count' })
  retries!: number;

  @Time('When the job was created.', { fieldName: 'source_created_on' })
  createdAt!: Date;

  @Time('When the last attempt failed.', { fieldName: 'created_on' })
  failedAt!: Date;

  /** Of the dead letter: see RETRIED. */
  @Property({ type: 'string' })
  state!: string;

  @Property({ type: 'datetime', fieldName: 'completed_on', nullable: true })
  endedAt!: Date | null;
}
