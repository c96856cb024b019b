import { readFileSync } from 'node:fs';

export type Variables = Record<string, string | undefined>;

/** A setting whose value is the content of a file, as Docker and Kubernetes provide secrets. */
export const FILE_ENDING = '_FILE';

/**
 * Adds the settings that are given as `<name>_FILE`, without the last line end of the file. Returns a problem for each
 * file that cannot be read, and for each setting that is given both ways.
 */
export function withFiles(variables: Variables, names: readonly string[]): { given: Variables; problems: string[] } {
  const problems: string[] = [];
  const read: Variables = {};
  for (const name of names) {
    const variable = name + FILE_ENDING;
    const path = variables[variable];
    if (path === undefined) continue;
    if (variables[name] !== undefined) problems.push(`${variable}: must not be set if ${name} is`);
    else read[name] = contentOf(path, (problem) => problems.push(`${variable}: ${problem}`));
  }
  return { given: { ...variables, ...read }, problems };
}

function contentOf(path: string, report: (problem: string) => void): string | undefined {
  try {
    const content = readFileSync(path, 'utf8').replace(/\r?\n$/, '');
    if (content.trim()) return content;
    report(`${path} is empty`);
  } catch (error) {
    report(`${path} cannot be read (${error instanceof Error && 'code' in error ? String(error.code) : 'unknown'})`);
  }
  return undefined;
}
