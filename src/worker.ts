import type { MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import { applicationEmails } from './applications/application.emails.tsx';
import { forgetExpiredExports } from './applications/export/export.service.ts';
import { withdrawalEmails } from './applications/applicant/withdrawal.emails.tsx';
import { forgetOldKeys } from './core/idempotency/idempotency.ts';
import type { JobQueue } from './core/jobs/job.queue.ts';
import type { Secrets } from './core/secrets/secrets.ts';
import { asPlatform } from './core/database/tenancy.ts';
import { inTransaction } from './core/database/transaction.ts';
import { DevelopmentTransport } from './email/transports/development.transport.ts';
import { EmailDelivery } from './email/email.delivery.ts';
import { forgetOldUses } from './identity/api-keys/api-key.log.ts';
import { forgetOldSessions } from './identity/sessions/session.service.ts';
import { EMAIL_QUEUE, FAILED_EMAIL_QUEUE } from './email/email.queue.ts';
import { registerTemplates, type Site } from './email/email.template.ts';
import type { EmailTransport } from './email/transports/email.transport.ts';
import type { PostmarkOptions } from './email/transports/postmark.transport.ts';
import { credentialEmails } from './identity/account-security/credential.emails.tsx';
import { identityEmails } from './identity/invitations/identity.emails.tsx';
import { mailAccountLinks } from './identity/invitations/account-link.job.ts';
import { encryptFactorsAnew } from './identity/second-factors/second-factor.service.ts';
import { forgetExpiredTokens } from './identity/invitations/user.token.ts';

export interface WorkerOptions {
  orm: MikroORM;
  /** Opened to work, and not only to send. */
  jobs: JobQueue;
  /** Without it nothing leaves: the mailbox shows what would have been sent. */
  postmark: PostmarkOptions | undefined;
  /** The sender of every mail, with or without a name: `ReachGenie Partners <partners@example.com>`. */
  from: string;
  site: Site;
  secrets: Secrets;
  log: Logger;
  /** How long an idle worker waits before it looks again: 0.5 or more. */
  pollingSeconds?: number;
}

export interface Worker {
  /** Takes no more work and waits for what is in hand, up to 10 seconds. Ends the job queue too: nothing can be sent afterwards. */
  stop(): Promise<void>;
}

/** Milliseconds between the rounds in which a worker removes what is kept for a time only. */
const TIDYING_INTERVAL = 60 * 60 * 1000;

/** A feature with mails is one entry. */
export const emailTemplates = registerTemplates(applicationEmails, withdrawalEmails, identityEmails, credentialEmails);

/** What is done outside of requests. Any number of workers share it. */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { orm, jobs, postmark, from, site, secrets, log, pollingSeconds = 1 } = options;
  const transport = await transportOf(postmark, from);
  const delivery = new EmailDelivery({ em: orm.em, templates: emailTemplates, site, transport, log });

  await jobs.work(EMAIL_QUEUE, { batchSize: 10, concurrency: 2, pollingSeconds }, (ids) => delivery.deliver(ids));
  await jobs.work(FAILED_EMAIL_QUEUE, { batchSize: 100, concurrency: 1, pollingSeconds }, (ids) =>
    delivery.giveUp(ids),
  );
  await mailAccountLinks(orm.em, jobs, pollingSeconds);
  let tidying = tidyUp();
  const interval = setInterval(() => void (tidying = tidyUp()), TIDYING_INTERVAL);
  log.info('working on jobs');
  return {
    stop: async () => {
      clearInterval(interval);
      await jobs.stop();
      await tidying;
    },
  };

  async function tidyUp(): Promise<void> {
    try {
      await inTransaction(asPlatform(orm.em), async (em) => {
        await forgetOldKeys(em);
        await forgetOldSessions(em);
        await forgetOldUses(em);
        await forgetExpiredTokens(em);
        await forgetExpiredExports(em);
      });
      await inTransaction(asPlatform(orm.em), (em) => encryptFactorsAnew(em, secrets));
    } catch (error) {
      log.warn({ err: error }, 'tidying up failed and will be tried again in an hour');
    }
  }
}

/** Postmark's client is loaded where it is configured. */
async function transportOf(postmark: PostmarkOptions | undefined, from: string): Promise<EmailTransport> {
  if (!postmark) return new DevelopmentTransport();
  const { PostmarkTransport } = await import('./email/transports/postmark.transport.ts');
  return new PostmarkTransport(postmark, from);
}
