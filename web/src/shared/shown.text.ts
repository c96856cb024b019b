/**
 * The characters of a text that people see. The API keeps some more, such as the joiners of emoji: so a length that is counted
 * here never refuses what the API takes, and `''` is blank for both.
 */
export const shown = (text: string): string =>
  text
    .replace(/[\p{Default_Ignorable_Code_Point}\ufffc]/gu, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
