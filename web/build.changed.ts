/* Builds the web pages, unless they were built of the very same sources: `npm start` runs it each time, so it takes some ms. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const STAMP = 'dist/web.stamp';

const sources = readdirSync('web', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => join(parentPath, name))
  .sort();
const hash = createHash('sha256');
for (const path of [...sources, 'package-lock.json']) hash.update(path).update(readFileSync(path));
const stamp = hash.digest('hex');

if (stamp !== lastStamp()) {
  const { build } = await import('vite');
  await build({ root: 'web', logLevel: 'warn' });
  writeFileSync(STAMP, stamp);
}

function lastStamp(): string | undefined {
  try {
    readFileSync('dist/web/index.html');
    return readFileSync(STAMP, 'utf8');
  } catch {
    return undefined; // never built, or removed
  }
}
