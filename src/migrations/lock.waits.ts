import { setTimeout } from 'node:timers/promises';

/** Milliseconds that a migration waits for a lock. Others queue behind it, so it then lets them pass and tries again. */
export const LOCK_TIMEOUT = 300;

/** Milliseconds. */
const PAUSE = 1_000;
const ATTEMPTS = 60;

/** A lock was not available in time, or two processes waited for each other. */
const LOCKED = new Set<unknown>(['55P03', '40P01']);

/**
 * Runs work with short lock waits, again and again for at least a minute. Work must be safe to repeat.
 * @throws Error if a lock is held all that time
 */
export async function withShortLockWaits(work: () => Promise<void>, onRetry: () => void): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && LOCKED.has(error.code))) throw error;
      if (attempt === ATTEMPTS) {
        throw new Error(
          'a lock was not available for a minute; end the long transaction that holds it (pg_stat_activity), and run the migration again',
          { cause: error },
        );
      }
      onRetry();
      await setTimeout(PAUSE);
    }
  }
}
