import { expect, test } from 'vitest';
import { decodeCursor, encodeCursor } from '../../src/core/lists/page.cursor.ts';

const ID = '01234567-89ab-7def-8123-456789abcdef';
const SORT = 'createdAt DESC';

test.each([
  '2026-11-22 15:23:51+00',
  '2026-11-22 15:23:51.12+00',
  '2024-02-29 00:00:00.000001+00',
  '0001-01-01 23:59:59+00',
])('decodes a position in time: %s', (value) => {
  expect(decodeCursor(encodeCursor(SORT, { value, id: ID }), SORT, true)).toEqual({ value, id: ID });
});

const forged = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url');

// The database would refuse each of these with its own error.
test.each([
  ['another order', forged(['createdAt ASC', '2026-11-22 15:23:51+00', ID])],
  ['no such day', forged([SORT, '2026-02-30 00:00:00+00', ID])],
  ['no such month', forged([SORT, '2026-13-01 00:00:00+00', ID])],
  ['no such time', forged([SORT, '2026-01-01 24:00:01+00', ID])],
  ['no time at all', forged([SORT, '9999-99-99 99:99:99+00', ID])],
  ['the year 0', forged([SORT, '0000-01-01 00:00:00+00', ID])],
  ['the end of time', forged([SORT, 'infinity', ID])],
  ['another zone', forged([SORT, '2026-11-22 15:23:51+01', ID])],
  ['a number', forged([SORT, 5, ID])],
  ['no id', forged([SORT, '2026-11-22 15:23:51+00', 'x'])],
  ['an object', forged({ sort: SORT })],
  ['no JSON', Buffer.from('{').toString('base64url')],
  ['nothing', ''],
])('C2: refuses a forged cursor: %s', (_, cursor) => {
  expect(() => decodeCursor(cursor, SORT, true)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
});

test('accepts any text without NUL', () => {
  const decoded = (value: string) =>
    decodeCursor(forged(['companyName ASC', value, ID]), 'companyName ASC', false).value;

  expect(decoded("x' or 1=1 --")).toBe("x' or 1=1 --");
  expect(() => decoded('a\u0000b')).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
});
