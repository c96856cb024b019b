import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { pathOf, textOf } from '../support/oracles/documents.ts';
import { compile } from '../support/processes/product.process.ts';

/** Mebibytes of the server with its packages. Less means that the build or the measurement failed. */
const LEAST = 4;

/** Every package makes images larger, starts slower and audits longer. The client of S3 has 1 MB. */
const MOST = 17;

/** The pages, and what starts left behind. */
const isOther = (name: string) => ['web', 'cache'].includes(name.split(sep)[0] ?? '');

beforeAll(() => compile('server'));

test('the server and its packages are small', () => {
  const files = readdirSync(pathOf('dist'), { recursive: true, encoding: 'utf8' }).filter((name) => !isOther(name));
  const bytes = files.reduce((sum, name) => sum + statSync(pathOf(`dist/${name}`)).size, 0);

  const mebibytes = bytes / 1024 ** 2;

  expect(mebibytes).toSatisfy(() => mebibytes > LEAST && mebibytes < MOST);
});

test('the server needs no packages beside its build', async () => {
  const image = mkdtempSync(join(tmpdir(), 'image-'));
  onTestFinished(() => rmSync(image, { recursive: true }));
  cpSync(pathOf('package.json'), join(image, 'package.json'));
  cpSync(pathOf('dist'), join(image, 'dist'), { recursive: true });
  const parts = readdirSync(join(image, 'dist/chunks')).filter((name) => name.endsWith('.js'));

  const load = parts.map((name) => `await import('./dist/chunks/${name}');`).join('');
  const print = promisify(execFile)(process.execPath, ['dist/schema.print.js'], { cwd: image });
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', load], { cwd: image });

  expect((await print).stdout).toBe(textOf('schema.graphql'));
});
