import { expect, test } from 'vitest';
import { rarestOf } from '../../src/core/text.search.ts';

const FREQUENT = new Map([
  ['com', 0.5],
  ['omp', 0.4],
  ['mpa', 0.3],
  ['pan', 0.2],
  ['any', 0.1],
]);

test.each([
  { text: 'company', what: 'no rare one', rarest: undefined },
  { text: 'Company X7', what: 'no rare one but over the ends of words', rarest: undefined },
  { text: 'abcd', what: 'fewer than three', rarest: undefined },
  { text: 'ünïcödé ünïcödé', what: 'none of ASCII letters', rarest: undefined },
  { text: 'xyz company', what: 'one rare one', rarest: ['xyz', 'any', 'pan'] },
  { text: 'Xyz7 company', what: 'two rare ones', rarest: ['Xyz', 'yz7', 'any'] },
  { text: 'abcdefg', what: 'many: from all over the text', rarest: ['abc', 'cde', 'efg'] },
  { text: 'company abcdefghij company', what: 'many in the middle', rarest: ['abc', 'def', 'hij'] },
])('the rarest trigrams of $text: $what', ({ text, rarest }) => {
  expect(rarestOf(text, FREQUENT)).toEqual(rarest);
});

test('where nothing is known, nothing is rare', () => {
  expect(rarestOf('abcdefghij', new Map())).toBeUndefined();
});
