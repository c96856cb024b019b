import { ArrayMaxSize, IsOptional, isURL, Matches, ValidateBy } from 'class-validator';
import { isEmailAddress, tidyAddress } from './mailbox.ts';

// Control characters, lone surrogates and characters that turn the direction of the text.
const PRINTABLE = /^[^\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]*$/u;
const PRINTABLE_LINES = /^(?:[^\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|[\n\t])*$/u;

/** More accents on one letter than any language has (UAX #15, Stream-Safe Text): the time to compose them grows with the square. */
const PILED_UP = /\p{M}{31}/u;

type Tidy = (text: string) => string;

const tidies = new WeakMap<object, Map<string, Tidy>>();

const composed: Tidy = (text) => {
  const trimmed = text.trim();
  return PILED_UP.test(trimmed) ? trimmed : trimmed.normalize('NFC');
};
const unixLines: Tidy = (text) => composed(text.replace(/\r\n?/g, '\n'));

function tidied(target: object, property: string | symbol, tidy: Tidy): void {
  const known = tidies.get(target) ?? new Map<string, Tidy>();
  tidies.set(target, known.set(String(property), tidy));
}

const check = (name: string, message: string, isMet: (text: string) => boolean): PropertyDecorator =>
  ValidateBy({ name, validator: { validate: (value) => typeof value === 'string' && isMet(value) } }, { message });

/** Counted as PostgreSQL does, by code points: class-validator's Length overlooks some. */
const characters = (min: number, max: number): PropertyDecorator =>
  check('characters', `must have ${min} to ${max} characters`, (text) => {
    if (text.length >= 2 * min && text.length <= max) return true; // however many of them are pairs
    if (text.length > 2 * max) return false;
    const { length } = Array.from(text);
    return length >= min && length <= max;
  });

const notPiledUp = check('accents', 'must not have more than 30 accents on a letter', (text) => !PILED_UP.test(text));

/** One line of text, 1 to `max` characters once trimmed. */
export function Text(max: number): PropertyDecorator {
  return (target, property) => {
    tidied(target, property, composed);
    characters(1, max)(target, property);
    notPiledUp(target, property);
    Matches(PRINTABLE, { message: 'must not contain control characters' })(target, property);
  };
}

/** At most so many lines of text, each 1 to `max` characters. They are taken as they are: for comparing, not for storing. */
export function Texts(most: number, max: number): PropertyDecorator {
  const line = new RegExp(`^.{1,${max}}$`, 'u');
  const validate = (text: unknown) => typeof text === 'string' && line.test(text) && PRINTABLE.test(text);
  const message = `must each have 1 to ${max} characters, none of them control characters`;
  return (target, property) => {
    ArrayMaxSize(most)(target, property);
    ValidateBy({ name: 'texts', validator: { validate } }, { each: true, message })(target, property);
  };
}

/** Text of several lines, 1 to `max` characters once trimmed; every kind of line end becomes `\n`. */
export function LongText(max: number): PropertyDecorator {
  return (target, property) => {
    tidied(target, property, unixLines);
    characters(1, max)(target, property);
    notPiledUp(target, property);
    Matches(PRINTABLE_LINES, { message: 'must not contain control characters' })(target, property);
  };
}

/** A rule for what may be left out or null. Blank text is not the same as none: it is refused. */
export function Optional(rule: PropertyDecorator): PropertyDecorator {
  return (target, property) => {
    IsOptional()(target, property);
    rule(target, property);
  };
}

/** One plain address in the spelling of `tidyAddress`: no display name, no quoted local part, at most 254 characters (RFC 5321). */
export function EmailAddress(): PropertyDecorator {
  return (target, property) => {
    Text(254)(target, property);
    tidied(target, property, tidyAddress);
    check('email', 'must be an e-mail address', isEmailAddress)(target, property);
  };
}

/** An address of the web, http or https, at most 2,048 characters, without user name and password. */
export function WebAddress(): PropertyDecorator {
  return (target, property) => {
    Text(2048)(target, property);
    const options = { protocols: ['http', 'https'], require_protocol: true, disallow_auth: true };
    const isAddress = (text: string) => text.isWellFormed() && isURL(text, options);
    check('url', 'must be an http or https address', isAddress)(target, property);
  };
}

/** At least 12 and at most 128 characters, as they are: a password is never trimmed or cut (NIST SP 800-63B). */
export function NewPassword(): PropertyDecorator {
  return (target, property) => {
    characters(12, 128)(target, property);
    Matches(PRINTABLE, { message: 'must not contain control characters' })(target, property);
  };
}

/** A password to be compared with: any text that could have been set, up to 128 characters. */
export function Password(): PropertyDecorator {
  return characters(1, 128);
}

/** Makes the texts of an input, also of those nested in it, what is meant: in place, before they are checked and stored. */
export function tidyTexts(input: object): void {
  for (const [property, value] of Object.entries(input)) {
    if (typeof value === 'string') Reflect.set(input, property, tidyOf(input, property)?.(value) ?? value);
    else if (typeof value === 'object' && value !== null) tidyTexts(value);
  }
}

/** Its class's rule for a property, or that of the class it extends. */
function tidyOf(input: object, property: string): Tidy | undefined {
  for (let type = Object.getPrototypeOf(input); type; type = Object.getPrototypeOf(type)) {
    const tidy = tidies.get(type)?.get(property);
    if (tidy) return tidy;
  }
  return undefined;
}
