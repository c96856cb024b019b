import { domainToASCII, domainToUnicode } from 'node:url';
import { isEmail } from 'class-validator';

/** UTF-16 units. An address has at most 254 characters; what is far longer is not looked at, so that no text costs much. */
const LONGEST = 1_024;

/** More accents on one letter than any language has (UAX #15, Stream-Safe Text): the time to compose them grows with the square. */
const PILED_UP = /\p{M}{31}/u;

/** What nobody sees (Unicode's Default_Ignorable_Code_Point). A joiner between letters that are not ASCII is part of the word. */
const INVISIBLE = /(?![\u200c\u200d])\p{DI}|(?<![^\0-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\0-\x7f])/gu;

/**
 * How one address gets to us in several spellings, in the order in which they are undone. All of it is for the address that is
 * stored and mailed to as well: nobody has a mailbox of such characters (RFC 8265, UsernameCaseMapped, allows none of them).
 */
const SPELLINGS: readonly (readonly [why: string, found: RegExp, meant: string | ((found: string) => string)])[] = [
  [
    'Word processors and phones make ’ of an apostrophe (CLDR, quotation marks).',
    /[\u2018\u2019\u201b\u02bc\u2032\u00b4]/g,
    "'",
  ],
  ['They make a non-breaking hyphen or a dash of a hyphen (UTS #39, confusables).', /[\u2010-\u2013\u2212]/g, '-'],
  ['Chinese and Japanese keyboards type a full stop of their own (UTS #46, section 2.3).', /[\u3002\uff61]/g, '.'],
  [
    'They also type full-width letters, ＠ and ．; others are for decoration (UAX #15, NFKC).',
    /[^\0-\x7f]/gu,
    (letter) => asciiOf(letter),
  ],
  [
    'A capital i on a Turkish keyboard has a dot, and keeps it in lower case (SpecialCasing.txt).',
    /\u0130|(?<=i[\p{DI}\u0307]*)\u0307/giu,
    (dotted) => (dotted === '\u0130' ? 'i' : ''),
  ],
  // After what makes ASCII: a joiner means something beyond it only.
  ['Web pages, chats and spreadsheets add soft hyphens, zero-width spaces, marks of direction.', INVISIBLE, ''],
  [
    'Spaces, and commas of a list, around it; U+0085 is a line end that trim() does not know.',
    /^[\s\u0085]+|[\s\u0085,;]+$/g,
    '',
  ],
  [
    'In a link, signs such as + may be encoded (RFC 6068, section 2).',
    /(?<=^<?mailto:[^?]*)%[2-7][\da-f]/gi,
    (encoded) => String.fromCharCode(Number.parseInt(encoded.slice(1), 16)),
  ],
  [
    'Copied from a link (RFC 6068), or from a header (RFC 5322, angle-addr without a name).',
    /^<?mailto:([^?>]*).*$|^<([^<>]*)>$/i,
    '$1$2',
  ],
];

/** The ASCII that a character is a variant of, such as a full-width letter; else the character. */
function asciiOf(letter: string): string {
  const plain = letter.normalize('NFKC');
  return /^[\0-\x7f]+$/.test(plain) ? plain : letter;
}

/**
 * An address as it is stored, shown and mailed to: as its owner wrote it, with dots and what follows a `+`, but in lower case and
 * in one of the spellings that computers make of it. Its domain is ASCII (RFC 5891), which mail services take and which shows
 * look-alike letters for what they are. Text that is no address comes back in some form; `isEmailAddress` refuses it.
 */
export function tidyAddress(text: string): string {
  const trimmed = text.trim();
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

/** The characters of a domain before it is ASCII. Node converts other text too, as if it were part of a web address. */
const DOMAIN = /^[\u200c\u200d\p{L}\p{M}\p{N}.\u00b7\u0375\u05f3\u05f4\u30fb-]+$/u;

/** A domain as the DNS knows it, without the dot that stands for its root; as it is where the DNS cannot know it. */
function asciiDomain(domain: string): string {
  const lower = domain.toLowerCase().replace(/\.$/, '');
  if (!DOMAIN.test(lower)) return lower;
  if (/^[\0-\x7f]*$/.test(lower) && !lower.includes('xn--')) return lower;
  // A browser may have made Punycode of a Turkish İ before it came to us.
  const name = lower.includes('xn--') ? domainToUnicode(lower).replaceAll('i\u0307', 'i') : lower;
  return domainToASCII(name) || lower;
}

/** Beyond ASCII letters, digits and marks only (RFC 8264, IdentifierClass): what looks like punctuation could deceive. */
const LETTERS = /^(?:[\0-\x7f]|[\p{L}\p{M}\p{N}\u200c\u200d])+$/u;

/** Whether tidy text is one plain address: without display name, comment, quotes or address literal (RFC 5321, section 4.1.2). */
export const isEmailAddress = (text: string): boolean =>
  text.isWellFormed() && LETTERS.test(text) && isEmail(text, { blacklisted_chars: '"' });

/** Domains of one provider that are one: a name belongs to the same mailbox in each. Only where the provider says so itself. */
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

/** Where the dots in a name mean nothing: https://support.google.com/mail/answer/7436150 */
const WITHOUT_DOTS = 'gmail.com';

/**
 * The mailbox that an address reaches, in one spelling: who has it is one person everywhere. To compare by, never to write to.
 * It leaves out what follows a `+` (RFC 5233; few would be a mailbox of their own), the dots of Gmail, and which of a provider's
 * domains it is. Nobody needs to have validated the address: what is no text is `''`.
 */
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

/**
 * Whether two addresses differ in nothing but ASCII case and the spelling of the domain. What else looks alike may be somebody
 * else's: `ada+x@` for `ada@`, or a K that is the sign of kelvin.
 */
export function isSameAddress(one: string, other: string): boolean {
  return strict(one) === strict(other);
}

function strict(address: string): string {
  const at = address.lastIndexOf('@') + 1;
  const local = address.slice(0, at).replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
  return `${local}${asciiDomain(address.slice(at))}`;
}
