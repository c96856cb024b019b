import type { Feature } from '../feature.ts';
import { EmailMessage } from './email-message.entity.ts';
import { requeueEmails } from './email.outbox.ts';
import { emailQueues } from './email.queue.ts';
import { EmailResolver } from './email.resolver.ts';
import { emailRules } from './email.rules.ts';

/** The outbox: stores emails in the same transaction as their cause, and a worker sends them. */
export const email: Feature = {
  entities: [EmailMessage],
  resolvers: [EmailResolver],
  rules: [emailRules],
  queues: emailQueues(),
  tidy: [requeueEmails],
  work: async (worker) => {
    const { sendEmails } = await import('./email.job.ts');
    await sendEmails(worker);
  },
};
