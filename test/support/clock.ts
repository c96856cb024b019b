import { afterAll, vi } from 'vitest';

export interface Clock {
  /** Moves the windows of rate limits forward by seconds, without waiting. */
  advance(seconds: number): void;
}

/** Controls the monotonic clock of this process. A test file can move it forward, never back. */
export function useClock(): Clock {
  const now = performance.now.bind(performance);
  let ahead = 0;
  const spy = vi.spyOn(performance, 'now').mockImplementation(() => now() + ahead);
  afterAll(() => spy.mockRestore());
  return { advance: (seconds) => void (ahead += seconds * 1_000) };
}
