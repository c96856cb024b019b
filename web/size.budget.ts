/* Fails if a page loads more than its budget before first paint. Run after the build. */
import { readFileSync, statSync } from 'node:fs';

interface Chunk {
  file: string;
  imports?: string[];
  css?: string[];
}

/** German has the longest texts. */
const TEXTS = 'src/locales/visitors/de.ts';
const USERS_TEXTS = 'src/locales/signed-in/de.ts';

/** Entries of a visit, with their budget: kB (1,000 bytes) of compressed script, scripts and styles. */
const BUDGETS = [
  { page: 'the application form', entries: [], limit: 200, files: 5 },
  { page: 'every page of partners', entries: ['src/partner/partner.pages.ts', USERS_TEXTS], limit: 285, files: 9 },
  { page: 'every page of admins', entries: ['src/admin/admin.pages.ts', USERS_TEXTS], limit: 300, files: 9 },
];
const manifest = JSON.parse(readFileSync('dist/web/.vite/manifest.json', 'utf8')) as Record<string, Chunk>;

/** Files that index.html loads on every page. */
const base = Array.from(
  readFileSync('dist/web/index.html', 'utf8').matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g),
  ([, file = '']) => file,
);

function filesOf(key: string, found = new Set<string>()): Set<string> {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`${key} is not in the manifest of the build`);
  if (found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const sheet of chunk.css ?? []) found.add(sheet);
  for (const other of chunk.imports ?? []) filesOf(other, found);
  return found;
}

/** Bytes, compressed if the build compresses the file. */
const sizeOf = (file: string): number =>
  (statSync(`dist/web/${file}.br`, { throwIfNoEntry: false }) ?? statSync(`dist/web/${file}`)).size;

const lines = BUDGETS.map(({ page, entries, limit, files: most }) => {
  const files = [...new Set([...base, ...[TEXTS, ...entries].flatMap((entry) => [...filesOf(entry)])])];
  const scripts = files.filter((file) => file.endsWith('.js'));
  const size = scripts.reduce((sum, file) => sum + sizeOf(file), 0);
  return {
    text: `${page}: ${Math.ceil(size / 1000)} of ${limit} kB, ${files.length} of ${most} files`,
    isOver: size > limit * 1000 || files.length > most,
  };
});
process.stdout.write(lines.map(({ text }) => `${text}\n`).join(''));
if (lines.some(({ isOver }) => isOver)) process.exitCode = 1;
