import { expect, test } from 'vitest';
import { rarestTrigrams, sampleOf } from '../../../src/core/lists/text.search.ts';

/** 200 rows have `company`, of which 20 have `acme` too, and 1 `polar`. */
const SAMPLE = sampleOf(
  Array.from({ length: 200 }, (_, index) => `company ${index < 20 ? 'acme' : ''} ${index === 0 ? 'polar' : ''}`),
);

test.each([
  { text: 'company', what: 'are in the sample', rarest: undefined },
  { text: 'POLAR', what: 'are in the sample in another letter case', rarest: undefined },
  { text: 'acme company', what: 'have no rare one', rarest: undefined },
  { text: 'abcd', what: 'are too few', rarest: undefined },
  { text: 'ünïcödé ünïcödé', what: 'have no ASCII letters', rarest: undefined },
  { text: 'xyz company', what: 'include one that no row has', rarest: ['xyz', 'com', 'omp'] },
  { text: 'Xyz7 acme', what: 'are two', rarest: ['Xyz', 'yz7', 'acm'] },
  { text: 'polar company', what: 'include rare ones from across the text', rarest: ['pol', 'ola', 'lar'] },
  { text: 'abcdefg', what: 'are many', rarest: ['abc', 'cde', 'efg'] },
  { text: 'company abcdefghij acme', what: 'are many in the middle', rarest: ['abc', 'def', 'hij'] },
])('the rarest trigrams of $text, which $what', ({ text, rarest }) => {
  expect(rarestTrigrams(text, SAMPLE)).toEqual(rarest);
});

test('finds no rare trigrams without rows', () => {
  expect(rarestTrigrams('abcdefghij', sampleOf([]))).toBeUndefined();
});
