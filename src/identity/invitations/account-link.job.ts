import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { JobQueue } from '../../core/jobs/job.queue.ts';
import { asPlatform } from '../../core/database/tenancy.ts';
import { inTransaction } from '../../core/database/transaction.ts';
import { writeEmails } from '../../email/email.outbox.ts';
import type { NewEmail } from '../../email/email.template.ts';
import { PASSWORD_RESET_QUEUE, readRequest, SIGN_IN_LINK_QUEUE } from './account-link.queues.ts';
import { passwordReset, signInLink } from './identity.emails.tsx';
import { accountOf } from '../sessions/session.service.ts';
import type { User } from '../users/user.entity.ts';
import { usersAt } from '../users/user.lookup.ts';
import { createToken } from './user.token.ts';
import { UserTokenPurpose } from './user-token.entity.ts';

interface Kind {
  purpose: UserTokenPurpose;
  mail: (user: User, tokenId: string) => NewEmail;
}

/** Of each queue. */
const MAILS: Record<string, Kind> = {
  [PASSWORD_RESET_QUEUE]: { purpose: UserTokenPurpose.PASSWORD_RESET, mail: passwordReset },
  [SIGN_IN_LINK_QUEUE]: { purpose: UserTokenPurpose.SIGN_IN, mail: signInLink },
};

const LINKS_PER_HOUR = 5;
const LINKS_PER_DAY = 10;

/**
 * Emails a link, valid for an hour, to the stored address of a matching user, and nothing to other addresses. Runs
 * in the worker, so that requests take the same time for every address. Earlier links stay valid, so that a
 * stranger's request cannot invalidate them.
 */
async function mailLink(em: EntityManager, jobs: JobQueue, { purpose, mail }: Kind, request: string): Promise<void> {
  const { email, language } = readRequest(request);
  await inTransaction(asPlatform(em), async (transaction) => {
    const [user] = await usersAt(transaction, email);
    if (!user?.passwordHash || !(await accountOf(transaction, user))) return;
    if (!(await mayHaveLink(transaction, user.id, purpose))) return;
    const token = await createToken(transaction, user.id, purpose);
    await writeEmails(transaction, jobs, [{ ...mail(user, token), language: user.language ?? language }]);
  });
}

/** Starts the queues that email links, polled at the given interval. */
export async function mailAccountLinks(em: EntityManager, jobs: JobQueue, pollingSeconds: number): Promise<void> {
  for (const [queue, kind] of Object.entries(MAILS)) {
    await jobs.workEach(queue, { batchSize: 10, concurrency: 1, pollingSeconds }, (request) =>
      mailLink(em, jobs, kind, request),
    );
  }
}

async function mayHaveLink(em: EntityManager, userId: string, purpose: UserTokenPurpose): Promise<boolean> {
  // The lock makes a second worker count the first one's link.
  await sql`select from user_account where id = ${userId} for update`.execute(em.getKysely());
  const { rows } = await sql<{ may: boolean }>`select count(*) < ${LINKS_PER_DAY}
      and count(*) filter (where created_at > now() - interval '1 hour') < ${LINKS_PER_HOUR} as may
    from user_token where user_id = ${userId} and purpose = ${purpose}
      and created_at > now() - interval '1 day'`.execute(em.getKysely());
  return rows[0]?.may ?? false;
}
