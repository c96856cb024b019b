import { execFileSync } from 'node:child_process';

/** The output of a program, or nothing if the machine has no such program. */
export function outputOf(program: string, ...words: string[]): string {
  try {
    return execFileSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return '';
  }
}

/** Whether the machine has the program. `words` are arguments with which it ends soon, such as `--version`. */
export function isInstalled(program: string, ...words: string[]): boolean {
  try {
    execFileSync(program, words, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
