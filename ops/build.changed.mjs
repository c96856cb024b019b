/*
 * Builds the server and the web pages if their sources have changed since the last build. `npm start` runs it each
 * time.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PARTS = [
  {
    name: 'server',
    script: 'build',
    folder: 'src',
    others: ['tsconfig.json', 'tsconfig.build.json'],
    made: 'dist/main.js',
  },
  { name: 'web', script: 'build:web', folder: 'web', others: [], made: 'dist/web/index.html' },
];

for (const { name, script, folder, others, made } of PARTS) {
  const stamp = `dist/${name}.stamp`;
  const sources = stampOf([...filesUnder(folder), ...others, 'package.json', 'package-lock.json']);
  if (existsSync(made) && existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) continue;
  const { status } = spawnSync(process.execPath, ['--run', script], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(stamp, sources);
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
