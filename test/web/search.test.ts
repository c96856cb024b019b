import { describe, expect, test } from 'vitest';
import { isOn, pageSearch, parseSearch, stringifySearch, text } from '../../web/src/shared/data/search.ts';

test.each([
  'true',
  'null',
  '1e3',
  '007',
  '12345678901234567890',
  '[1]',
  '{"a":1}',
  '"quoted"',
  'a+b & c=d',
  '%41',
  'ß ✓',
])('a URL keeps the text %j unchanged', (value) => {
  const address = stringifySearch({ search: value });

  expect(parseSearch(address)).toEqual({ search: value });
  expect(text(parseSearch(address)['search'])).toBe(value);
});

test.each([
  ['?search=%22123%22', '123'],
  ['?search=%22007%22', '007'],
  ['?search=%221e3%22', '1e3'],
  ['?search=%22true%22', 'true'],
])('still reads %s, which an earlier version wrote', (address, value) => {
  expect(parseSearch(address)).toEqual({ search: value });
});

test('a URL omits undefined and empty values', () => {
  expect(stringifySearch({ page: 2, search: undefined, status: '', reset: true })).toBe('?page=2&reset=true');
  expect(stringifySearch({ search: undefined })).toBe('');
});

describe('ignores a page that is not a number in range', () => {
  test.each([
    ['2', 2],
    ['1000000', 1_000_000],
    ['1', undefined],
    ['-3', undefined],
    ['1e3', undefined],
    ['2.5', undefined],
    ['0x10', undefined],
    [' 7', undefined],
    ['99999999999999999999', undefined],
    ['true', undefined],
  ])('page=%s', (value, page) => {
    expect(pageSearch({ page: value }, {}).page).toBe(page);
  });
});

test('a text in a URL has at most 200 whole characters', () => {
  expect(text('x'.repeat(500))).toHaveLength(200);
  expect(text(`${'x'.repeat(199)}😀`)?.isWellFormed()).toBe(true);
  expect(text('  ')).toBeUndefined();
});

test('a switch is on only for `true`', () => {
  expect([isOn('true'), isOn(true), isOn('false'), isOn('1'), isOn(undefined)]).toEqual([
    true,
    true,
    undefined,
    undefined,
    undefined,
  ]);
});
