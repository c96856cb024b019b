import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { filesUnder, pathOf, some, textOf } from '../support/oracles/documents.ts';

test('each program that a shipped file starts is built from a source', () => {
  const files = ['image', 'compose', 'kubernetes', 'systemd'].flatMap((folder) => filesUnder(`ops/${folder}`, ''));
  const texts = [...files.filter((path) => /\.\w+$|file$/.test(path)), ...filesUnder('docs/installation', '.md')];
  const started = texts.flatMap((path) =>
    Array.from(textOf(path).matchAll(/\bdist\/([\w./-]+)\.js\b/g), ([, name = '']) => name),
  );

  expect(some([...new Set(started)]).filter((name) => !existsSync(pathOf(`src/${name}.ts`)))).toEqual([]);
});
