/** At most `max` calls in a window of `windowMs` milliseconds. The first call opens the window. */
export interface RatePolicy {
  readonly max: number;
  readonly windowMs: number;
}

const WINDOWS = new Map([
  ['second', 1_000],
  ['minute', 60_000],
  ['hour', 3_600_000],
  ['day', 86_400_000],
]);

/** Parses a limit such as `5/minute`. Throws otherwise, because an invalid limit must not switch the limit off. */
export function parseRatePolicy(text: string): RatePolicy {
  const [, max, unit = ''] = /^([1-9]\d{0,5})\/([a-z]+)$/.exec(text) ?? [];
  const windowMs = WINDOWS.get(unit);
  if (!windowMs) throw new Error('must be a number from 1 to 999999 per second, minute, hour or day, such as 5/minute');
  return { max: Number(max), windowMs };
}
