/** A name may have any of its characters as `#` and two digits: `/J#61vaScript`. */
export const plainNames = (text: string): string =>
  text.replaceAll(/#([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/**
 * Scripts, programs, embedded files, and forms that run scripts. A reader only runs them by one of these names, which
 * stand in objects: in the open, or in an object stream. Content that is packed in other ways has none.
 */
const ACTIVE =
  /\/(?:JavaScript|Launch|EmbeddedFiles?|FileAttachment|RichMedia|Rendition|ImportData)(?=[^\w.-])|\/EF\s*(?:<<|\d+\s+\d+\s+R)|\/XFA\s*(?:\[|\d+\s+\d+\s+R)/;

/** The text needs plain names, and another character behind the last one. */
export const isActive = (text: string): boolean => ACTIVE.test(text);

export const isEncrypted = (text: string): boolean => /\/Encrypt(?=[^\w.-])/.test(text);

/** Characters of `/ObjStm`, all of them escaped, and one more. */
const LONGEST_NAME = 24;

const countIn = (text: string): number => Array.from(plainNames(text).matchAll(/\/ObjStm(?=[^\w.-])/g)).length;

/** The names of object streams that end after `seen` characters. */
export function streamsNamed(text: string, seen: number): number {
  const start = Math.max(0, seen - LONGEST_NAME);
  return countIn(text.slice(start)) - countIn(text.slice(start, seen));
}
