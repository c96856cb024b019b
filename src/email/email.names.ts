import type { Language } from '../core/text/language.ts';

/** Most email clients turn these into links: `evil.example`, `win24.example`. IDNA knows other dots (UTS #46, 2.3). */
const LINK = /\S[.\u3002\uff0e\uff61]\p{L}{2}|[/\\@<>]|:\/|www\./iu;

const MAX_CHARACTERS = 60;
const MAX_WORDS = 6;
/** As in `WIN 5000 USD`. */
const MANY_DIGITS = /\d.*\d.*\d/s;
const SENTENCE = /[!?]|\.\s+\p{L}/u;
/** `Dr. Ada`, `J. R. R. Tolkien`: a dot after a short word does not end a sentence. */
const ABBREVIATION = /(?<!\p{L})\p{L}{1,4}\.\s+/gu;

/**
 * Returns a name only if it cannot be an advertisement: without an address, and not a sentence. Strangers choose the
 * names and the recipients. Short names without an address pass: see decision 0037.
 */
export function mailableName(name: string): string | undefined {
  const words = name.split(/\s+/u);
  const plain = name.replaceAll(ABBREVIATION, '');
  const isName =
    name.length <= MAX_CHARACTERS &&
    words.length <= MAX_WORDS &&
    !LINK.test(plain) &&
    !SENTENCE.test(plain) &&
    !MANY_DIGITS.test(plain);
  return isName ? name : undefined;
}

const GREETINGS: Readonly<Record<Language, string>> = { EN: 'Hello', DE: 'Guten Tag' };

/** Leaves out names that an email must not show. In German, the next sentence begins in lower case. */
export function greeting(name: string, language: Language): string {
  const shown = mailableName(name);
  return `${GREETINGS[language]}${shown === undefined ? '' : ` ${shown}`},`;
}
