const DAY_MS = 86_400_000;

/** Whether it is a day such as `2026-11-30`, as date inputs and URLs have it. */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^(?!0000)\d{4}-\d\d-\d\d$/.test(value)) return false;
  const midnight = new Date(`${value}T00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(value); // February has no 31st
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Swedish dates are 2026-11-30. */
function formatIn(timeZone: string): Intl.DateTimeFormat {
  const digits = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { ...digits, timeZone });
  formats.set(timeZone, format);
  return format;
}

/** The day of a moment in a time zone, such as `2026-11-30`. */
export const dayOf = (moment: string | number | Date, timeZone: string): string =>
  formatIn(timeZone).format(new Date(moment)).padStart(10, '0');

/** The first moment of a day in a time zone, or of a later day. It is not midnight if clocks are set forward then. */
export function startOf(day: string, timeZone: string, daysLater = 0): Date {
  const midnight = Date.parse(`${day}T00:00Z`) + daysLater * DAY_MS;
  const offsets = [midnight - DAY_MS, midnight + DAY_MS].map((moment) => offsetAt(moment, timeZone));
  const early = new Date(midnight - Math.max(...offsets));
  const late = new Date(midnight - Math.min(...offsets));
  // If clocks change around this day, the early one may still be on the day before.
  const wanted = new Date(midnight).toISOString().slice(0, 10);
  return dayOf(early, timeZone) < wanted ? late : early;
}

/** Milliseconds by which a zone's clocks are ahead of UTC. Intl writes `GMT+05:30`, for UTC `GMT`. */
function offsetAt(moment: number, timeZone: string): number {
  const text = new Intl.DateTimeFormat('en', { timeZoneName: 'longOffset', timeZone }).format(moment);
  const [, sign, hours = 0, minutes = 0, seconds = 0] = /GMT(.)(\d\d):(\d\d)(?::(\d\d))?$/.exec(text) ?? [];
  return (sign === '+' ? 1 : -1) * ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
}
