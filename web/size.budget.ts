/* Fails where a page makes the browser load more script than it may, before anything is shown. Run after the build. */
import { readFileSync, statSync } from 'node:fs';

interface Chunk {
  file: string;
  imports?: string[];
}

/** Entries of a visit, and how many kB (1,000 bytes) of brotli-compressed script they may have together. */
const BUDGETS = [
  { page: 'the application form', entries: ['index.html', 'src/public/apply.page.tsx'], texts: 'apply', limit: 200 },
  {
    page: 'the largest page of the admins',
    entries: ['index.html', 'src/admin/admin.shell.tsx', 'src/admin/applications/applications.page.tsx'],
    texts: 'admin',
    limit: 350,
  },
];

const manifest = JSON.parse(readFileSync('dist/web/.vite/manifest.json', 'utf8')) as Record<string, Chunk>;

function filesOf(key: string, found = new Set<string>()): Set<string> {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`${key} is not in the manifest of the build`);
  if (found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const other of chunk.imports ?? []) filesOf(other, found);
  return found;
}

const lines = BUDGETS.map(({ page, entries, texts, limit }) => {
  const languages = ['common', texts].map((area) => `src/locales/de/${area}.ts`); // the longer of the two
  const files = new Set([...entries, ...languages].flatMap((entry) => Array.from(filesOf(entry))));
  const size = Array.from(files, (file) => statSync(`dist/web/${file}.br`).size).reduce((sum, bytes) => sum + bytes, 0);
  return { text: `${page}: ${Math.ceil(size / 1000)} of ${limit} kB`, isOver: size > limit * 1000 };
});
process.stdout.write(lines.map(({ text }) => `${text}\n`).join(''));
if (lines.some(({ isOver }) => isOver)) process.exitCode = 1;
