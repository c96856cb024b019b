import { asPlatform } from './core/database/tenancy.ts';
import { inTransaction } from './core/database/transaction.ts';
import { registerTemplates } from './email/email.template.ts';
import type { WorkerOptions } from './feature.ts';
import { allOf, features } from './features.ts';

export interface Worker {
  /** Takes no more work and waits for what is in hand, up to 10 seconds. Ends the job queue too: nothing can be sent afterwards. */
  stop(): Promise<void>;
}

/** Milliseconds between the rounds in which a worker removes what is kept for a time only. */
const TIDYING_INTERVAL = 60 * 60 * 1000;

export const emailTemplates = registerTemplates(allOf((feature) => feature.emails));

const tidyTasks = allOf((feature) => feature.tidy);

/** What is done outside of requests. Any number of workers share it. */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { orm, jobs, secrets, log } = options;
  const parts = { pollingSeconds: 1, ...options, templates: emailTemplates };
  for (const { work } of features) await work?.(parts);
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

  /** One after the other; one that fails keeps none of the others back. */
  async function tidyUp(): Promise<void> {
    for (const tidy of tidyTasks) {
      try {
        await inTransaction(asPlatform(orm.em), (em) => tidy(em, secrets));
      } catch (error) {
        log.warn({ err: error }, 'tidying up failed and will be tried again in an hour');
      }
    }
  }
}
