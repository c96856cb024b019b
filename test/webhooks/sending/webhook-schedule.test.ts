import { expect, test } from 'vitest';
import { MOST_TRIES, waitAfter } from '../../../src/webhooks/sending/webhook.schedule.ts';

const NOW = new Date('2026-12-01T10:30:00.000Z');
const HOUR = 3_600;

const waits = (tries: number, retryAfter?: string) =>
  Array.from({ length: 50 }, () => waitAfter('client.created', tries, retryAfter, NOW) ?? Number.NaN);

test('ten tries take about three days, with jitter', () => {
  const usual = [5, 300, 1_800, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR];
  expect(MOST_TRIES).toBe(10);

  for (const [index, seconds] of usual.entries()) {
    const some = waits(index + 1);
    expect(Math.min(...some)).toBeGreaterThanOrEqual(seconds);
    expect(Math.max(...some)).toBeLessThanOrEqual(1.2 * seconds);
    expect(new Set(some).size).toBeGreaterThan(1);
  }
  expect(waitAfter('client.created', 10, '60', NOW)).toBeUndefined();
});

test('a test has one try', () => {
  expect(waitAfter('webhook.test', 1, undefined, NOW)).toBeUndefined();
});

test.each([
  ['seconds', '120', 120],
  ['a date', 'Tue, 01 Dec 2026 10:32:00 GMT', 120],
  ['at most a day', String(48 * HOUR), 24 * HOUR],
])('the receiver can put off the next try: %s', (_kind, retryAfter, seconds) => {
  expect(new Set(waits(1, retryAfter))).toEqual(new Set([seconds]));
});

test.each(['1', 'soon', '-1', 'Tue, 01 Dec 2020 10:32:00 GMT', ''])('it cannot bring it forward: %j', (retryAfter) => {
  expect(Math.min(...waits(2, retryAfter))).toBeGreaterThanOrEqual(300);
});
