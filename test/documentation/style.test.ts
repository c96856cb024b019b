import { expect, test } from 'vitest';
import { examplesOf, filesUnder, textOf } from '../support/oracles/documents.ts';

/** Without the parts that the format adds to long lines. */
const inOneLine = (text: string) => text.replaceAll(/\s+|,(?=\s*\))/g, '');

const code = [...filesUnder('src', '.ts'), ...filesUnder('test', '.ts')].map(textOf).map(inOneLine);

test.each(examplesOf(textOf('docs/style.md'), 'ts'))('the example is in the code: %s', (example) => {
  expect(code.some((text) => text.includes(inOneLine(example).replace(/;$/, '')))).toBe(true);
});
