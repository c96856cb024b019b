import { MARK_HUES } from '../../theme/colors.ts';

/** Two letters at most: those of the first two words, or the first two of a single word. */
export function initialsOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const [first = '', second = ''] = words;
  const letters = second === '' ? [...first].slice(0, 2) : [[...first][0] ?? '', [...second][0] ?? ''];
  return letters.join('').toLocaleUpperCase();
}

/** The same name has the same tint on every page. */
export function hueOf(name: string): number {
  let hash = 0;
  for (const letter of name) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return MARK_HUES[hash % MARK_HUES.length] ?? MARK_HUES[0];
}
