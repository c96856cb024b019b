import type { Queue } from 'pg-boss';

/** Files whose bytes are there. */
export const FILE_CHECK_QUEUE = 'file-check';

/** In seconds. Storage that fails for an hour is waited for. */
export const fileQueues: readonly Queue[] = [
  {
    name: FILE_CHECK_QUEUE,
    heartbeatSeconds: 10,
    expireInSeconds: 600,
    retryLimit: 10,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: 10 * 60,
    retentionSeconds: 24 * 60 * 60,
    deleteAfterSeconds: 60 * 60,
  },
];
