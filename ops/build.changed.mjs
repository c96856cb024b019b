/*
 * Builds the server and the web pages, side by side, if their sources have changed since the last build. `npm start`
 * runs it each time. Arguments name the parts to build.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Settings of the server's build, and the words that it takes from the pages. */
const SERVER = [
  'tsconfig.json',
  'ops/build.server.mjs',
  'web/src/activity/changes.ts',
  ...filesUnder('web/src/locales'),
];
const PARTS = [
  { name: 'server', script: 'build', folder: 'src', others: SERVER, made: 'dist/main.js' },
  { name: 'web', script: 'build:web', folder: 'web', others: [], made: 'dist/web/index.html' },
];

const only = process.argv.slice(2);
await Promise.all(PARTS.filter(({ name }) => only.length === 0 || only.includes(name)).map(buildIfChanged));

/** Sets the exit code of this process if the build fails. */
async function buildIfChanged({ name, script, folder, others, made }) {
  const stamp = `dist/${name}.stamp`;
  const sources = stampOf([...filesUnder(folder), ...others, 'package.json', 'package-lock.json']);
  if (existsSync(made) && existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  const [status] = await once(spawn(process.execPath, ['--run', script], { stdio: 'inherit' }), 'exit');
  if (status === 0) writeFileSync(stamp, sources);
  else process.exitCode = status ?? 1;
}

function filesUnder(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

function stampOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths.sort()) hash.update(path).update(readFileSync(path));
  return hash.digest('hex');
}
