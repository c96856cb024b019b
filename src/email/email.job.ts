import type { WorkerParts } from '../feature.ts';
import { EmailDelivery } from './email.delivery.ts';
import { recipientRule } from './transports/recipient.rule.ts';
import { EMAIL_QUEUE, FAILED_EMAIL_QUEUE } from './email.queue.ts';
import { DevelopmentTransport } from './transports/development.transport.ts';
import type { EmailTransport } from './transports/email.transport.ts';

/** Starts to send emails, and to mark those as failed that have no attempts left. */
export async function sendEmails({ orm, jobs, pollingSeconds, ...parts }: WorkerParts): Promise<void> {
  const { templates, site, settlingSeconds, emailsFailed: failed, log } = parts;
  const transport = await transportOf(parts);
  const mayReceive = recipientRule(parts.allowlist);
  const options = { em: orm.em, templates, site, transport, mayReceive, settlingSeconds, failed, log };
  const delivery = new EmailDelivery(options);
  await jobs.work(EMAIL_QUEUE, { batchSize: 10, concurrency: 2, pollingSeconds }, (ids) => delivery.deliver(ids));
  await jobs.work(FAILED_EMAIL_QUEUE, { batchSize: 100, concurrency: 1, pollingSeconds }, (ids) =>
    delivery.giveUp(ids),
  );
}

/** Loads Postmark's client only if it is configured. */
async function transportOf({ postmark, from }: Pick<WorkerParts, 'postmark' | 'from'>): Promise<EmailTransport> {
  if (!postmark) return new DevelopmentTransport();
  const { PostmarkTransport } = await import('./transports/postmark.transport.ts');
  return new PostmarkTransport(postmark, from);
}
