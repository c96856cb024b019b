import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AuditAction } from '../../web/src/generated/enums.ts';
import * as german from '../../web/src/locales/de.ts';
import * as english from '../../web/src/locales/en.ts';
import admin from '../../web/src/locales/en/admin.ts';
import apply from '../../web/src/locales/en/apply.ts';
import common from '../../web/src/locales/en/common.ts';
import keys from '../../web/src/locales/en/keys.ts';
import portal from '../../web/src/locales/en/portal.ts';
import security from '../../web/src/locales/en/security.ts';

const SOURCES = join(import.meta.dirname, '../../web/src');

/** What the pages ask for: whole keys, and keys with a part that is known only when they run. */
const wanted = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/^(locales|generated)\//.test(file))
  .flatMap((file) => [
    ...readFileSync(join(SOURCES, file), 'utf8').matchAll(/'([\w.:]+)'|`([\w:]+\.[^`\s]*\$\{[^`]+)`/g),
  ])
  .map(([, whole, partly]) => {
    const key = (whole ?? partly ?? '').replace(/^\w+:/, ''); // without its area
    return new RegExp(
      `^${key
        .split(/\$\{[^}]+\}/)
        .map((part) => part.replaceAll('.', '\\.'))
        .join('.+')}$`,
    );
  });

function keysOf(texts: object, prefix = ''): string[] {
  return Object.entries(texts).flatMap(([name, value]) => {
    const isText = typeof value !== 'object' || value === null || Array.isArray(value);
    const key = prefix + name.replace(/_(one|other)$/, ''); // i18next finds the form for a count
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

test.for(Object.entries({ english, german }))('every audit action has its text in %s', ([, texts]) => {
  expect(Object.keys(texts.common.action).sort()).toEqual(Object.values(AuditAction).sort());
});

// That none is missing, in either language, the compiler knows.
test.for(Object.entries({ admin, apply, common, keys, portal, security }))(
  'every text of %s is on some page',
  ([, texts]) => {
    const unused = keysOf(texts).filter((key) => !wanted.some((pattern) => pattern.test(key)));

    expect(unused).toEqual([]);
  },
);
