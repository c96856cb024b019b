/**
 * The characters of a text that people see. The API keeps some more, such as the joiners of emoji: so a length that is counted
 * here never refuses what the API takes, and `''` is blank for both.
 */
export const shown = (text: string): string =>
  text
    .replace(/[\p{Default_Ignorable_Code_Point}\ufffc]/gu, '')
    .replaceAll('\u001f', '') // a hyphen of Word that shows only at the end of a line
    .normalize('NFC')
    .replace(/[\s\u0085\u2800]+/g, ' ')
    .trim();
