import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Where a file of the repository is, by its path from the top. */
export const pathOf = (path: string): string => `${ROOT}${path}`;

/** A file of the repository as text, by its path from the top. */
export const textOf = (path: string): string => readFileSync(pathOf(path), 'utf8');

/** A list that must not be empty, or a test of all its items would test nothing. */
export function some<Item>(items: Item[]): Item[] {
  if (items.length === 0) throw new Error('There is nothing to test.');
  return items;
}

/** The files under a folder of the repository whose names end so, as paths from the top: at least one. */
export const filesUnder = (folder: string, ending: string): string[] =>
  some(
    readdirSync(pathOf(folder), { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name}`)
      .filter((path) => path.endsWith(ending)),
  );

/** The fenced examples of a Markdown text in one language, in their order. */
export function examplesOf(markdown: string, language: string): string[] {
  const fenced = markdown.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'));
  return Array.from(fenced, ([, example = '']) => example.trim());
}

/** The rows of a Markdown text's tables, as their cells; without those of the heads. */
export function tableRowsOf(markdown: string): string[][] {
  const rows = markdown.split('\n').filter((line, index, lines) => line.startsWith('|') && !isHead(lines, index));
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const RULE = /^\|[ :|-]+\|$/;
const isHead = (lines: string[], index: number): boolean =>
  RULE.test(lines[index] ?? '') || RULE.test(lines[index + 1] ?? '');

/** The value with every part of it replaced by the kind of thing that it is; of a list its first item stands for all. */
export function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map((item) => shapeOf(item));
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shapeOf(part)]));
}
