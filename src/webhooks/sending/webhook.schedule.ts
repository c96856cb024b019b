import { TEST_TYPE } from '../webhook.messages.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Seconds before each further try. Ten tries take about three days. */
const WAITS = [5, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR];

export const MOST_TRIES = WAITS.length + 1;

/** Adds up to a fifth, so that the events of an outage do not come back all at once. */
const JITTER = 0.2;

/** Seconds. A receiver cannot put off an event for longer. */
const LONGEST_WAIT = 24 * HOUR;

/**
 * Returns the seconds until the next try, or undefined after the last one. A test has one try only.
 * @param retryAfter the header `Retry-After`: seconds, or a date of HTTP
 */
export function waitAfter(type: string, tries: number, retryAfter: string | undefined, now: Date): number | undefined {
  const usual = type === TEST_TYPE ? undefined : WAITS[tries - 1];
  if (usual === undefined) return undefined;
  const wait = usual * (1 + Math.random() * JITTER);
  return Math.max(wait, Math.min(secondsIn(retryAfter, now), LONGEST_WAIT));
}

/** 0 if there is no valid one. */
function secondsIn(retryAfter: string | undefined, now: Date): number {
  if (retryAfter === undefined) return 0;
  if (/^\d{1,9}$/.test(retryAfter)) return Number(retryAfter);
  const at = Date.parse(retryAfter);
  return Number.isNaN(at) ? 0 : Math.max(0, (at - now.getTime()) / 1_000);
}
