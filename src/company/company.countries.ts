/** Regions of Intl that ISO 3166-1 only reserves, or that are no country. */
const NO_COUNTRY = new Set('AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ'.split(' '));

const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

/** A former code such as DD has a current one, or several. */
const isCurrent = (code: string): boolean => new Intl.Locale(`und-${code}`).region === code;

/** The codes of ISO 3166-1 alpha-2, and XK for Kosovo, as the Intl of this Node.js knows them. */
export const COUNTRIES: ReadonlySet<string> = new Set(
  LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).filter(
    (code) => names.of(code) !== undefined && !NO_COUNTRY.has(code) && isCurrent(code),
  ),
);

/** English, for messages. */
export const countryName = (code: string): string => names.of(code) ?? code;
