/** A defense that is removed from the code, and the tests that must fail then. */
export interface Mutant {
  /** The defense, as a sentence that the mutant makes false. */
  defense: string;
  file: string;
  /** A text that occurs once in the file. */
  find: string;
  replace: string;
  /** Test files. One that fails is enough. */
  tests: readonly string[];
}

type Line = [defense: string, find: string, replace: string, ...tests: string[]];

/** Mutants of one file. `tests` apply to each mutant without its own. */
export const inFile = (file: string, tests: readonly string[], lines: readonly Line[]): Mutant[] =>
  lines.map(([defense, find, replace, ...own]) => ({
    defense,
    file,
    find,
    replace,
    tests: own.length > 0 ? own : tests,
  }));
