import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Vite's manifest: https://vite.dev/guide/backend-integration */
interface Chunk {
  file: string;
  imports?: string[];
  css?: string[];
}
type Manifest = Record<string, Chunk>;

/** Separately loaded areas of signed-in users, by the first part of their path. */
const AREAS = { '/admin': 'src/admin/admin.pages.ts', '/partner': 'src/partner/partner.pages.ts' };
const LANGUAGES = ['en', 'de'];

/** Preloads the reader's texts and the page's area by a `Link` header, so that everything loads in parallel. */
export function pageHints(folder: string): (url: string, acceptLanguage: string | undefined) => string {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8')) as Manifest;
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const linksOf = (key: string) =>
    [...filesOf(manifest, key)]
      .filter((file) => !page.includes(file))
      .map((file) => `</${file}>; rel=${file.endsWith('.css') ? 'preload; as=style' : 'modulepreload'}; crossorigin`);
  const textsOf = (texts: string) =>
    new Map(LANGUAGES.map((language) => [language, linksOf(`src/locales/${texts}/${language}.ts`)]));
  const [texts, usersTexts] = [textsOf('visitors'), textsOf('signed-in')];
  const areas = Object.entries(AREAS).map(([path, key]) => [path, linksOf(key)] as const);
  return (url, acceptLanguage = '') => {
    const wanted = acceptLanguage.split(',').map((tag) => tag.trim().slice(0, 2).toLowerCase());
    const language = wanted.find((each) => texts.has(each)) ?? 'en';
    const [, area] = areas.find(([path]) => `${url}/`.replace('?', '/').startsWith(`${path}/`)) ?? [];
    const ofArea = area ? [...(usersTexts.get(language) ?? []), ...area] : [];
    return [...(texts.get(language) ?? []), ...ofArea].join(', ');
  };
}

/** A file of the manifest with its imports and styles. */
function filesOf(manifest: Manifest, key: string, found = new Set<string>()): Set<string> {
  const { file, imports = [], css = [] } = manifest[key] ?? {};
  if (file === undefined || found.has(file)) return found;
  found.add(file);
  for (const sheet of css) found.add(sheet);
  for (const other of imports) filesOf(manifest, other, found);
  return found;
}
