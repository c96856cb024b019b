/** What a spreadsheet would take for a formula (OWASP, CSV Injection) gets an apostrophe before it. */
const FORMULA = /^[=+\-@\t\r]/;

const cell = (value: string | null | undefined): string =>
  `"${(value ?? '').replace(FORMULA, "'$&").replaceAll('"', '""')}"`;

/** A line after RFC 4180, with every cell in quotes; null is an empty cell. */
export const csvLine = (values: readonly (string | null | undefined)[]): string => `${values.map(cell).join()}\r\n`;
