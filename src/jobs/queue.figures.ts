import { DEAD_LETTER_QUEUE, JOB_SCHEMA } from '../core/jobs/job.queue.ts';
import { boundedCount, type Figure } from '../core/telemetry/figure.ts';

const WORKED_ON = `from ${JOB_SCHEMA}.queue where name <> '${DEAD_LETTER_QUEUE}'`;

const jobs = (state: string) =>
  `from ${JOB_SCHEMA}.job where job.name = queue.name and state = '${state}' and not blocked and start_after <= now()`;

/** Two minima of one index each. A minimum of both states would read all of their jobs. */
const OLDEST = `least(
  (select min(start_after) ${jobs('created')}), (select min(start_after) ${jobs('retry')}))`;

const FAILED = `from ${JOB_SCHEMA}.job where name = '${DEAD_LETTER_QUEUE}' and state = 'created'`;

export const queueFigures: readonly Figure[] = [
  {
    name: 'reachgenie_queue_jobs',
    help: 'Jobs of a queue that are due and wait for a worker. At most 20,000.',
    label: 'queue',
    query: `select name as label, ${boundedCount(jobs('created'))} + ${boundedCount(jobs('retry'))} as value ${WORKED_ON}`,
  },
  {
    name: 'reachgenie_queue_age_seconds',
    help: 'Seconds that the oldest due job of a queue has waited for a worker.',
    label: 'queue',
    query: `select name as label, coalesce(extract(epoch from now() - ${OLDEST}), 0) as value ${WORKED_ON}`,
  },
  {
    name: 'reachgenie_failed_jobs',
    help: 'Jobs that failed in every attempt in the last 30 days, and were not run again. At most 10,000.',
    // One that was run again is cancelled.
    query: `select null as label, ${boundedCount(FAILED)} as value`,
  },
];
