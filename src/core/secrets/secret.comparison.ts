import { hash, timingSafeEqual } from 'node:crypto';

/** Whether a secret is the expected one, in a time that tells nothing about either, not even its length. */
export const isSameSecret = (expected: string, presented: string): boolean =>
  timingSafeEqual(hash('sha256', expected, 'buffer'), hash('sha256', presented, 'buffer'));
