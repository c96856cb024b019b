import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Queue } from 'pg-boss';
import type { JobQueue } from '../core/job.queue.ts';
import { asPlatform } from '../core/tenancy.ts';
import { inTransaction } from '../core/transaction.ts';
import { writeEmails } from '../email/email.outbox.ts';
import { passwordReset } from './identity.emails.tsx';
import { accountOf } from './session.service.ts';
import { usersAt } from './user.lookup.ts';
import { createToken } from './user.token.ts';
import { UserTokenPurpose } from './user-token.entity.ts';

/** Addresses for which somebody asked for a new password, known and unknown ones. */
export const PASSWORD_RESET_QUEUE = 'password-reset';

/** A request that takes part of an hour to answer is of no use any more. All in seconds. */
export const passwordResetQueue: Queue = {
  name: PASSWORD_RESET_QUEUE,
  heartbeatSeconds: 10,
  expireInSeconds: 30,
  retryLimit: 10,
  retryDelay: 5,
  retentionSeconds: 30 * 60,
  deleteAfterSeconds: 60,
};

const LINKS_PER_HOUR = 5;

/**
 * Mails a link, valid for an hour, to the stored address of each user that an address reaches, and nothing to any other address. A worker does it, so that the
 * request takes the same time for every address. The links of before stay valid, so that a stranger's request harms nobody.
 */
export async function mailPasswordResets(em: EntityManager, jobs: JobQueue, emails: readonly string[]): Promise<void> {
  for (const email of emails) {
    await inTransaction(asPlatform(em), async (transaction) => {
      const [user] = await usersAt(transaction, email);
      if (!user?.passwordHash || !(await accountOf(transaction, user)) || !(await mayHaveLink(transaction, user.id)))
        return;
      const token = await createToken(transaction, user.id, UserTokenPurpose.PASSWORD_RESET);
      await writeEmails(transaction, jobs, [passwordReset(user, token)]);
    });
  }
}

async function mayHaveLink(em: EntityManager, userId: string): Promise<boolean> {
  // Of two workers the second counts the first one's link.
  await sql`select from user_account where id = ${userId} for update`.execute(em.getKysely());
  const { rows } = await sql`select from user_token where user_id = ${userId} and purpose = 'PASSWORD_RESET'
    and created_at > now() - interval '1 hour' limit ${LINKS_PER_HOUR}`.execute(em.getKysely());
  return rows.length < LINKS_PER_HOUR;
}
