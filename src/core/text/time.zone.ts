/** Area and place, such as `Europe/Berlin`. PostgreSQL reads SystemV/AST4 as a rule. */
const AREA_AND_PLACE = /^(?!SystemV)[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+){1,2}$/;

/** As `Intl` writes an offset (ECMA-402): hours and minutes east of UTC. */
const OFFSET = /^([+-])(\d\d):(\d\d)$/;

const LETTERS = /^[A-Z]{3}$/i;

/** IANA names of three letters. `Intl` accepts others, such as the ambiguous BST (Bangladesh or Britain). */
const IANA_LETTERS = new Set([
  'CET',
  'EET',
  'EST',
  'GMT',
  'HST',
  'MET',
  'MST',
  'PRC',
  'ROC',
  'ROK',
  'UCT',
  'UTC',
  'WET',
]);

export interface TimeZone {
  /** For PostgreSQL's `at time zone`. */
  name: string;
  /** Used if PostgreSQL does not know `name`. */
  otherName: string;
}

/**
 * Accepts IANA names, links and offsets that `Intl` knows. Browsers, Node and PostgreSQL differ in age and former names
 * (`Asia/Calcutta`), so PostgreSQL may know only one of two names.
 */
export function timeZoneOf(given: string): TimeZone | undefined {
  const canonical = canonicalName(given);
  if (canonical === undefined) return undefined;
  const [, sign, hours, minutes] = OFFSET.exec(canonical) ?? [];
  if (sign !== undefined) return named(`<${canonical}>${sign === '+' ? '-' : '+'}${hours}:${minutes}`); // POSIX counts to the west
  if (AREA_AND_PLACE.test(given)) return { name: given, otherName: canonical };
  if (given.includes('/') || (LETTERS.test(given) && !IANA_LETTERS.has(given.toUpperCase()))) return undefined;
  return named(canonical); // PostgreSQL reads CET as an abbreviation, without its summer time
}

const named = (name: string): TimeZone => ({ name, otherName: name });

/** Undefined if unknown: https://tc39.es/ecma402/#sec-intl.datetimeformat */
function canonicalName(timeZone: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** Whether it names a place's rules, such as `Europe/Berlin` or `UTC`. An offset, such as `+02:00`, does not. */
export function isTimeZoneName(text: string): boolean {
  const zone = timeZoneOf(text);
  return zone !== undefined && !zone.name.startsWith('<');
}
