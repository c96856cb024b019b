import { v7 as uuid } from 'uuid';
import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputType,
} from 'graphql';

/** Values of another tenant. */
export interface Foreign {
  ids: string[];
  cursors: string[];
}

/** Returns a hostile value, which can contain the valid one of its place. */
type Hostile = (valid: unknown, foreign: Foreign) => unknown;

/** Marks the text of a number that JavaScript cannot write: `1e999`. */
const RAW = '@raw:';

/** Returns the body of a request, with raw numbers as they are. */
export const bodyOf = (body: object): string =>
  JSON.stringify(body).replaceAll(new RegExp(`"${RAW}([^"]*)"`, 'g'), '$1');

const all = (...values: unknown[]): Hostile[] => values.map((value) => () => value);
const raw = (...numbers: string[]): Hostile[] => all(...numbers.map((number) => RAW + number));

/** Values for an argument or a field. */
export interface HostileValues {
  /** Values of the right form, which often reach the code behind the checks. */
  likely: Hostile[];
  /** Values that a check must refuse. */
  unlikely: Hostile[];
}

/** Texts that are valid in most places. */
const FRAGMENTS = [
  `Robert'); drop table user_account; --`,
  `' or 1=1 --`,
  `1; select pg_sleep(9)`,
  '$1 ? ?? :id $$ {0} %s %n',
  '{{constructor.constructor("return process")()}} ${7*7} #{7*7} <%= 7*7 %>',
  '<script>alert(1)</script>"><img src=x onerror=alert(1)>',
  '=HYPERLINK("http://evil.example")',
  '@SUM(1+1)*cmd|/C calc!A0',
  '") { __typename } } query { viewer { id } }',
  '%_\\',
  '../../../etc/passwd',
  'javascript:alert(1)',
  '__proto__',
  'constructor',
  'null',
  'undefined',
  'NaN',
  '[object Object]',
  '\u{1f98a}\u{1f98a}',
  'ﷺ İıſK',
];

const BROKEN = [
  '',
  ' ',
  'a\0b',
  '\ud800',
  'b\udfff',
  '\u202eevil',
  '\u2066a\u2069',
  '\u2028',
  '\u200b',
  '\x07\x1b[31m',
  `a${'\u0301'.repeat(2_000)}`,
  'x'.repeat(20_000),
  'x'.repeat(200_000),
  'x'.repeat(1_000_000),
  '\ufeff',
  'a\r\nBcc: victim@example.com',
];

/** Changes of the valid text. */
const CHANGED: Hostile[] = [
  (valid) => `${String(valid)}\0`,
  (valid) => `${String(valid)}\r\nX-Header: 1`,
  (valid) => ` ${String(valid)}\t`,
  (valid) => `\u200b${String(valid)}`,
  (valid) => String(valid).toUpperCase(),
  (valid) => `${String(valid)}'`,
  (valid) => [valid],
];

const forged = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url');
const foreignId =
  (index: number): Hostile =>
  (_, { ids }) =>
    ids[index % ids.length];
const foreignCursor =
  (index: number): Hostile =>
  (_, { cursors }) =>
    cursors[index % cursors.length];
const first = (count: number) => Array.from({ length: count }, (_unused, index) => index * 7);

const IDS: HostileValues = {
  likely: [...first(16).map(foreignId), ...CHANGED, ...all(uuid(), uuid())],
  unlikely: all(
    '00000000-0000-0000-0000-000000000000',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
    `' or ''='`,
    '__proto__',
    '',
    'a\0b',
    '\ud800',
    '../1',
    1,
    'x'.repeat(1_000_000),
  ),
};

const CURSORS: HostileValues = {
  likely: [
    ...first(12).map(foreignCursor),
    ...['createdAt DESC', 'occurredAt DESC', 'createdAt ASC', 'joinedAt ASC'].map(
      (order): Hostile =>
        (_, { ids }) =>
          forged([order, '9999-12-31 23:59:59+00', ids[0]]),
    ),
  ],
  unlikely: all(
    forged(['createdAt DESC', 'infinity', uuid()]),
    forged(['createdAt DESC', `' or 1=1 --`, uuid()]),
    forged(['createdAt DESC', '2026-01-01 00:00:00+00', { $gt: '' }]),
    forged(['id DESC; select 1', '2026-01-01 00:00:00+00', uuid()]),
    forged(JSON.parse('{"__proto__":[]}')),
    forged(null),
    'AAAA',
    '\0',
    'x'.repeat(200_000),
  ),
};

const NUMBERS: HostileValues = {
  likely: [...all(1, 2, 50, 100, 2_147_483_647), ...raw('1.0', '1E0', '100e-2')],
  unlikely: [
    ...all(0, -1, 101, -2_147_483_648, 2_147_483_648, 1.5, '1', 'NaN', 'Infinity', true),
    ...raw('1e999', '-1e999', '1e308', '9007199254740993', '-0', '0.0000000001', '1e-400'),
  ],
};

