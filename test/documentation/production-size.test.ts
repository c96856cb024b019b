import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { expect, test } from 'vitest';
import { pathOf, textOf } from '../support/oracles/documents.ts';

/** Mebibytes. Less means that the measurement failed. */
const LEAST = 20;

/** Mebibytes on the disk, as `du -m` counts them: every package makes images larger and audits longer. */
const MOST = 80;

interface Lock {
  packages: Record<string, { dev?: boolean; devOptional?: boolean }>;
}

test('the production image has few and small packages', () => {
  const dropped = Array.from(textOf('ops/Dockerfile').matchAll(/-name '\*(\.\w+)'/g), ([, ending = '']) => ending);
  const { packages } = JSON.parse(textOf('package-lock.json')) as Lock;
  const paths = Object.entries(packages).filter(([path, { dev, devOptional }]) => path && !dev && !devOptional);

  const sizes = paths.map(([path]) => ({ path, mebibytes: sizeOf(pathOf(path), dropped) / 1024 ** 2 }));

  const total = sizes.reduce((sum, { mebibytes }) => sum + mebibytes, 0);
  const largest = sizes.toSorted((one, other) => other.mebibytes - one.mebibytes).slice(0, 20);
  expect(dropped).not.toEqual([]);
  expect(sizes.filter(({ mebibytes }) => mebibytes > 0).length).toBeGreaterThan(paths.length / 2);
  expect({ total, largest }).toSatisfy(() => total > LEAST && total < MOST);
});

/** Bytes on disk of a package's own files, except those with such endings. */
function sizeOf(folder: string, dropped: string[]): number {
  if (!existsSync(folder)) return 0; // for other machines
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.split(sep).includes('node_modules') && !dropped.some((ending) => name.endsWith(ending)))
    .reduce((sum, name) => sum + statSync(join(folder, name)).blocks * 512, 0);
}
