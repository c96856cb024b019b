import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { JobQueue } from '../core/job.queue.ts';
import { EmailStatus } from './email-message.entity.ts';
import { EMAIL_QUEUE } from './email.queue.ts';
import type { NewEmail } from './email.template.ts';

/**
 * Writes mails, and the jobs to send them, in the transaction of the EntityManager: they are sent once it commits, and never
 * where it does not. Two statements in one message, planned once for any number of mails.
 */
export async function writeEmails(em: EntityManager, jobs: JobQueue, emails: readonly NewEmail[]): Promise<void> {
  if (emails.length === 0) return;
  const rows = emails.map((email) => ({ id: uuid(), ...email }));
  const ids = rows.map(({ id }) => id);
  const written =
    sql`insert into email_message (id, application_id, recipient, template, data, status, tries, created_at)
    select id, "applicationId", recipient, template, data, ${EmailStatus.QUEUED}, 0, now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as email (id uuid, "applicationId" uuid, recipient text, template text, data jsonb)`.execute(em.getKysely());
  await Promise.all([written, jobs.send(em, EMAIL_QUEUE, ids)]);
}
