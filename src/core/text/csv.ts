/**
 * Characters before a formula that spreadsheets trim or that nobody sees: white space, controls, and what Unicode says may be
 * ignored (Default_Ignorable_Code_Point, UAX 44), such as a zero-width space.
 */
const UNSEEN = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]+/u;

/**
 * How a formula begins (OWASP, CSV Injection), after NFKC: that makes `=` of the full-width `＝`, which a Japanese spreadsheet
 * takes for the same, as it does the minus sign U+2212 for `-`.
 */
const FORMULA_SIGNS = new Set(['=', '+', '-', '@', '\u2212']);

/** These begin a formula by themselves, whatever follows (OWASP). */
const BREAKS = /^[\t\r\n]/;

/**
 * A phone number: a country code, a space, then digits. It calls nothing and is no arithmetic, as digits follow digits without an
 * operator, so spreadsheets show it as it is. `+49-1` would be shown as 48.
 */
const PHONE = /^\+\d{1,4} \(?\d[\d ()./-]*$/;

function isFormula(value: string): boolean {
  if (BREAKS.test(value)) return true;
  const [first = ''] = value.replace(UNSEEN, '').slice(0, 2).normalize('NFKC');
  return FORMULA_SIGNS.has(first) && !PHONE.test(value);
}

/** Text that a spreadsheet could take for a formula gets an apostrophe before it. */
const cell = (value: string | null | undefined): string => {
  const text = value ?? '';
  return `"${isFormula(text) ? "'" : ''}${text.replaceAll('"', '""')}"`;
};

/** A line after RFC 4180, with every cell in quotes; null is an empty cell. */
export const csvLine = (values: readonly (string | null | undefined)[]): string => `${values.map(cell).join()}\r\n`;