const TIMES: HostileValues = {
  likely: all(
    '0001-01-01T00:00:00Z',
    '9999-12-31T23:59:59.999Z',
    '2026-11-30T12:00:00+14:00',
    '1970-01-01T00:00:00-00:00',
  ),
  unlikely: all(
    '0001-01-01T00:00:00+00:01',
    '9999-12-31T23:59:59-14:00',
    '-000001-01-01T00:00:00Z',
    '+010000-01-01T00:00:00Z',
    '294277-01-01T00:00:00Z',
    '2026-02-30T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01',
    'infinity',
    'now',
    `2026-01-01T00:00:00Z' or 1=1 --`,
    '',
    '\0',
    0,
    1e20,
  ),
};

/** Values of another type than the place. */
const OTHER_TYPES = [
  ...all(null, {}, [], [null], true, { $ne: null }, { length: 1e9 }, { toString: null, valueOf: null }, [[[]]]),
  ...all(JSON.parse('{"__proto__":{"polluted":true}}'), JSON.parse('{"constructor":{"prototype":{"polluted":true}}}')),
  ...all(JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`)),
  ...raw('1e999'),
];

const itemsOf = (valid: unknown): unknown[] => (Array.isArray(valid) ? valid : []);

const LISTS: HostileValues = {
  likely: [
    (valid) => itemsOf(valid)[0],
    (valid) => [...itemsOf(valid), ...itemsOf(valid)],
    (valid) => itemsOf(valid).toReversed(),
    () => [],
  ],
  unlikely: [
    (valid) => Array(1_500).fill(itemsOf(valid)[0] ?? 'x'),
    (valid) => Array(50_000).fill(itemsOf(valid)[0] ?? 'x'),
    (valid) => [...itemsOf(valid), null],
    (valid) => [itemsOf(valid)],
    (valid) => ({ ...itemsOf(valid), length: 1 }),
  ],
};

const polluting = (valid: unknown, text: string) => Object.assign(JSON.parse(text), valid);

/** With fields that callers cannot set, or too many of them. */
const OBJECTS: HostileValues = {
  likely: [
    (valid) => valid,
    (valid) => ({ ...Object(valid) }),
    (valid) => Object.fromEntries(Object.keys(Object(valid)).map((name) => [name, null])),
  ],
  unlikely: [
    ...['id', 'resellerId', 'userId', 'createdBy'].map((name): Hostile => (valid, { ids }) => ({
      ...Object(valid),
      [name]: ids[0],
    })),
    ...['status', 'version', 'createdAt', 'tier', 'isActive', 'role', 'passwordHash'].map(
      (name): Hostile =>
        (valid) => ({ ...Object(valid), [name]: 'ACTIVE' }),
    ),
    (valid) => polluting(valid, '{"__proto__":{"polluted":true}}'),
    (valid) => polluting(valid, '{"constructor":{"prototype":{"polluted":true}}}'),
    (valid) => ({ ...Object(valid), ...Object.fromEntries(first(3_000).map((index) => [`x${index}`, index])) }),
    (valid) => JSON.stringify(valid),
    (valid) => [valid],
  ],
};

const TEXTS: HostileValues = { likely: all(...FRAGMENTS), unlikely: [...all(...BROKEN), ...CHANGED] };

const byScalar: Record<string, HostileValues> = {
  ID: IDS,
  Int: NUMBERS,
  Float: NUMBERS,
  Boolean: { likely: all(true, false), unlikely: all('true', 0, 'false') },
  DateTime: TIMES,
  Date: TIMES,
  MinorUnits: NUMBERS,
  Currency: TEXTS,
  String: TEXTS,
};

/** Returns the hostile values for an argument or a field of this type. Null is likely: most can be left out. */
export function valuesFor(name: string, type: GraphQLInputType): HostileValues {
  const { likely, unlikely } = name === 'after' ? CURSORS : valuesOf(type);
  return {
    likely: isNonNullType(type) ? likely : [...likely, () => null],
    unlikely: [...unlikely, ...OTHER_TYPES],
  };
}

function valuesOf(given: GraphQLInputType): HostileValues {
  const type = getNullableType(given);
  if (isListType(type)) return LISTS;
  if (isInputObjectType(type)) return OBJECTS;
  if (!isEnumType(type)) return byScalar[type.name] ?? TEXTS;
  const names = type.getValues().map((value) => value.name);
  return {
    likely: all(...names),
    unlikely: all(...names.map((each) => each.toLowerCase()), '__proto__', `${names[0]}\0`, '', 0),
  };
}
