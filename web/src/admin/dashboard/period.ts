import { StatisticsInterval } from '../../generated/enums.ts';

/** How far back the dashboard looks. */
export const PERIODS = { month: 'month', quarter: 'quarter', year: 'year' } as const;
export type Period = keyof typeof PERIODS;

const DAYS = { month: 30, quarter: 90, year: 365 } as const;
const INTERVALS = {
  month: StatisticsInterval.Day,
  quarter: StatisticsInterval.Week,
  year: StatisticsInterval.Month,
} as const;

/** From a midnight where the reader is: the same question all day, and so the same answer from the cache. */
export function rangeOf(period: Period): { from: string; interval: StatisticsInterval; timeZone: string } {
  const from = new Date();
  from.setHours(0, 0, 0, 0);
  from.setDate(from.getDate() - DAYS[period]);
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return { from: from.toISOString(), interval: INTERVALS[period], timeZone };
}
