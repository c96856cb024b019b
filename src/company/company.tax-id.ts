/**
 * The shapes of VAT numbers in the EU by country, from the list of the Commission's VIES. Greece writes EL. Each has an
 * example for messages.
 */
const SHAPES: Readonly<Record<string, readonly [shape: RegExp, example: string]>> = {
  AT: [/^ATU\d{8}$/, 'ATU12345678'],
  BE: [/^BE[01]\d{9}$/, 'BE0123456789'],
  BG: [/^BG\d{9,10}$/, 'BG123456789'],
  CY: [/^CY\d{8}[A-Z]$/, 'CY12345678X'],
  CZ: [/^CZ\d{8,10}$/, 'CZ12345678'],
  DE: [/^DE\d{9}$/, 'DE123456789'],
  DK: [/^DK\d{8}$/, 'DK12345678'],
  EE: [/^EE\d{9}$/, 'EE123456789'],
  ES: [/^ES[A-Z\d]\d{7}[A-Z\d]$/, 'ESX1234567X'],
  FI: [/^FI\d{8}$/, 'FI12345678'],
  FR: [/^FR[A-Z\d]{2}\d{9}$/, 'FR12345678901'],
  GR: [/^EL\d{9}$/, 'EL123456789'],
  HR: [/^HR\d{11}$/, 'HR12345678901'],
  HU: [/^HU\d{8}$/, 'HU12345678'],
  IE: [/^IE(\d{7}[A-W][A-I]?|\d[A-Z+*]\d{5}[A-W])$/, 'IE1234567WA'],
  IT: [/^IT\d{11}$/, 'IT12345678901'],
  LT: [/^LT(\d{9}|\d{12})$/, 'LT123456789'],
  LU: [/^LU\d{8}$/, 'LU12345678'],
  LV: [/^LV\d{11}$/, 'LV12345678901'],
  MT: [/^MT\d{8}$/, 'MT12345678'],
  NL: [/^NL[A-Z\d+*]{12}$/, 'NL123456789B01'],
  PL: [/^PL\d{10}$/, 'PL1234567890'],
  PT: [/^PT\d{9}$/, 'PT123456789'],
  RO: [/^RO\d{2,10}$/, 'RO1234567890'],
  SE: [/^SE\d{12}$/, 'SE123456789012'],
  SI: [/^SI\d{8}$/, 'SI12345678'],
  SK: [/^SK\d{10}$/, 'SK1234567890'],
};

/** Outside of the EU: 2 to 30 letters and digits with at least one digit, and separators as people write them. */
const ELSEWHERE = /^(?=.*\d)[A-Z\d](?:[A-Z\d .\-/&]{0,28}[A-Z\d])$/;

const SEPARATORS = /[ .\-/]/g;

/** In capitals. The separators of a number of the EU are no part of it. */
export function normalTaxId(text: string, countryCode: string | null): string {
  const capitals = text.toUpperCase();
  return countryCode !== null && countryCode in SHAPES ? capitals.replace(SEPARATORS, '') : capitals;
}

/** An example of what the country expects, if the number has another shape. Otherwise undefined. */
export function taxIdProblem(taxId: string, countryCode: string | null): { example: string } | undefined {
  const [shape, example] = SHAPES[countryCode ?? ''] ?? [ELSEWHERE, 'CHE-123.456.788'];
  return shape.test(taxId) ? undefined : { example };
}
