/** The name of a country by its code of ISO 3166-1, in the reader's language. Browsers may not know a new code. */
export const countryName = (code: string, language: string): string =>
  /^[A-Z]{2}$/.test(code) ? (new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code) : code;
