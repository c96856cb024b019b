import { execFile, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pathOf } from '../support/oracles/documents.ts';

const run = promisify(execFile);

/** `npm run test:long` runs the other checks and the tests of all operations, which take minutes. */
const isLong = process.env['WHOLE_NEW_FEATURE'] !== undefined;

const CHECKS = ['check:types', 'check:imports', 'check:permissions', 'migration:check'];
const LONG_CHECKS = ['check:format', 'check:lint', 'check:unused', 'check:schema', 'check:spelling', 'check:web'];
const TESTS = [
  'test/deals',
  'test/price-lists',
  'test/core/expected-version.test.ts',
  'test/core/features.test.ts',
  'test/migrations',
  'test/web',
  'test/documentation/errors.test.ts',
  'test/security/tenants/tenant-tables.test.ts',
];
const LONG_TESTS = [
  'test/core/no-query-per-row.test.ts',
  'test/documentation/operations.test.ts',
  'test/security/permissions.test.ts',
  'test/security/requests',
  'test/security/tenants',
];

const folder = mkdtempSync(join(tmpdir(), 'new-feature-'));

// Vitest sets NODE_ENV, and would build other pages than a developer.
const { NODE_ENV: _, ...environment } = process.env;

const inCopy = (program: string, args: string[]) =>
  run(program, args, { cwd: folder, env: environment, maxBuffer: 2 ** 26 });

/** Returns the output of the program if it failed. */
async function problemsOf(program: string, args: string[]): Promise<string> {
  try {
    await inCopy(program, args);
    return '';
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    return `${stdout}${stderr}` || String(error);
  }
}

beforeAll(async () => {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: pathOf(''),
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  const paths = listed
    .split('\0')
    .filter((path) => path && !path.startsWith('docs/images/') && existsSync(pathOf(path)));
  for (const path of paths) cpSync(pathOf(path), join(folder, path), { recursive: true });
  symlinkSync(pathOf('node_modules'), join(folder, 'node_modules'));
  // Two, because the second one meets the lines of the first.
  for (const noun of ['price-list', 'deal']) await inCopy(process.execPath, ['ops/new.feature.ts', noun]);
}, 600_000);

afterAll(() => rmSync(folder, { recursive: true }));

test.each(isLong ? [...CHECKS, ...LONG_CHECKS] : CHECKS)(
  'a new feature passes %s',
  async (script) => {
    expect(await problemsOf(process.execPath, ['--run', script])).toBe('');
  },
  300_000,
);

test('a new feature passes its own tests and the generated ones', async () => {
  const files = isLong ? [...TESTS, ...LONG_TESTS] : TESTS;

  expect(await problemsOf('node_modules/.bin/vitest', ['run', '--reporter=dot', ...files])).toBe('');
}, 900_000);

test.each([
  { why: 'an existing name', args: ['deal'], says: 'src/deals already exists.' },
  { why: 'a name in capitals', args: ['Deal'], says: '"Deal" is not a valid name' },
  { why: 'a plural that equals the singular', args: ['series', '--plural', 'series'], says: 'must differ' },
  { why: 'no name', args: [], says: 'Name one feature' },
])('refuses $why', async ({ args, says }) => {
  expect(await problemsOf(process.execPath, ['ops/new.feature.ts', ...args])).toContain(says);
});
