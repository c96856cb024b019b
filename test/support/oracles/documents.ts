import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Returns the location of a repository file by its path from the root. */
export const pathOf = (path: string): string => `${ROOT}${path}`;

/** Reads a repository file by its path from the root. */
export const textOf = (path: string): string => readFileSync(pathOf(path), 'utf8');

/** Refuses an empty list, because a test of all its items would test nothing. */
export function some<Item>(items: Item[]): Item[] {
  if (items.length === 0) throw new Error('There is nothing to test.');
  return items;
}

/** Returns the files below a folder with this ending, as paths from the root. At least one. */
export const filesUnder = (folder: string, ending: string): string[] =>
  some(
    readdirSync(pathOf(folder), { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name}`)
      .filter((path) => path.endsWith(ending)),
  );

/** Returns the fenced examples of a Markdown text in one language, in order. */
export function examplesOf(markdown: string, language: string): string[] {
  const fenced = markdown.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'));
  return Array.from(fenced, ([, example = '']) => example.trim());
}

/** Returns the table rows of a Markdown text as cells, without headers. */
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

/** Replaces every part of a value with its type. The first item stands for a whole list. */
export function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map((item) => shapeOf(item));
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shapeOf(part)]));
}
