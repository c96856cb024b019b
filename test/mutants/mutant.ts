/** One defense taken out of the code, and the tests that must notice. */
export interface Mutant {
  /** The defense, as a sentence that the mutant makes false. */
  defense: string;
  file: string;
  /** A text that the file holds once. */
  find: string;
  replace: string;
  /** Test files; one that fails is enough. */
  tests: readonly string[];
}

type Line = [defense: string, find: string, replace: string, ...tests: string[]];

/** Mutants of one file. `tests` are those of each line that names none itself. */
export const inFile = (file: string, tests: readonly string[], lines: readonly Line[]): Mutant[] =>
  lines.map(([defense, find, replace, ...own]) => ({
    defense,
    file,
    find,
    replace,
    tests: own.length > 0 ? own : tests,
  }));
