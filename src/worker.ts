import { asPlatform } from './core/database/tenancy.ts';
import { inTransaction } from './core/database/transaction.ts';
import { registerTemplates } from './email/email.template.ts';
import type { WorkerOptions } from './feature.ts';
import { allOf, features } from './features.ts';

export interface Worker {
  /**
   * Takes no more work, and waits up to 10 seconds for jobs in progress. Closes the job queue too: later sends fail.
   */
  stop(): Promise<void>;
}

/** Milliseconds between the rounds in which a worker deletes expired data. */
const TIDYING_INTERVAL = 60 * 60 * 1000;

export const emailTemplates = registerTemplates(allOf((feature) => feature.emails));

const tidyTasks = allOf((feature) => feature.tidy);

/** Does the work outside of requests. Any number of workers can share it. */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { orm, jobs, log } = options;
  const parts = {
    allowlist: undefined,
    retentionMonths: 0,
    pollingSeconds: 1,
    settlingSeconds: 25,
    ...options,
    templates: emailTemplates,
  };
  for (const { work } of features) await work?.(parts);
  let tidying = tidyUp();
  const interval = setInterval(() => void (tidying = tidyUp()), TIDYING_INTERVAL);
  log.info('worker started');
  return {
    stop: async () => {
      clearInterval(interval);
      await jobs.stop();
      await tidying;
    },
  };

  /** Runs the tasks one after the other. A failed task does not stop the others. */
  async function tidyUp(): Promise<void> {
    for (const tidy of tidyTasks) {
      try {
        await inTransaction(asPlatform(orm.em), (em) => tidy(em, options));
      } catch (error) {
        log.warn({ err: error }, 'cleanup failed, retrying in an hour');
      }
    }
  }
}
