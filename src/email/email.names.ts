/** A dot before letters makes a link in most mail programs: `evil.example`, `win24.example`. IDNA knows other dots (UTS #46, 2.3). */
const LINK = /\S[.\u3002\uff0e\uff61]\p{L}{2}|[/\\@<>]|:\/|www\./iu;

const MAX_CHARACTERS = 60;
const MAX_WORDS = 6;
/** More digits than a name has, as in `WIN 5000 USD`. */
const MANY_DIGITS = /\d.*\d.*\d/s;
const SENTENCE = /[!?]|\.\s+\p{L}/u;
/** `Dr. Ada`, `J. R. R. Tolkien`: a dot after a short word ends no sentence. */
const ABBREVIATION = /(?<!\p{L})\p{L}{1,4}\.\s+/gu;

/**
 * A name that a stranger typed, if a mail may show it; else undefined. A mail goes to people who did not ask for it, so a name
 * that could be an advertisement is left out: one with an address, or one that reads like a sentence. A short one without an address
 * passes, because names of many languages look the same: see docs/decisions/0037-only-mails-count-against-a-mailbox.md.
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

/** `Hello Ada,`, or `Hello,` without a name that a mail may show. */
export function greeting(name: string): string {
  const shown = mailableName(name);
  return shown === undefined ? 'Hello,' : `Hello ${shown},`;
}
