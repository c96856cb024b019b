/** Those of the names that a text mentions after an @. The longest counts, and only at the end of a word. */
export function mentionedIn(text: string, names: readonly string[]): ReadonlySet<string> {
  const longestFirst = names.toSorted((one, other) => other.length - one.length);
  const choices = longestFirst.map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)).join('|');
  const mention = new RegExp(String.raw`@(${choices})(?!-?[\p{L}\p{M}\p{N}])`, 'gu');
  return new Set(Array.from(text.matchAll(mention), ([, name = '']) => name));
}
