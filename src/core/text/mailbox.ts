import { domainToASCII, domainToUnicode } from 'node:url';
import { isEmail } from 'class-validator';
import { PILED_UP } from './text.tidy.ts';

/** UTF-16 units. Addresses have at most 254 characters; longer texts are not parsed, which limits the cost. */
const LONGEST = 1_024;

/** Default_Ignorable_Code_Point. Joiners between non-ASCII letters are part of the word. */
const INVISIBLE = /(?![\u200c\u200d])\p{DI}|(?<![^\0-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\0-\x7f])/gu;

/** Applied in this order. No mailbox uses these characters (RFC 8265, UsernameCaseMapped). */
const SPELLINGS: readonly (readonly [why: string, found: RegExp, meant: string | ((found: string) => string)])[] = [
  [
    'Word processors and phones replace an apostrophe with ’ (CLDR, quotation marks).',
    /[\u2018\u2019\u201b\u02bc\u2032\u00b4]/g,
    "'",
  ],
  ['They replace a hyphen with a non-breaking hyphen or a dash (UTS #39, confusables).', /[\u2010-\u2013\u2212]/g, '-'],
  ['Chinese and Japanese keyboards type their own full stop (UTS #46, section 2.3).', /[\u3002\uff61]/g, '.'],
  [
    'They also type full-width letters, ＠ and ．; other variants are decoration (UAX #15, NFKC).',
    /[^\0-\x7f]/gu,
    (letter) => asciiOf(letter),
  ],
  [
    'A capital i on a Turkish keyboard has a dot, and keeps it in lowercase (SpecialCasing.txt).',
    /\u0130|(?<=i[\p{DI}\u0307]*)\u0307/giu,
    (dotted) => (dotted === '\u0130' ? 'i' : ''),
  ],
  // Follows the rules that produce ASCII, because joiners matter only beyond ASCII.
  ['Web pages, chats and spreadsheets add soft hyphens, zero-width spaces and direction marks.', INVISIBLE, ''],
  ['Spaces and list commas surround it; trim() keeps the line end U+0085.', /^[\s\u0085]+|[\s\u0085,;]+$/g, ''],
  [
    'Links may encode characters such as + (RFC 6068, section 2).',
    /(?<=^<?mailto:[^?]*)%[2-7][\da-f]/gi,
    (encoded) => String.fromCharCode(Number.parseInt(encoded.slice(1), 16)),
  ],
  [
    'Copied from a link (RFC 6068) or a header (RFC 5322, angle-addr without a name).',
    /^<?mailto:([^?>]*).*$|^<([^<>]*)>$/i,
    '$1$2',
  ],
];

function asciiOf(letter: string): string {
  const plain = letter.normalize('NFKC');
  return /^[\0-\x7f]+$/.test(plain) ? plain : letter;
}

/** Most addresses, which the rules below would not change. `xn--` may need it. */
const TIDY = /^[a-z\d._+-]+@(?!.*xn--)[a-z\d.-]*[a-z\d-]$/;

/** The stored form: lowercase, with an ASCII domain (RFC 5891). Keeps dots and `+` suffixes. Does not validate. */
export function tidyAddress(text: string): string {
  const trimmed = text.trim();
  if (trimmed.length <= LONGEST && TIDY.test(trimmed)) return trimmed;
  if (trimmed.length > LONGEST || PILED_UP.test(trimmed)) return trimmed;
  const plain = SPELLINGS.reduce(
    (spelt, [, found, meant]) =>
      typeof meant === 'string' ? spelt.replace(found, meant) : spelt.replace(found, meant),
    trimmed,
  );
  const at = plain.lastIndexOf('@');
  const local = plain.slice(0, at < 0 ? plain.length : at);
  return `${local.normalize('NFC').toLowerCase()}${at < 0 ? '' : `@${asciiDomain(plain.slice(at + 1))}`}`;
}

/** Node also converts text that is not a domain, as part of a URL. */
const DOMAIN = /^[\u200c\u200d\p{L}\p{M}\p{N}.\u00b7\u0375\u05f3\u05f4\u30fb-]+$/u;

/** The ASCII form without the root dot, or the input if the DNS cannot have it. */
function asciiDomain(domain: string): string {
  const lower = domain.toLowerCase().replace(/\.$/, '');
  if (!DOMAIN.test(lower)) return lower;
  if (/^[\0-\x7f]*$/.test(lower) && !lower.includes('xn--')) return lower;
  // A browser may have converted a Turkish İ to Punycode.
  const name = lower.includes('xn--') ? domainToUnicode(lower).replaceAll('i\u0307', 'i') : lower;
  return domainToASCII(name) || lower;
}

/** Only letters, digits and marks beyond ASCII (RFC 8264), because other characters may imitate punctuation. */
const LETTERS = /^(?:[\0-\x7f]|[\p{L}\p{M}\p{N}\u200c\u200d])+$/u;

/** Expects tidied text. Rejects display names, comments, quotes and address literals (RFC 5321, 4.1.2). */
export const isEmailAddress = (text: string): boolean =>
  text.isWellFormed() && LETTERS.test(text) && isEmail(text, { blacklisted_chars: '"' });

/** Equivalent domains, by the provider's own statement. */
const SAME_DOMAIN: Readonly<Record<string, string>> = {
  // https://support.google.com/mail/answer/10313
  'googlemail.com': 'gmail.com',
  // https://proton.me/support/addresses-and-aliases
  'pm.me': 'proton.me',
  'protonmail.com': 'proton.me',
  // https://support.apple.com/102540
  'me.com': 'icloud.com',
  'mac.com': 'icloud.com',
  // https://yandex.com/support/yandex-360/customers/mail/
  'ya.ru': 'yandex.ru',
  'yandex.by': 'yandex.ru',
  'yandex.com': 'yandex.ru',
  'yandex.kz': 'yandex.ru',
  'yandex.ua': 'yandex.ru',
};

/** https://support.google.com/mail/answer/7436150 */
const WITHOUT_DOTS = 'gmail.com';

/** For comparison only: drops `+` suffixes (RFC 5233), Gmail's dots and domain variants. `''` unless it is text. */
export function mailboxOf(address: unknown): string {
  if (typeof address !== 'string') return '';
  const tidy = tidyAddress(address.trim().slice(0, LONGEST));
  const at = tidy.lastIndexOf('@');
  if (at < 0) return tidy;
  const given = tidy.slice(at + 1);
  const domain = Object.hasOwn(SAME_DOMAIN, given) ? SAME_DOMAIN[given] : given;
  const name = tidy
    .slice(0, at)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .replace(/(?<=.)\+.*$/s, '');
  return `${(domain === WITHOUT_DOTS && name.replaceAll('.', '')) || name}@${domain}`;
}

/** Ignores only ASCII case and the domain's spelling: `ada+x@` or a Kelvin sign may be another person's. */
export function isSameAddress(one: string, other: string): boolean {
  return strict(one) === strict(other);
}

function strict(address: string): string {
  const at = address.lastIndexOf('@') + 1;
  const local = address.slice(0, at).replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
  return `${local}${asciiDomain(address.slice(at))}`;
}
