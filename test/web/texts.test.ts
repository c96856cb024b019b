import { expect, test } from 'vitest';
import { AuditAction } from '../../web/src/generated/enums.ts';
import * as german from '../../web/src/locales/de.ts';
import * as english from '../../web/src/locales/en.ts';
import { askedKeys } from './text.keys.ts';

function keysOf(texts: object, prefix = ''): string[] {
  return Object.entries(texts).flatMap(([name, value]) => {
    const isText = typeof value !== 'object' || value === null || Array.isArray(value);
    const key = prefix + name.replace(/_(one|other|U\+\w{4})$/, ''); // i18next adds the plural form or the character
    return isText ? [key] : keysOf(value, `${prefix}${name}.`);
  });
}

/** Every text of a language with its key. */
const entriesOf = (texts: object, prefix = ''): [string, string][] =>
  Object.entries(texts).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? entriesOf(value, `${prefix}${name}.`)
      : [[prefix + name, String(value)]],
  );

test.for(Object.entries({ english, german }))(
  'no sentence in %s ends with a company, whose name may end with a period',
  ([, texts]) => {
    const ending = entriesOf(texts).filter(([, text]) => text.includes('{{company}}.'));

    expect(ending).toEqual([]);
  },
);

test.for(Object.entries({ english, german }))('every audit action has a text in %s', ([, texts]) => {
  expect(Object.keys(texts.common.action).sort()).toEqual(Object.values(AuditAction).sort());
});

// The compiler finds missing texts of both languages.
test('every text is used on a page', { timeout: 120_000 }, () => {
  const asked = askedKeys();
  const patterns = [...asked]
    .filter((key) => key.includes('*'))
    .map((key) => new RegExp(`^${key.replaceAll('*', '.+')}$`));

  const unused = Object.entries(english)
    .flatMap(([area, texts]) => keysOf(texts, `${area}:`))
    .filter((key) => !asked.has(key) && !patterns.some((pattern) => pattern.test(key)));

  expect(unused).toEqual([]);
});
