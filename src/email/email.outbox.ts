import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type pg from 'pg';
import type { Logger } from 'pino';
import { v7 as uuid } from 'uuid';
import { sendingJobs, type JobQueue } from '../core/jobs/job.queue.ts';
import { hasOpenJob } from '../core/jobs/open.jobs.ts';
import { outboundIsPaused } from '../core/jobs/outbound.pause.ts';
import type { Statement } from '../core/database/fast-path/statement.ts';
import { execute } from '../core/database/row.insert.ts';
import { EmailStatus } from './email-message.entity.ts';
import { EMAIL_QUEUE, FAILED_EMAIL_QUEUE } from './email.queue.ts';
import type { NewEmail } from './email.template.ts';

/** Writes emails and their jobs in the EntityManager's transaction, so that they go out only if it commits. */
export async function writeEmails(
  em: EntityManager,
  jobs: Pick<JobQueue, 'sending'>,
  emails: readonly NewEmail[],
): Promise<void> {
  for (const statement of insertsOfEmails(jobs, emails)) await execute(em, statement);
}

/** Two statements for any number of emails. */
export function insertsOfEmails(jobs: Pick<JobQueue, 'sending'>, emails: readonly NewEmail[]): Statement[] {
  if (emails.length === 0) return [];
  const ids = emails.map(() => uuid());
  const values = emails.flatMap(({ applicationId, recipient, template, data, language }, index) => [
    ids[index],
    applicationId,
    recipient,
    template,
    JSON.stringify(data),
    language ?? null,
  ]);
  return [{ text: insertFor(emails.length), values }, jobs.sending(EMAIL_QUEUE, ids)];
}

/** By number of emails. */
const texts: string[] = [];

/** The same string each time, so that connections find its prepared statement quickly. */
function insertFor(count: number): string {
  return (texts[count] ??= `insert into email_message
    (id, application_id, recipient, template, data, status, tries, created_at, language, time_zone)
    select id, application_id, recipient, template, data, 'QUEUED', 0, now(),
      coalesce(given.language, person.language, 'EN'), person.time_zone
    from (values ${rowsOf(count).join()}) as given (id, application_id, recipient, template, data, language)
      left join lateral email_settings(recipient) as person on given.language is null`);
}

/** Of the values of an email. */
const TYPES = ['uuid', 'uuid', 'text', 'text', 'jsonb', 'text'];

const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const parameters = TYPES.map((type, place) => `$${index * TYPES.length + place + 1}::${type}`);
    return `(${parameters.join()})`;
  });

/** At most this many in one round. */
const REQUEUED = 1000;

/** Gives a new job to each email that lost its own, for example by a change of the database. */
export async function requeueEmails(em: EntityManager, { jobs, log }: { jobs: JobQueue; log: Logger }): Promise<void> {
  const { rows } = await sql<{ id: string }>`select id from email_message
    where status = ${sql.lit(EmailStatus.QUEUED)} and not ${outboundIsPaused}
      and not ${hasOpenJob([EMAIL_QUEUE, FAILED_EMAIL_QUEUE], 'email_message.id')}
    order by created_at limit ${REQUEUED}`.execute(em.getKysely());
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  await jobs.send(em, EMAIL_QUEUE, ids);
  log.warn({ emails: ids }, 'emails without a job queued again');
}

/**
 * Continues after a pause. An unsent email from before it may have been sent after the backup, so it becomes an attempt
 * with an unknown end: Postmark is asked before the next one. A second job of an email does nothing.
 */
export async function resumeEmails(owner: pg.Client, pausedAt: Date): Promise<void> {
  await owner.query(
    `update email_message set sending_since = coalesce(sending_since, $1) where status in ('QUEUED', 'FAILED') and created_at <= $1`,
    [pausedAt],
  );
  const { rows } = await owner.query<{ id: string }>(
    `select id from email_message where status = 'QUEUED' order by created_at`,
  );
  const ids = rows.map(({ id }) => id);
  const { text, values } = sendingJobs(EMAIL_QUEUE, ids);
  await owner.query(text, [...values]);
}
