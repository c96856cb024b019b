import type { Feature } from '../../feature.ts';
import { FailedJob } from './failed-job.entity.ts';
import { FailedJobResolver } from './failed-job.resolver.ts';
import { failedJobRules } from './failed-job.rules.ts';
import { DEAD_LETTER_QUEUE } from './job.queue.ts';

/** Seconds. Long enough for someone to look. */
const KEPT = 30 * 24 * 60 * 60;

/** Background jobs. Features register their queues. */
export const jobs: Feature = {
  entities: [FailedJob],
  resolvers: [FailedJobResolver],
  rules: [failedJobRules],
  queues: [{ name: DEAD_LETTER_QUEUE, retentionSeconds: KEPT }],
};
