import { hash, timingSafeEqual } from 'node:crypto';

/** Constant-time comparison that does not reveal the length. */
export const isSameSecret = (expected: string, presented: string): boolean =>
  timingSafeEqual(hash('sha256', expected, 'buffer'), hash('sha256', presented, 'buffer'));
