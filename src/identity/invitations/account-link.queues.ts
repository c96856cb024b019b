import type { Queue } from 'pg-boss';

/** Addresses for which somebody asked for a new password, known and unknown ones. */
export const PASSWORD_RESET_QUEUE = 'password-reset';
/** Addresses that were closed to passwords after many failures, known and unknown ones. */
export const SIGN_IN_LINK_QUEUE = 'sign-in-link';

/** A link that comes much later is of no use. All in seconds. */
const OPTIONS = {
  heartbeatSeconds: 10,
  expireInSeconds: 30,
  retryLimit: 10,
  retryDelay: 5,
  retentionSeconds: 30 * 60,
  deleteAfterSeconds: 60,
};

/** The queues as the database must have them. */
export const accountLinkQueues: Queue[] = [PASSWORD_RESET_QUEUE, SIGN_IN_LINK_QUEUE].map((name) => ({
  name,
  ...OPTIONS,
}));
