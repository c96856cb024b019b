import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Of Vite's manifest: https://vite.dev/guide/backend-integration */
interface Chunk {
  file: string;
  imports?: string[];
  css?: string[];
}
type Manifest = Record<string, Chunk>;

/** Areas of the pages that are loaded by themselves, by the first part of their addresses. */
const AREAS = { '/admin': 'src/admin/admin.pages.ts', '/partner': 'src/partner/partner.pages.ts' };
const LANGUAGES = ['en', 'de'];

/**
 * Tells the browser in the `Link` header of index.html what it will ask for next, so that everything is loaded at once: the texts
 * of the reader's language and the area of the page.
 */
export function pageHints(folder: string): (url: string, acceptLanguage: string | undefined) => string {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8')) as Manifest;
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const linksOf = (key: string) =>
    [...filesOf(manifest, key)]
      .filter((file) => !page.includes(file))
      .map((file) => `</${file}>; rel=${file.endsWith('.css') ? 'preload; as=style' : 'modulepreload'}; crossorigin`);
  const texts = new Map(LANGUAGES.map((language) => [language, linksOf(`src/locales/${language}.ts`)]));
  const areas = Object.entries(AREAS).map(([path, key]) => [path, linksOf(key)] as const);
  return (url, acceptLanguage = '') => {
    const wanted = acceptLanguage.split(',').map((tag) => tag.trim().slice(0, 2).toLowerCase());
    const language = wanted.find((each) => texts.has(each)) ?? 'en';
    const [, area = []] = areas.find(([path]) => `${url}/`.replace('?', '/').startsWith(`${path}/`)) ?? [];
    return [...(texts.get(language) ?? []), ...area].join(', ');
  };
}

/** What is loaded with a file of the manifest: itself, what it imports, and their styles. */
function filesOf(manifest: Manifest, key: string, found = new Set<string>()): Set<string> {
  const { file, imports = [], css = [] } = manifest[key] ?? {};
  if (file === undefined || found.has(file)) return found;
  found.add(file);
  for (const sheet of css) found.add(sheet);
  for (const other of imports) filesOf(manifest, other, found);
  return found;
}
