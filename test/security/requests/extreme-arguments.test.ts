import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { createSchema } from '../../../src/schema.ts';
import { useApi, type Actor } from '../../support/api.ts';
import { placesOf } from '../../support/oracles/argument.places.ts';
import { some } from '../../support/oracles/documents.ts';
import { givenPartner } from '../../support/given/partners.ts';

const ID = '01234567-89ab-7def-8123-456789abcdef';

const cursorOf = (sort: string, value: unknown, id: unknown = ID) =>
  Buffer.from(JSON.stringify([sort, value, id])).toString('base64url');

const sample = <Value>(values: fc.Arbitrary<Value>) => fc.sample(values, { seed: 78, numRuns: 5 });

const TIMES = [
  '0001-01-01 00:00:00+00',
  '9999-12-31 23:59:59.999999+00',
  '0000-01-01 00:00:00+00',
  'infinity',
  '2026-02-30 00:00:00+00',
  '294277-01-01 00:00:00+00',
  '\0',
  null,
  1,
];

/** By scalar: values at the limits of the scalar, JavaScript and PostgreSQL, beyond them, and of other types. */
const EXTREMES: Record<string, unknown[]> = {
  DateTime: [
    '0001-01-01T00:00:00Z',
    '0001-01-01T00:00:00+00:01',
    '0000-01-01T00:00:00+14:00',
    '9999-12-31T23:59:59.999Z',
    '9999-12-31T23:59:59.9999999Z',
    '9999-12-31T23:59:59-14:00',
    '-000001-01-01T00:00:00Z',
    '+010000-01-01T00:00:00Z',
    '2026-02-30T00:00:00Z',
    '1990-12-31T23:59:60Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01t00:00:00z',
    '2026-01-01T00:00:00|01:00',
    '2026-01-01',
    'infinity',
    '-infinity',
    'now',
    '',
    '\0',
    0,
    1e20,
    true,
    ...sample(fc.date({ noInvalidDate: true }).map((date) => date.toISOString())),
    ...sample(
      fc
        .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: -23, max: 23 }))
        .map(
          ([year, hours]) =>
            `${String(year).padStart(4, '0')}-01-01T00:00:00${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:59`,
        ),
    ),
  ],
  Int: [2_147_483_647, -2_147_483_648, 2_147_483_648, -1, 0, 100, 1.5, 1e300, '1', true, ...sample(fc.integer())],
  Boolean: ['true', 0, 1],
  ID: [
    '',
    ' ',
    '0',
    5,
    -1,
    1.5,
    true,
    ID.toUpperCase(),
    ` ${ID} `,
    `{${ID}}`,
    `urn:uuid:${ID}`,
    ID.replaceAll('-', ''),
    '00000000-0000-0000-0000-000000000000',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
    '01234567-89ab-0def-0123-456789abcdef',
    'a\0b',
    '\ud800',
    'x'.repeat(20_000),
    ...sample(fc.string({ unit: 'binary' })),
  ],
  String: [
    '',
    'a\0b',
    '\ud800',
    '\u202e',
    '%_\\',
    "'; select 1 --",
    '🦊'.repeat(2_600),
    'x'.repeat(40_000),
    `a${'\u0301'.repeat(5_000)}`,
    `a${'\u034f'.repeat(5_000)}`,
    'Etc/Unknown',
    'posixrules',
    'W10=',
    ...sample(fc.string({ unit: 'binary' })),
  ],
};

const CURSORS = [
  ...['createdAt DESC', 'createdAt ASC', 'occurredAt DESC'].flatMap((sort) =>
    TIMES.map((time) => cursorOf(sort, time)),
  ),
  cursorOf('createdAt DESC', '2026-01-01 00:00:00+00', null),
  cursorOf('createdAt DESC', '2026-01-01 00:00:00+00', 'ffffffff-ffff-ffff-ffff-ffffffffffff'),
];

/** Values of the right type, to find the allowed callers. */
const SAMPLES: Record<string, unknown> = {
  DateTime: '2026-01-01T00:00:00Z',
  Int: 1,
  Boolean: true,
  ID,
  String: 'a@b.example',
};

const api = useApi();
const places = some(placesOf(await createSchema()).filter(({ type }) => type in EXTREMES));
let partner: Actor;

beforeAll(async () => {
  partner = (await givenPartner(api)).actor;
});

const DENIED = /^(UNAUTHENTICATED|FORBIDDEN)$/;

/** One of each kind of allowed caller. For public operations one is enough, even if it fails (signIn). */
async function callersOf(query: string, value: unknown): Promise<(Actor | undefined)[]> {
  const allowed = [];
  for (const actor of [undefined, api.admin, partner]) {
    const { errors = [] } = await api.ask(actor, query, { value });
    if (!errors.some(({ extensions, path }) => path?.length === 1 && DENIED.test(extensions.code))) allowed.push(actor);
  }
  return allowed.length === 0 || allowed.includes(undefined) ? [undefined] : allowed;
}

test.each(places)('F1: no value causes an internal error: $path', async ({ query, type, argument }) => {
  const values = [...(EXTREMES[type] ?? []), ...(argument === 'after' ? CURSORS : [])];
  const callers = await callersOf(query, SAMPLES[type]);

  const faults: unknown[] = [];
  for (const caller of callers) {
    const answers = await Promise.all(values.map((value) => api.ask(caller, query, { value })));
    answers.forEach(({ errors = [] }, index) => {
      const codes = errors.map(({ extensions }) => extensions.code);
      if (codes.includes('INTERNAL_SERVER_ERROR')) faults.push(values[index]);
      if (codes.includes('GRAPHQL_VALIDATION_FAILED')) faults.push(errors);
    });
  }

  expect(faults).toEqual([]);
});
