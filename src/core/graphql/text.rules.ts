import 'reflect-metadata';
import { IsOptional } from 'class-validator';
import { isEmailAddress, tidyAddress } from '../text/mailbox.ts';
import {
  codePointOf,
  forbiddenIn,
  MOST_ACCENTS,
  nameOf,
  PILED_UP,
  tidyLine,
  tidyLines,
  unseenIn,
} from '../text/text.tidy.ts';
import { isTimeZoneName } from '../text/time.zone.ts';
import { normalWebAddress } from '../text/web.address.ts';
import { check, Entries } from './field.rules.ts';

type Tidy = (text: string) => string;

const TIDY = Symbol('tidy');

const webAddress: Tidy = (text) => normalWebAddress(tidyLine(text)) ?? tidyLine(text);

/** In UTF-16 units. Our longest field allows 5,000 characters, plus room for decomposed and invisible ones. */
const LONGEST_TIDIED = 20_000;

/** Skips texts that are too long anyway, because tidying them costs more than refusing them. */
const bounded =
  (tidy: Tidy): Tidy =>
  (text) =>
    text.length > LONGEST_TIDIED ? text : tidy(text);

const tidied = (tidy: Tidy): PropertyDecorator => Reflect.metadata(TIDY, bounded(tidy));

/** Counts code points, like PostgreSQL. class-validator's Length misses some. */
function hasCharacters(text: string, min: number, max: number): boolean {
  if (text.length >= 2 * min && text.length <= max) return true; // even if all are surrogate pairs
  if (text.length > 2 * max) return false;
  const { length } = Array.from(text);
  return length >= min && length <= max;
}

interface Characters {
  min: number;
  max: number;
  tidy?: Tidy;
  each?: boolean;
  orNull?: boolean;
}

function characters({ min, max, tidy = (text) => text, each = false, orNull = false }: Characters): PropertyDecorator {
  const message = `must ${each ? 'each ' : ''}have ${min} to ${max} characters`;
  return check({ rule: 'LENGTH', message, paramsOf: () => ({ min, max }), each, orNull }, (text) =>
    hasCharacters(tidy(text), min, max),
  );
}

const notPiledUp = check(
  {
    rule: 'ACCENTS',
    message: `must have at most ${MOST_ACCENTS} accents on a letter`,
    paramsOf: () => ({ max: MOST_ACCENTS }),
  },
  (text) => !PILED_UP.test(text),
);

const nothingOf = (found: (text: string) => string | undefined, { each = false, orNull = false } = {}) =>
  check(
    {
      rule: 'CHARACTER',
      messageOf: (text) => `must not contain ${nameOf(found(text) ?? '')}: remove it`,
      paramsOf: (text) => ({ character: nameOf(found(text) ?? ''), codePoint: codePointOf(found(text) ?? '') }),
      each,
      orNull,
    },
    (text) => found(text) === undefined,
  );

const textRule =
  (tidy: Tidy, max: number): PropertyDecorator =>
  (target, property) => {
    tidied(tidy)(target, property);
    characters({ min: 1, max })(target, property);
    notPiledUp(target, property);
    nothingOf(forbiddenIn)(target, property);
  };

/** One line, 1 to `max` characters after tidying (text.tidy.ts). */
export const Text = (max: number): PropertyDecorator => textRule(tidyLine, max);

/** A value of a file as it is, 0 to `max` characters. For values that are tidied and checked one by one later. */
export const FileValue = (max: number): PropertyDecorator => characters({ min: 0, max });

export const LongText = (max: number): PropertyDecorator => textRule(tidyLines, max);

/** At most `most` lines, each 1 to `max` characters after tidying. Compare them with `spellingsOf`. */
export function Texts(most: number, max: number): PropertyDecorator {
  return (target, property) => {
    Entries(0, most)(target, property);
    characters({ min: 1, max, tidy: bounded(tidyLine), each: true })(target, property);
    nothingOf(forbiddenIn, { each: true })(target, property);
  };
}

/** At most `most` IDs. Null among them stands for "none". */
export function IdsOrNone(most: number): PropertyDecorator {
  return (target, property) => {
    Entries(0, most)(target, property);
    characters({ min: 1, max: 36, each: true, orNull: true })(target, property);
    nothingOf(forbiddenIn, { each: true, orNull: true })(target, property);
  };
}

/** Applies a rule unless the value is omitted or null. Blank text still fails. */
export function Optional(rule: PropertyDecorator): PropertyDecorator {
  return (target, property) => {
    IsOptional()(target, property);
    rule(target, property);
  };
}

const isRefusedText = (text: string, max: number): boolean =>
  !hasCharacters(text, 1, max) || PILED_UP.test(text) || forbiddenIn(text) !== undefined;

/** An address as `tidyAddress` writes it: no display name or quoted local part, at most 254 characters (RFC 5321). */
export function EmailAddress(): PropertyDecorator {
  return (target, property) => {
    Text(254)(target, property);
    tidied(tidyAddress)(target, property);
    const isAddress = (text: string) => isRefusedText(text, 254) || isEmailAddress(text);
    check({ rule: 'EMAIL', message: 'must be an email address' }, isAddress)(target, property);
  };
}

/** An IANA name that this version knows, such as `Europe/Berlin` or `UTC`. At most 64 characters. */
export function TimeZoneName(): PropertyDecorator {
  return (target, property) => {
    Text(64)(target, property);
    const isName = (text: string) => isRefusedText(text, 64) || isTimeZoneName(text);
    check({ rule: 'TIME_ZONE', message: 'is not a known time zone' }, isName)(target, property);
  };
}

/** An http or https URL, at most 2,048 characters in normal form (web.address.ts). */
export function WebAddress(): PropertyDecorator {
  return (target, property) => {
    Text(2048)(target, property);
    tidied(webAddress)(target, property);
    const isAddress = (text: string) => isRefusedText(text, 2048) || normalWebAddress(text) !== undefined;
    const message = 'must be an http or https address, such as https://example.com';
    check({ rule: 'WEB_ADDRESS', message }, isAddress)(target, property);
  };
}

/** A JSON object as text. */
export function JsonObject(max: number): PropertyDecorator {
  return (target, property) => {
    Text(max)(target, property);
    const isObject = (text: string) => isRefusedText(text, max) || isJsonObject(text);
    check({ rule: 'JSON', message: 'must be a JSON object' }, isObject)(target, property);
  };
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** 12 to 128 visible characters that can be typed again. Passwords are never tidied (NIST SP 800-63B). */
export function NewPassword(): PropertyDecorator {
  return (target, property) => {
    characters({ min: 12, max: 128 })(target, property);
    nothingOf(unseenIn)(target, property);
  };
}

export function Password(): PropertyDecorator {
  return characters({ min: 1, max: 128 });
}

/** By the prototypes of inputs and their properties. Reflect.getMetadata takes longer than most texts. */
const tidies = new WeakMap<object, Map<string, Tidy | undefined>>();

function tidyOf(input: object, property: string): Tidy | undefined {
  const prototype: object = Reflect.getPrototypeOf(input) ?? input;
  let known = tidies.get(prototype);
  if (!known) tidies.set(prototype, (known = new Map()));
  if (!known.has(property)) known.set(property, Reflect.getMetadata(TIDY, prototype, property));
  return known.get(property);
}

/** Tidies in place, nested texts too. */
export function tidyTexts(input: object): void {
  for (const [property, value] of Object.entries(input)) {
    if (typeof value === 'object' && value !== null) tidyTexts(value);
    const tidy = typeof value === 'string' && tidyOf(input, property);
    if (tidy) Reflect.set(input, property, tidy(value));
  }
}
