import { DEAD_LETTER_QUEUE } from '../../../../src/core/jobs/job.queue.ts';
import type { Api } from '../../api.ts';

/** Sends jobs with the options of their queue, also for objects that do not exist. */
export const sendJobs = ({ rows }: Pick<Api, 'rows'>, queue: string, subjects: string[]) =>
  rows(
    `insert into pgboss.job (name, data, retry_limit, retry_delay, heartbeat_seconds, expire_seconds, dead_letter, keep_until)
      select queue.name, jsonb_build_object('id', subject), retry_limit, retry_delay, heartbeat_seconds, expire_seconds,
        dead_letter, now() + interval '1 hour'
      from pgboss.queue, unnest($2::text[]) subject where queue.name = $1`,
    [queue, subjects],
  );

/** Stores a job as pg-boss does after its last attempt, and returns its ID. */
export async function givenFailedJob({ rows }: Pick<Api, 'rows'>, subject = 'ada@acme.example'): Promise<string> {
  const [job] = await rows(
    `insert into pgboss.job (name, data, keep_until, source_name, source_retry_count, source_created_on)
     values ($1, jsonb_build_object('id', $2::text), now() + interval '1 hour', 'password-reset', 2, now()) returning id`,
    [DEAD_LETTER_QUEUE, subject],
  );
  return String(job?.['id']);
}

/** Makes the next attempt of a failed job its last one, now. */
export const makeLastAttempt = ({ rows }: Pick<Api, 'rows'>, subject: string) =>
  rows(
    `update pgboss.job set retry_count = retry_limit - 1, start_after = now()
      where state = 'retry' and data ->> 'id' = $1 and retry_count < retry_limit - 1`,
    [subject],
  );

/** Stores emails and returns their IDs. Their jobs do not exist yet. */
export async function givenEmailsWithoutJobs({ rows }: Pick<Api, 'rows'>, count: number): Promise<string[]> {
  const emails = await rows(
    `insert into email_message (id, recipient, template, data, status, created_at)
    select gen_random_uuid(), 'poison-' || number || '@acme.example', 'application.received',
      '{"id": "019ac3f0-0000-7000-8000-000000000000", "contactName": "Ada", "companyName": "Acme", "partnershipType": "RESELLER"}',
      'QUEUED', now()
    from generate_series(1, $1) number returning id`,
    [count],
  );
  return emails.map(({ id }) => String(id));
}

export const FAILED_JOBS =
  '{ failedJobs { items { id queue subject retries createdAt failedAt } pageInfo { totalItems } } }';

export interface FailedJobs {
  failedJobs: { items: Record<string, unknown>[]; pageInfo: { totalItems: number } };
}
