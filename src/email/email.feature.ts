import { boundedCount } from '../core/telemetry/figure.ts';
import type { Feature } from '../feature.ts';
import { EmailMessage } from './email-message.entity.ts';
import { requeueEmails, resumeEmails } from './email.outbox.ts';
import { emailQueues } from './email.queue.ts';
import { EmailResolver } from './email.resolver.ts';
import { emailRules } from './email.rules.ts';

/** The outbox: stores emails in the same transaction as their cause, and a worker sends them. */
export const email: Feature = {
  entities: [EmailMessage],
  resolvers: [EmailResolver],
  rules: [emailRules],
  queues: emailQueues(),
  figures: [
    {
      name: 'reachgenie_emails',
      help: 'Emails by status: QUEUED or FAILED. At most 10,000 each.',
      label: 'status',
      // Literals, so that PostgreSQL takes the index of unsent emails.
      query: `select 'QUEUED' as label, ${boundedCount(`from email_message where status = 'QUEUED'`)} as value
        union all select 'FAILED', ${boundedCount(`from email_message where status = 'FAILED'`)}`,
    },
  ],
  tidy: [requeueEmails],
  resume: resumeEmails,
  work: async (worker) => {
    const { sendEmails } = await import('./email.job.ts');
    await sendEmails(worker);
  },
};
