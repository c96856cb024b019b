import { StatisticsInterval } from '../../generated/enums.ts';

export const PERIODS = { month: 'month', quarter: 'quarter', year: 'year' } as const;
export type Period = keyof typeof PERIODS;

const DAYS = { month: 30, quarter: 90, year: 365 } as const;
const INTERVALS = {
  month: StatisticsInterval.Day,
  quarter: StatisticsInterval.Week,
  year: StatisticsInterval.Month,
} as const;

/** Some browsers report none, or `Etc/Unknown`. */
function browsersZone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions() as { timeZone?: string };
  return timeZone && timeZone !== 'Etc/Unknown' ? timeZone : 'UTC';
}

/** Starts at local midnight, so that the query stays cacheable all day. */
export function rangeOf(period: Period): { from: string; interval: StatisticsInterval; timeZone: string } {
  const from = new Date();
  from.setHours(0, 0, 0, 0);
  from.setDate(from.getDate() - DAYS[period]);
  return { from: from.toISOString(), interval: INTERVALS[period], timeZone: browsersZone() };
}
