import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forbiddenIn, PILED_UP, tidyLine, tidyLines } from '../../src/core/text/text.tidy.ts';
import { shown } from '../../web/src/shared/shown.text.ts';
import { anyText, PASTED, SHOWS_NOTHING } from '../support/texts/pasted.texts.ts';

const lengthOf = (text: string) => Array.from(text).length;
const isTaken = (tidy: string) => tidy !== '' && forbiddenIn(tidy) === undefined && !PILED_UP.test(tidy);

/** A form must accept everything that the API accepts. */
function expectAgreement(text: string): void {
  for (const tidy of [tidyLine(text), tidyLines(text)].filter(isTaken)) {
    expect(shown(text)).not.toBe('');
    expect(lengthOf(shown(text))).toBeLessThanOrEqual(lengthOf(tidy));
  }
}

test.each([...PASTED, ...SHOWS_NOTHING].map(([name, text]) => ({ name, text })))(
  'a form accepts the values that the API accepts: $name',
  ({ text }) => {
    expectAgreement(text);
  },
);

test('a form accepts any text that the API accepts', () => {
  fc.assert(fc.property(anyText, expectAgreement), { numRuns: 20_000, seed: 76 });
});
