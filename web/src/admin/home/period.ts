import { StatisticsInterval } from '../../generated/enums.ts';
import { dayOf, isDay, startOf } from '../../shared/time/days.ts';

/** Ranges that end today, with their days. */
const DAYS = { week: 7, month: 30, quarter: 90, year: 365 } as const;
export type Period = keyof typeof DAYS;
export const PERIODS = Object.keys(DAYS) as Period[];

export interface PeriodSearch {
  period?: Period | undefined;
  /** First and last day of another range, as `2026-11-30`. Both or none. */
  from?: string | undefined;
  to?: string | undefined;
}

export interface Range {
  /** Undefined for a range of one's own. */
  period: Period | undefined;
  from: Date;
  /** Exclusive. */
  to: Date;
  /** Start of the equally long time before. */
  beforeFrom: Date;
  interval: StatisticsInterval;
}

const DAY_MS = 86_400_000;

export function periodSearch({ period, from, to }: Record<string, unknown>): PeriodSearch {
  if (isDay(from) && isDay(to) && from <= to) return { from, to };
  return { period: PERIODS.find((each) => each === period) };
}

/** Of whole days in a time zone, so that the query stays cacheable all day. */
export function rangeOf({ period = 'month', from, to }: PeriodSearch, timeZone: string): Range {
  if (from && to) return between(undefined, startOf(from, timeZone), startOf(to, timeZone, 1), timeZone);
  const today = dayOf(Date.now(), timeZone);
  return between(period, startOf(today, timeZone, 1 - DAYS[period]), startOf(today, timeZone, 1), timeZone);
}

function between(period: Period | undefined, from: Date, to: Date, timeZone: string): Range {
  const days = Math.round((to.getTime() - from.getTime()) / DAY_MS);
  const { Day, Week, Month } = StatisticsInterval;
  const interval = days <= 31 ? Day : days <= 182 ? Week : Month;
  return { period, from, to, beforeFrom: startOf(dayOf(from, timeZone), timeZone, -days), interval };
}

/** The last moment of the last day. */
export const lastDayOf = ({ to }: Pick<Range, 'to'>): Date => new Date(to.getTime() - 1);
