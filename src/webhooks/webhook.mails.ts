import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { JobQueue } from '../core/jobs/job.queue.ts';
import { writeEmails } from '../email/email.outbox.ts';
import { AdminRole, PartnerRole } from '../identity/users/user.entity.ts';
import type { WebhookEndpoint } from './webhook-endpoint.entity.ts';
import { endpointMail, type EndpointNews } from './webhook.emails.tsx';

interface Told extends Pick<WebhookEndpoint, 'id' | 'url' | 'resellerId'> {
  news: EndpointNews;
  /** Failed tries in a row. */
  failures: number;
}

/** Emails the users that can change the endpoint: owners, or admins with PARTNERS or ALL for one of the platform. */
export async function mailAboutEndpoint(em: EntityManager, jobs: JobQueue, told: Told): Promise<void> {
  const { rows } = await sql<{ email: string }>`select email from user_account
    where reseller_id is not distinct from ${told.resellerId ?? null}::uuid and is_active and joined_at is not null
      and coalesce(admin_roles, array[partner_role]) && ${[PartnerRole.OWNER, AdminRole.PARTNERS, AdminRole.ALL]}::text[]
    order by id`.execute(em.getKysely());
  const mails = rows.map(({ email }) => endpointMail(email, told));
  await writeEmails(em, jobs, mails);
}
