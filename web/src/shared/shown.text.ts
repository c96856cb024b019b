/**
 * The visible characters of a text. The API also keeps some invisible ones, such as emoji joiners, so counting here never
 * refuses valid text, and `''` is blank for both.
 */
export const shown = (text: string): string =>
  text
    .replace(/[\p{Default_Ignorable_Code_Point}\ufffc]/gu, '')
    .replaceAll('\u001f', '') // Word's optional hyphen
    .normalize('NFC')
    .replace(/[\s\u0085\u2800]+/g, ' ')
    .trim();
