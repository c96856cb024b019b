/** Area and place, such as `Europe/Berlin` or `America/Argentina/Ushuaia`. SystemV/AST4 is a rule to PostgreSQL. */
const AREA_AND_PLACE = /^(?!SystemV)[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+){1,2}$/;

/** As `Intl` writes a zone without a name (ECMA-402): hours and minutes east of UTC. */
const OFFSET = /^([+-])(\d\d):(\d\d)$/;

const LETTERS = /^[A-Z]{3}$/i;

/** Three letters that are a name of IANA's. `Intl` knows others as well, such as BST: Bangladesh or Britain? */
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
  /** For `at time zone` of PostgreSQL. */
  name: string;
  /** If PostgreSQL does not know the zone by that name. */
  otherName: string;
}

/**
 * A time zone by an IANA name, a link or an offset, if `Intl` knows it. The lists of browsers, Node and PostgreSQL differ in age
 * and in whether they have former names (`Asia/Calcutta`), so that PostgreSQL may know only one of two.
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

/** https://tc39.es/ecma402/#sec-intl.datetimeformat: undefined if there is no such zone. */
function canonicalName(timeZone: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
