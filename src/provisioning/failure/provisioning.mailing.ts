import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { ClientAccount } from '../../clients/client-account.entity.ts';
import type { JobQueue } from '../../core/jobs/job.queue.ts';
import { writeEmails } from '../../email/email.outbox.ts';
import { PartnerRole, User } from '../../identity/users/user.entity.ts';
import { companyNameOf } from '../../tenants/partner-account.queries.ts';
import type { ClientProvisioning } from '../client-provisioning.entity.ts';
import { failedForAdmins, failedForOwner } from './provisioning.emails.tsx';

export interface Mailing {
  jobs: Pick<JobQueue, 'sending'>;
  /** Addresses of our team. */
  adminRecipients: readonly string[];
}

/**
 * Tells the owners and our team that a client is not set up. Each side at most once an hour, because an outage fails many:
 * their list shows the others.
 */
export async function writeFailureEmails(
  em: EntityManager,
  { jobs, adminRecipients }: Mailing,
  { resellerId, clientId: id, problem }: ClientProvisioning,
): Promise<void> {
  const told = await readTold(em, resellerId, id);
  if (told.owners && told.admins) return;
  const { companyName } = await em.findOneOrFail(ClientAccount, { resellerId, id });
  const owners = { resellerId, partnerRole: PartnerRole.OWNER, isActive: true, joinedAt: { $ne: null } };
  const users = told.owners ? [] : await em.find(User, owners);
  const failure = { clientId: id, companyName, problem: problem ?? null };
  const partner = { resellerId, partnerName: await companyNameOf(em, resellerId) };
  await writeEmails(em, jobs, [
    ...users.map(({ email }) => failedForOwner(email, failure)),
    ...(told.admins ? [] : adminRecipients).map((address) => failedForAdmins(address, { ...failure, ...partner })),
  ]);
}

interface Told {
  owners: boolean;
  admins: boolean;
}

/** Whether another client failed in the last hour. */
async function readTold(em: EntityManager, resellerId: string, clientId: string): Promise<Told> {
  const { rows } =
    await sql<Told>`select count(*) > 0 as admins, count(*) filter (where reseller_id = ${resellerId}) > 0 as owners
    from client_provisioning
    where status = 'FAILED' and updated_at > now() - interval '1 hour' and failed_at > now() - interval '1 hour'
      and client_id <> ${clientId} and problem <> 'HELD'`.execute(em.getKysely());
  return rows[0] ?? { owners: false, admins: false };
}
