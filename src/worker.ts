import { asPlatform } from './core/database/tenancy.ts';
import { inTransaction } from './core/database/transaction.ts';
import { runDueRounds } from './core/jobs/round.ts';
import { registerTemplates, type EmailsFailed } from './email/email.template.ts';
import type { WorkerOptions } from './feature.ts';
import { allOf, features } from './features.ts';

export interface Worker {
  /**
   * Takes no more work, and waits up to 10 seconds for jobs in progress. Closes the job queue too: later sends fail.
   */
  stop(): Promise<void>;
}

const MINUTE = 60 * 1000;

export const emailTemplates = registerTemplates(allOf((feature) => feature.emails));

const failureHandlers = allOf((feature) => feature.emailsFailed && [feature.emailsFailed]);

const emailsFailed: EmailsFailed = async (em, emails) => {
  for (const handle of failureHandlers) await handle(em, emails);
};

const scheduled = allOf((feature) => feature.rounds);

/** A worker's regular tasks, with the milliseconds between their rounds. */
const ROUNDS = [
  { interval: 60 * MINUTE, tasks: allOf((feature) => feature.tidy) },
  { interval: MINUTE, tasks: allOf((feature) => feature.everyMinute) },
];

/** Does the work outside of requests. Any number of workers can share it. */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { orm, jobs, log } = options;
  const parts = {
    allowlist: undefined,
    product: undefined,
    storage: undefined,
    adminRecipients: [],
    retentionMonths: 0,
    pollingSeconds: 1,
    settlingSeconds: 25,
    ...options,
    templates: emailTemplates,
    emailsFailed,
    consumers: allOf((feature) => feature.consumers),
  };
  const stops: (() => Promise<unknown>)[] = [];
  for (const { work } of features) stops.push((await work?.(parts)) ?? (async () => undefined));
  const rounds = ROUNDS.map(({ interval, tasks }) => {
    let running = run(tasks);
    // A slow round delays the next one.
    const timer = setInterval(() => void (running = running.then(() => run(tasks))), interval);
    return async () => {
      clearInterval(timer);
      await running;
    };
  });
  rounds.push(startRounds());
  log.info('worker started');
  return {
    stop: async () => {
      const ended = [...rounds, ...stops].map((stop) => stop());
      await jobs.stop();
      await Promise.all(ended);
    },
  };

  /** Beside the tasks, because a round can take minutes. */
  function startRounds(): () => Promise<void> {
    let running = runDueRounds(scheduled, options);
    const timer = setInterval(() => void (running = running.then(() => runDueRounds(scheduled, options))), MINUTE);
    return async () => {
      clearInterval(timer);
      await running;
    };
  }

  /** Runs the tasks one after the other. A failed task does not stop the others. */
  async function run(tasks: (typeof ROUNDS)[number]['tasks']): Promise<void> {
    for (const task of tasks) {
      try {
        await inTransaction(asPlatform(orm.em), (em) => task(em, options));
      } catch (error) {
        log.warn({ err: error }, 'regular task failed, retrying in the next round');
      }
    }
  }
}
