/* Tidies texts to their visible form and rejects deceptive ones. Idempotent. See decision 0025. */

type Rule = readonly [pattern: RegExp, becomes: string];

const scripts = (...names: string[]) => names.map((name) => `\\p{sc=${name}}`).join('');

/** Letters that change shape beside others (UAX #31, profile of joiners). */
const SHAPED = `[[${scripts('Arab', 'Syrc', 'Mong', 'Nkoo', 'Phag', 'Mand', 'Mani', 'Adlm', 'Rohg', 'Deva', 'Beng', 'Guru', 'Gujr', 'Orya')}${scripts('Taml', 'Telu', 'Knda', 'Mlym', 'Sinh', 'Mymr', 'Khmr', 'Tibt', 'Bali', 'Java', 'Sund', 'Newa', 'Cakm')}]&&\\p{L}]`;
/** Scripts without spaces between words (UAX #14, class SA). */
const UNSPACED = `[[${scripts('Thai', 'Laoo', 'Khmr', 'Mymr', 'Lana', 'Talu', 'Tale')}]&&\\p{L}]`;
/** More accents on a letter than any language uses (UAX #15): composing takes quadratic time. */
export const MOST_ACCENTS = 30;
export const PILED_UP = new RegExp(`\\p{M}{${MOST_ACCENTS + 1}}`, 'u');
/** Marks in any order, because the text is not composed yet. */
const MARKS = `\\p{M}{0,${MOST_ACCENTS}}`;
/** Emoji parts before a joiner (UTS #51). */
const EMOJI_PART = String.raw`[\p{ExtPict}\p{EMod}\ufe0f\u{e007f}]`;

const rule = (pattern: string, becomes = ''): Rule => [new RegExp(pattern, 'gv'), becomes];

/** Program-specific spellings of visible characters. */
const SPELLINGS: readonly Rule[] = [
  // Line ends of all systems, slides, pages and mainframes (Unicode 5.8, UAX #14).
  rule(String.raw`\r\n?|[\v\f\u0085\u2028\u2029]`, '\n'),
  // Word's non-breaking and optional hyphens.
  rule(String.raw`\u001e`, '\u2011'),
  rule(String.raw`\u001f`),
  // Bullets of the fonts Symbol and Wingdings.
  rule(String.raw`[\uf06c\uf06e\uf071\uf075-\uf077\uf0a7\uf0a8\uf0b7\uf0d8\uf0e0\uf0fc]`, '•'),
  // Hangul fillers look like spaces.
  rule(String.raw`[\u3164\uffa0]`, ' '),
];

/** Applied in order. */
const INVISIBLE: readonly Rule[] = [
  // Direction controls that programs add when copying. Text follows the direction of its letters (UAX #9).
  rule(String.raw`[\u202a-\u202d\u2066-\u2069]`),
  // Default_Ignorable_Code_Point except those below, and the placeholder of a picture.
  rule(
    String.raw`[[\p{DI}\ufffc]--[\u034f\u061c\u115f\u1160\u180b-\u180f\u200b-\u200f\u202e\ufe00-\ufe0f\u{e0000}-\u{e007f}\u{e0100}-\u{e01ef}]]`,
  ),
  // Variation selectors stay after characters with variants (UTS #37, UTS #51, Mongolian).
  rule(String.raw`(?<!\p{Emoji})[\ufe0e\ufe0f]`),
  rule(String.raw`(?<![[\p{L}\p{M}\p{N}\p{P}\p{S}]--[\p{DI}\u2800]])[\ufe00-\ufe0d]`),
  rule(String.raw`(?<!\p{Ideographic})[\u{e0100}-\u{e01ef}]`),
  rule(String.raw`(?<![\p{sc=Mong}&&\p{L}])[\u180b-\u180d\u180f]`),
  rule(String.raw`(?<![\p{sc=Mong}&&\p{L}][\u180b-\u180d\u180f]?)\u180e`),
  // Tags stay in subdivision flags (UTS #51). Elsewhere they hide a message.
  rule(String.raw`(\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,6}\u{e007f})|[\u{e0000}-\u{e007f}]`, '$1'),
  // Jamo fillers stay in incomplete syllables (Unicode 18.6).
  rule(String.raw`\u115f(?![\u1160-\u11a7\ud7b0-\ud7c6])|(?<![\u1100-\u115f\ua960-\ua97c])\u1160`),
  // The grapheme joiner stays before a mark (Unicode 23.2).
  rule(String.raw`(?<![[\p{L}\p{M}]--\p{DI}])\u034f|\u034f(?![\p{M}--\p{DI}])`),
  // Zero-width spaces stay between words of unspaced scripts.
  rule(String.raw`(?<!${UNSPACED}${MARKS})\u200b|\u200b(?!${UNSPACED})`),
  // Joiners stay if they shape a letter or join emoji.
  rule(String.raw`(?<!${SHAPED}${MARKS})(?:\u200c|(?<!${EMOJI_PART})\u200d|\u200d(?!\p{ExtPict}))`),
];

