import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, isDay, startOf } from '../../web/src/shared/time/days.ts';

const ZONES = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Calcutta', 'Pacific/Apia', 'America/Havana'];

/** Since 2012, no zone has skipped a day. */
const someDay = fc
  .integer({ min: 0, max: 9_000 })
  .map((days) => new Date(Date.UTC(2012, 0, 1 + days)).toISOString().slice(0, 10));

test('a day begins with its first moment', () => {
  fc.assert(
    fc.property(someDay, fc.constantFrom(...ZONES), (day, zone) => {
      const start = startOf(day, zone);

      expect(dayOf(start, zone)).toBe(day);
      expect(dayOf(start.getTime() - 1, zone)).toBe(dayOf(Date.parse(day) - 1, 'UTC'));
    }),
    { numRuns: 2_000 },
  );
});

test('counts days later and earlier, whatever their hours', () => {
  fc.assert(
    fc.property(someDay, fc.constantFrom(...ZONES), fc.integer({ min: -400, max: 400 }), (day, zone, later) => {
      const other = dayOf(Date.parse(day) + later * 86_400_000, 'UTC');

      expect(startOf(day, zone, later)).toEqual(startOf(other, zone));
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  ['2026-11-30', 'Asia/Calcutta', '2026-11-29T18:30:00.000Z'],
  ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
  ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
  ['2026-03-08', 'America/Havana', '2026-03-08T05:00:00.000Z'], // clocks go from 0:00 to 1:00
  ['2026-11-01', 'America/Havana', '2026-11-01T04:00:00.000Z'], // clocks go from 1:00 to 0:00
])('%s in %s begins at %s', (day, zone, start) => {
  expect(startOf(day, zone).toISOString()).toBe(start);
});

test.each(['', '2026-11', '2026-13-01', '2026-02-31', '0000-01-01', '2026-11-30T00:00', undefined, 5])(
  '%j is no day',
  (value) => {
    expect(isDay(value)).toBe(false);
  },
);
