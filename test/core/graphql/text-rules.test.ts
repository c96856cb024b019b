import { describe, expect, test } from 'vitest';
import { validateArgument } from '../../../src/core/graphql/argument.validation.ts';
import { DomainError } from '../../../src/core/context/domain.error.ts';
import {
  EmailAddress,
  LongText,
  NewPassword,
  Password,
  Text,
  WebAddress,
} from '../../../src/core/graphql/text.rules.ts';

class Texts {
  line = 'a';
  lines = 'a';
  email = 'a@b.co';
  website = 'https://b.co';
  password = 'a';
  newPassword = 'correct horse';
}
Text(5)(Texts.prototype, 'line');
LongText(5)(Texts.prototype, 'lines');
EmailAddress()(Texts.prototype, 'email');
WebAddress()(Texts.prototype, 'website');
Password()(Texts.prototype, 'password');
NewPassword()(Texts.prototype, 'newPassword');

/** The stored text, or the error. */
function checked(texts: Partial<Texts>): { fields: string[]; messages: string[]; texts: Texts } {
  const argument = Object.assign(new Texts(), texts);
  try {
    validateArgument(argument);
    return { fields: [], messages: [], texts: argument };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { fields = [] } = error.details;
    return {
      fields: fields.map(({ path }) => path),
      messages: fields.map(({ message }) => message),
      texts: argument,
    };
  }
}

const FIVE = 'must have 1 to 5 characters';

describe('characters are counted as the database counts them', () => {
  test.each([
    ['letters', 'abcde'],
    ['beyond the first 65,536', '\u{1f600}'.repeat(5)],
    ['composed', 'e\u0301'.repeat(5)],
    ['with spaces around', '  abcde \n'],
  ])('five %s fit', (_, text) => {
    expect(checked({ line: text, lines: text }).fields).toEqual([]);
  });

  test.each([
    ['six letters', 'abcdef'],
    ['six beyond the first 65,536', '\u{1f600}'.repeat(6)],
    ['three with variation selectors', '❤\ufe0f'.repeat(3)],
    ['variation selectors alone', '\ufe0f'.repeat(6)],
    ['250,000 letters', 'a'.repeat(250_000)],
    ['none', ''],
    ['blank', ' \t\n'],
  ])('%s do not', (_, text) => {
    expect(checked({ line: text, lines: text }).messages).toEqual([FIVE, FIVE]);
  });
});

describe('endless accents, which take quadratic time', () => {
  const piled = `a${'\u0301\u0323'.repeat(5_000)}`;

  test('are refused in every text, and not composed', () => {
    const { fields, texts } = checked({
      line: piled,
      lines: piled,
      email: `${piled}@b.co`,
      website: `https://${piled}`,
    });

    expect(new Set(fields)).toEqual(new Set(['line', 'lines', 'email', 'website']));
    expect(texts.line).toBe(piled);
  });

  test('are refused as accents if the text is short enough', () => {
    class Story {
      text = `a${'\u0301\u0323'.repeat(20)}`;
    }
    LongText(5_000)(Story.prototype, 'text');

    expect(() => validateArgument(new Story())).toThrow(
      expect.objectContaining({
        details: {
          fields: [
            {
              path: 'text',
              message: 'must have at most 30 accents on a letter',
              rule: 'ACCENTS',
              params: { max: 30 },
            },
          ],
        },
      }),
    );
  });

  test('composes as many marks as languages use', () => {
    expect(checked({ line: 'a\u0323\u0302' }).texts.line).toBe('\u1ead');
  });
});

test.each([
  ['email', 'half\ud800@b.co'],
  ['email', 'half@\udfff.co'],
  ['website', 'https://b.co/\ud800'],
  ['website', 'https://\udfff.co'],
  ['line', '\ud800'],
  ['lines', 'a\udfff'],
  ['newPassword', 'correct horse \ud800'],
])('half a character in a %s is an input error: %j', (field, text) => {
  expect(new Set(checked({ [field]: text }).fields)).toEqual(new Set([field]));
});

describe('an address is refused for one reason', () => {
  test.each([
    ['none', '', 'must have 1 to'],
    ['a bell', 'a\u0007@b.co', 'must not contain U+0007 (bell): remove it'],
    ['too many accents', `a${'\u0301'.repeat(31)}@b.co`, 'must have at most 30 accents on a letter'],
    ['too long', `${'a'.repeat(5_000)}@b.co`, 'must have 1 to'],
  ])('%s', (_, text, reason) => {
    const { fields, messages } = checked({ email: text, website: text });

    expect(fields).toEqual(['email', 'website']);
    for (const message of messages) expect(message).toContain(reason);
  });

  test.each([
    ['email', '\u{1f600}'.repeat(150), 'must be an email address'],
    ['website', `javascript:alert(1)//${'\u{1f600}'.repeat(1_100)}`, 'must be an http or https address'],
  ])('a text with characters that count twice in UTF-16 is not a valid %s', (field, text, reason) => {
    const { fields, messages } = checked({ [field]: text });

    expect(fields).toEqual([field]);
    expect(messages[0]).toContain(reason);
  });
});
