/** A whole day as text, `2027-04-10`. Texts of days sort by time. */
export type Day = string;

const DAY = 24 * 60 * 60 * 1_000;

/** Undefined unless it is a day of the years 1 to 9999 that exists: not `2027-02-30`. */
export function dayOf(text: string): Day | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < '0001') return undefined;
  const moment = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(moment.getTime()) || dayAt(moment) !== text ? undefined : text;
}

/** The day in UTC. */
export const dayAt = (moment: Date): Day => moment.toISOString().slice(0, 10);

export const addDays = (day: Day, days: number): Day => dayAt(new Date(Date.parse(day) + days * DAY));

/** Negative if `to` is before `from`. */
export const daysBetween = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / DAY;
