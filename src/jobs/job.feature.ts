import { DEAD_LETTER_QUEUE } from '../core/jobs/job.queue.ts';
import type { Feature } from '../feature.ts';
import { backupFigures } from './backup.figures.ts';
import { FailedJob } from './failed-job.entity.ts';
import { FailedJobResolver } from './failed-job.resolver.ts';
import { failedJobRules } from './failed-job.rules.ts';
import { queueFigures } from './queue.figures.ts';

const auditActions = {
  'job.retried': 'An admin ran a failed background job again.',
} as const;

type JobActions = typeof auditActions;
declare module '../audit/audit.actions.ts' {
  interface RegisteredActions extends JobActions {}
}

/** Seconds. Long enough for someone to look. */
const KEPT = 30 * 24 * 60 * 60;

/** Background jobs. Features register their queues. */
export const jobs: Feature = {
  entities: [FailedJob],
  resolvers: [FailedJobResolver],
  rules: [failedJobRules],
  auditActions,
  figures: [...queueFigures, ...backupFigures],
  queues: [{ name: DEAD_LETTER_QUEUE, retentionSeconds: KEPT }],
};
