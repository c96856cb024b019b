import type { Queue } from 'pg-boss';

export const EMAIL_QUEUE = 'email';

/** Emails whose last attempt failed, or whose worker was killed during it. */
export const FAILED_EMAIL_QUEUE = 'email-failed';

/** Retries of a failed email. All times in seconds. */
export interface RetryOptions {
  /** Retries before the email is FAILED. */
  retryLimit: number;
  /** The first pause is 1 to 2 times as long. Each further pause doubles, with the same jitter. */
  retryDelay: number;
  retryBackoff: boolean;
  /** Longest pause. Only with `retryBackoff`. */
  retryDelayMax?: number;
}

/** 15 attempts over 17 to 23 hours: seconds apart at first, six hours at the end. */
export const RETRIES: RetryOptions = { retryLimit: 14, retryDelay: 5, retryBackoff: true, retryDelayMax: 6 * 60 * 60 };

/**
 * Seconds. A worker counts as killed after 10 silent seconds, noticed within 5 more (job.queue.ts). With the first
 * pause of at most 10, its emails go out within a minute.
 */
const LOST_WORKER = { heartbeatSeconds: 10, expireInSeconds: 30 };

/** Seconds. Finished jobs are not needed for long, because the email's row holds its status. */
const KEPT = { deleteAfterSeconds: 60 * 60, retentionSeconds: 90 * 24 * 60 * 60 };

/** 11 attempts over one to three hours. Kept for the list of failed jobs, if even this fails. */
const MARKING = { retryLimit: 10, retryDelay: 5, retryBackoff: true, deleteAfterSeconds: 30 * 24 * 60 * 60 };

export const emailQueues = (retries: RetryOptions = RETRIES): Queue[] => [
  { name: FAILED_EMAIL_QUEUE, ...LOST_WORKER, ...KEPT, ...MARKING },
  { name: EMAIL_QUEUE, ...LOST_WORKER, ...KEPT, ...retries, deadLetter: FAILED_EMAIL_QUEUE },
];
