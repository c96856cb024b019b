import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesUnder, pathOf, textOf } from '../support/oracles/documents.ts';

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  'bench/README.md',
  ...filesUnder('docs', '.md'),
];

const isMissing = (path: string) => !existsSync(pathOf(path));

describe.each(documents)('%s', (document) => {
  const text = textOf(document);

  test('links to existing targets', () => {
    const links = Array.from(text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g), ([, link = '']) => link);

    expect(links.map((link) => posix.join(posix.dirname(document), link)).filter(isMissing)).toEqual([]);
  });

  test('names existing files', () => {
    const named = Array.from(text.matchAll(/`((?:src|test|docs|bench)\/[\w./-]+)`/g), ([, path = '']) => path);

    expect(named.filter(isMissing)).toEqual([]);
  });
});
