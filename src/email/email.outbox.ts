import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuid } from 'uuid';
import type { JobQueue } from '../core/jobs/job.queue.ts';
import type { Statement } from '../core/database/fast-path/statement.ts';
import { execute } from '../core/database/row.insert.ts';
import { EMAIL_QUEUE } from './email.queue.ts';
import type { NewEmail } from './email.template.ts';

/** Writes emails and their jobs in the EntityManager's transaction, so that they go out only if it commits. */
export async function writeEmails(em: EntityManager, jobs: JobQueue, emails: readonly NewEmail[]): Promise<void> {
  for (const statement of await insertsOfEmails(jobs, emails)) await execute(em, statement);
}

/** Two statements for any number of emails. */
export async function insertsOfEmails(jobs: JobQueue, emails: readonly NewEmail[]): Promise<Statement[]> {
  if (emails.length === 0) return [];
  const rows = emails.map((email) => ({ id: uuid(), ...email }));
  const ids = rows.map(({ id }) => id);
  return [{ text: INSERT, values: [JSON.stringify(rows)] }, await jobs.sending(EMAIL_QUEUE, ids)];
}

const INSERT = `insert into email_message (id, application_id, recipient, template, data, status, tries, created_at)
  select id, "applicationId", recipient, template, data, 'QUEUED', 0, now()
  from jsonb_to_recordset($1::jsonb)
    as email (id uuid, "applicationId" uuid, recipient text, template text, data jsonb)`;
