/**
 * Removes one defense after the other from a copy of the code, and checks that a test fails: `npm run test:mutants`.
 * `-- --only limits` runs the mutants whose area, file or defense contains the text, such as `A5:`. `-- --shard 1/4` runs a quarter.
 * First the tests run without a mutant, unless `-- --trust` says that they pass. Exits with 1 if the text of a mutant
 * is not in its file, or if less than 90 % are killed. Takes about 10 s for each mutant.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { areas } from './areas.mutants.ts';
import type { Mutant } from './mutant.ts';

const ROOT = join(import.meta.dirname, '../..');
const LEFT_OUT = new Set(['node_modules', '.git', 'dist', '.data', 'bench', 'test-results']);
const LEAST_KILLED = 0.9;
/** Milliseconds for one mutant's tests: a mutant that hangs counts as killed. */
const PATIENCE = 300_000;

const all = Object.entries(areas);
const {
  only,
  shard = '1/1',
  trust = false,
} = parseArgs({
  options: { only: { type: 'string', multiple: true }, shard: { type: 'string' }, trust: { type: 'boolean' } },
}).values;
const [part = 1, parts = 1] = shard.split('/').map(Number);
const chosen = all
  .flatMap(([area, mutants]) => mutants.map((mutant) => ({ area, ...mutant })))
  .filter(({ area, file, defense }) => !only || only.some((text) => [area, file, defense].join(' ').includes(text)))
  .filter((_, index) => index % parts === part - 1);

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const wrong = all.flatMap(([, mutants]) => mutants).filter((mutant) => !isUpToDate(mutant));
for (const { file, defense } of wrong) say(`out of date   ${file}: ${defense}`);
if (wrong.length > 0 || chosen.length === 0) process.exit(1);

const copy = mkdtempSync(join(tmpdir(), 'mutants-'));
process.on('SIGINT', () => process.exit(130));
process.on('exit', () => rmSync(copy, { recursive: true, force: true }));
cpSync(ROOT, copy, { recursive: true, filter: (path) => !LEFT_OUT.has(basename(path)) });
symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));

// A test that always fails would kill every mutant.
const broken = trust
  ? undefined
  : failureOf(
      chosen.flatMap(({ tests }) => tests),
      10 * PATIENCE,
    );
if (broken !== undefined) {
  say(`A test fails without a mutant: ${broken}`);
  process.exit(1);
}
const results = chosen.map((mutant) => ({ ...mutant, isKilled: isKilled(mutant) }));

for (const [area] of all) {
  const ofArea = results.filter((result) => result.area === area);
  if (ofArea.length > 0) say(`${area.padEnd(14)}${summary(ofArea)}`);
}
say(`${'all'.padEnd(14)}${summary(results)}`);
if (rate(results) < LEAST_KILLED) process.exitCode = 1;

/** Whether the text occurs once in the file, and all tests exist. */
function isUpToDate({ file, find, tests }: Mutant): boolean {
  const places = readFileSync(join(ROOT, file), 'utf8').split(find).length - 1;
  return places === 1 && tests.every((test) => existsSync(join(ROOT, test)));
}

function isKilled({ area, file, find, replace, defense, tests }: Mutant & { area: string }): boolean {
  const path = join(copy, file);
  const original = readFileSync(path, 'utf8');
  try {
    writeFileSync(
      path,
      original.replace(find, () => replace),
    );
    const failure = failureOf(tests);
    say(`${failure === undefined ? 'SURVIVED' : 'killed  '}  ${area.padEnd(12)}  ${defense}  ${failure ?? ''}`);
    return failure !== undefined;
  } finally {
    writeFileSync(path, original);
  }
}

/** The first test of these files that fails; undefined if all pass. A run that fails without a failed test is repeated once. */
function failureOf(tests: readonly string[], timeout = PATIENCE, isAgain = false): string | undefined {
  const vitest = join(copy, 'node_modules/vitest/vitest.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [vitest, 'run', '--bail', '1', ...new Set(tests)], {
    cwd: copy,
    timeout,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
    maxBuffer: 64 * 1024 ** 2,
  });
  if (status === 0) return undefined;
  const failed = / FAIL {2}(.*)/.exec(stdout + stderr)?.[1];
  if (failed === undefined && !isAgain) return failureOf(tests, timeout, true);
  return failed ?? 'no test failed, but the run did';
}

function rate(some: readonly { isKilled: boolean }[]): number {
  return some.filter(({ isKilled: killed }) => killed).length / some.length;
}

function summary(some: readonly { isKilled: boolean }[]): string {
  const killed = some.filter(({ isKilled: each }) => each).length;
  return `${killed} of ${some.length} killed (${Math.floor(rate(some) * 100)} %)`;
}