/** Only for right-to-left texts (UAX #9). */
const [DIRECTION_MARKS] = rule(String.raw`[\u061c\u200e\u200f]`);
const HAS_INVISIBLE = /[\p{DI}\ufffc]/v;
/** Bidi_Class R and AL (DerivedBidiClass.txt). */
const RIGHT_TO_LEFT = /[\p{L}&&[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]]/v;

const WHITE_SPACE = /[\s\u2800]+/g;
/** Keeps ordinary spaces. Other white space becomes one space. */
const oneLine = (text: string) => text.replace(WHITE_SPACE, (run) => (/^ +$/.test(run) ? run : ' ')).trim();

/** Visible characters. Marks need a letter, and private-use characters depend on the font. */
const SEEN =
  /[[\p{L}\p{N}\p{P}\p{S}\p{Cf}\p{Cn}\p{Cs}\p{Cc}]--[\p{DI}\s\u2800\u{13430}-\u{1343f}\u{13441}\u{13442}\u{1d159}]]|\u202e/v;

/** Fast path: composed Latin, Greek and Cyrillic without invisible characters. */
const PLAIN =
  /^[\n -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0373\u0375-\u037d\u037f-\u0386\u0388-\u0482\u048a-\u052f\u2010-\u2027\u20ac]*$/;

const apply = (text: string, rules: readonly Rule[]) =>
  rules.reduce((changed, [pattern, becomes]) => changed.replace(pattern, becomes), text);

function withoutInvisible(text: string): string {
  if (!HAS_INVISIBLE.test(text)) return text;
  return apply(RIGHT_TO_LEFT.test(text) ? text : text.replace(DIRECTION_MARKS, ''), INVISIBLE);
}

const composed = (text: string): string => (PILED_UP.test(text) ? text : text.normalize('NFC'));

const ifSeen = (text: string): string => (SEEN.test(text) ? text : '');

/** Returns `''` for invisible text. */
export function tidyLine(text: string): string {
  if (PLAIN.test(text)) return oneLine(text);
  return ifSeen(composed(oneLine(withoutInvisible(apply(text, SPELLINGS)))));
}

/** Line ends become `\n`. Returns `''` for invisible text. */
export function tidyLines(text: string): string {
  if (PLAIN.test(text)) return text.trim();
  return ifSeen(composed(withoutInvisible(apply(text, SPELLINGS)).trim()));
}

/** For comparison with stored texts: tidied, and unchanged for rows from before tidying. */
export const spellingsOf = (texts: readonly string[]): string[] => [
  ...new Set(texts.flatMap((text) => [tidyLine(text), text])),
];

/** Controls, surrogates, noncharacters, annotations (Unicode 23.8) and the right-to-left override. */
const FORBIDDEN = /[[\p{Cc}\p{Cs}\p{NChar}\ufff9-\ufffb\u202e]--[\n\t]]/v;

const NAMES: Readonly<Record<number, string>> = {
  0x00: 'null',
  0x07: 'bell',
  0x08: 'backspace',
  0x09: 'tab',
  0x0a: 'line feed',
  0x0d: 'carriage return',
  0x1b: 'escape',
  0x7f: 'delete',
  0xad: 'soft hyphen',
  0x200b: 'zero width space',
  0x200c: 'zero width non-joiner',
  0x200d: 'zero width joiner',
  0x200e: 'left-to-right mark',
  0x200f: 'right-to-left mark',
  0x202e: 'right-to-left override',
  0x2060: 'word joiner',
  0xfeff: 'byte order mark',
};

const KINDS: readonly [RegExp, string][] = [
  [/\p{Cc}/v, 'a control character'],
  [/\p{Cs}/v, 'half a character'],
  [/\p{NChar}/v, 'not a character'],
  [/[\ufff9-\ufffb]/v, 'an annotation'],
  [/\p{DI}/v, 'an invisible character'],
];

/** Such as `U+0007`. */
export const codePointOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Such as `U+0007 (bell)`. */
export function nameOf(character: string): string {
  const name = NAMES[character.codePointAt(0) ?? 0] ?? KINDS.find(([kind]) => kind.test(character))?.[1];
  return name === undefined ? codePointOf(character) : `${codePointOf(character)} (${name})`;
}

/** The first forbidden character of a tidied text. */
export const forbiddenIn = (text: string): string | undefined => FORBIDDEN.exec(text)?.[0];

/** The first character of a password that a person cannot see and retype. */
export function unseenIn(password: string): string | undefined {
  const [control] = /[\n\t]/.exec(password) ?? [];
  if (control !== undefined) return control;
  const seen = Array.from(withoutInvisible(password));
  return Array.from(password).find((character, index) => character !== seen[index]) ?? forbiddenIn(password);
}
