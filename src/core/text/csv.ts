/** Characters before a formula that spreadsheets trim or do not show (Default_Ignorable_Code_Point, UAX 44). */
const UNSEEN = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]+/u;

/** Characters that start a formula (OWASP). Compared after NFKC, because Japanese spreadsheets accept `＝`. */
const FORMULA_SIGNS = new Set(['=', '+', '-', '@', '\u2212']);

/** These start a formula on their own (OWASP). */
const BREAKS = /^[\t\r\n]/;

/** Spreadsheets show a country code, a space and digits unchanged, but compute `+49-1`. */
const PHONE = /^\+\d{1,4} \(?\d[\d ()./-]*$/;

function isFormula(value: string): boolean {
  if (BREAKS.test(value)) return true;
  const [first = ''] = value.replace(UNSEEN, '').slice(0, 2).normalize('NFKC');
  return FORMULA_SIGNS.has(first) && !PHONE.test(value);
}

/** Prefixes an apostrophe to possible formulas. */
const cell = (value: string | null | undefined): string => {
  const text = value ?? '';
  return `"${isFormula(text) ? "'" : ''}${text.replaceAll('"', '""')}"`;
};

/** RFC 4180 with every cell quoted. Null is an empty cell. */
export const csvLine = (values: readonly (string | null | undefined)[]): string => `${values.map(cell).join()}\r\n`;
