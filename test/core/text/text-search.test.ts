import { expect, test } from 'vitest';
import { rarestTrigrams, sampleOf } from '../../../src/core/lists/text.search.ts';

/** 200 rows have `company`, of which 20 have `acme` too, and 1 `polar`. */
const SAMPLE = sampleOf(
  Array.from({ length: 200 }, (_, index) => `company ${index < 20 ? 'acme' : ''} ${index === 0 ? 'polar' : ''}`),
);

test.each([
  { text: 'company', what: 'is in the sample', rarest: undefined },
  { text: 'POLAR', what: 'is in the sample, in another case', rarest: undefined },
  { text: 'acme company', what: 'has no rare one', rarest: undefined },
  { text: 'abcd', what: 'has too few', rarest: undefined },
  { text: 'ünïcödé ünïcödé', what: 'has none of ASCII letters', rarest: undefined },
  { text: 'xyz company', what: 'has one that nobody has', rarest: ['xyz', 'com', 'omp'] },
  { text: 'Xyz7 acme', what: 'has two', rarest: ['Xyz', 'yz7', 'acm'] },
  { text: 'polar company', what: 'has some that few have: from all over the text', rarest: ['pol', 'ola', 'lar'] },
  { text: 'abcdefg', what: 'has many', rarest: ['abc', 'cde', 'efg'] },
  { text: 'company abcdefghij acme', what: 'has many in the middle', rarest: ['abc', 'def', 'hij'] },
])('the rarest trigrams of $text, which $what', ({ text, rarest }) => {
  expect(rarestTrigrams(text, SAMPLE)).toEqual(rarest);
});

test('finds nothing rare without rows', () => {
  expect(rarestTrigrams('abcdefghij', sampleOf([]))).toBeUndefined();
});
