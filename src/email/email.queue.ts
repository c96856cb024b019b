import type { Queue } from 'pg-boss';

/** Mails to send. */
export const EMAIL_QUEUE = 'email';

/** Mails whose last try has failed, or whose worker was killed at the last try. */
export const FAILED_EMAIL_QUEUE = 'email-failed';

/** Of a mail that the mail service does not take. All in seconds. */
export interface RetryOptions {
  /** How often a mail is tried again before it is given up. */
  retryLimit: number;
  /** The first pause is one to two times as long; each further one twice as long as the one before, with the same jitter. */
  retryDelay: number;
  retryBackoff: boolean;
  /** No pause is longer. Only with `retryBackoff`. */
  retryDelayMax?: number;
}

/** 15 tries over 17 to 23 hours: seconds at first, at the end every six hours. */
export const RETRIES: RetryOptions = { retryLimit: 14, retryDelay: 5, retryBackoff: true, retryDelayMax: 6 * 60 * 60 };

/**
 * Seconds. A worker that says nothing for 10 seconds counts as killed; that is noticed within 5 more (job.queue.ts), and
 * its mails are sent after the first pause of at most 10: well within a minute.
 */
const LOST_WORKER = { heartbeatSeconds: 10, expireInSeconds: 30 };

/** Seconds. What became of a mail stands in its row: a job is not needed for long once it is done, but till then it is. */
const KEPT = { deleteAfterSeconds: 60 * 60, retentionSeconds: 90 * 24 * 60 * 60 };

/** The queues as the database must have them. */
export const emailQueues = (retries: RetryOptions = RETRIES): Queue[] => [
  { name: FAILED_EMAIL_QUEUE, ...LOST_WORKER, ...KEPT, retryLimit: 1000, retryDelay: 5 },
  { name: EMAIL_QUEUE, ...LOST_WORKER, ...KEPT, ...retries, deadLetter: FAILED_EMAIL_QUEUE },
];
