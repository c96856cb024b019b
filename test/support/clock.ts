import { afterAll, vi } from 'vitest';

export interface Clock {
  /** From now on it is so many seconds later, as far as windows of rate limits go. Nobody waits. */
  advance(seconds: number): void;
}

/** The monotonic clock of this process, which a test file may put forward, never back. */
export function useClock(): Clock {
  const now = performance.now.bind(performance);
  let ahead = 0;
  const spy = vi.spyOn(performance, 'now').mockImplementation(() => now() + ahead);
  afterAll(() => spy.mockRestore());
  return { advance: (seconds) => void (ahead += seconds * 1_000) };
}
