import classes from './palette.module.css';

/** Letters without a decomposition, as the API folds them. */
const LETTERS: Record<string, string> = { ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', đ: 'd', ł: 'l', ı: 'i' };

/** Each letter without case and accents: Müller has the letters of muller. */
const foldedLetters = (text: string): string[] =>
  Array.from(text, (letter) =>
    Array.from(letter.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase(), (each) => LETTERS[each] ?? each).join(
      '',
    ),
  );

/** The text without case and accents. */
export const folded = (text: string): string => foldedLetters(text).join('').trim();

/** The part of `text` that has the letters of `wanted`: before, found and after. Undefined if it has none. */
function partsOf(text: string, wanted: string): [string, string, string] | undefined {
  const sought = folded(wanted);
  const each = foldedLetters(text);
  const start = sought === '' ? -1 : each.join('').indexOf(sought);
  if (start < 0) return undefined;
  let [at, from, to] = [0, -1, each.length];
  for (const [index, letter] of each.entries()) {
    if (from < 0 && at + letter.length > start) from = index;
    at += letter.length;
    if (at >= start + sought.length) {
      to = index + 1;
      break;
    }
  }
  const letters = Array.from(text);
  const part = (begin: number, end?: number) => letters.slice(begin, end).join('');
  return [part(0, from), part(from, to), part(to)];
}

/** The text, with the found letters underlined. */
export function FoundLetters({ text, wanted }: { text: string; wanted: string }) {
  const parts = partsOf(text, wanted);
  if (!parts) return text;
  return (
    <>
      {parts[0]}
      <mark className={classes['found']}>{parts[1]}</mark>
      {parts[2]}
    </>
  );
}
