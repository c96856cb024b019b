import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { checkSettings } from './config.ts';
import { doubtsAbout } from './config.doubts.ts';

/**
 * `config.check.command.js [file]` checks an environment file, or the environment. Prints all problems with the name of
 * the setting, and never a value of a secret. Exits with 1 if there are any.
 */
async function run([file]: readonly string[]): Promise<void> {
  const { given, problems } = checkSettings(file === undefined ? undefined : parseEnv(readFileSync(file, 'utf8')));
  const doubts = await doubtsAbout(given);
  print('The product would not start:', problems);
  print('The product would start, but:', doubts);
  if (problems.length + doubts.length > 0) process.exitCode = 1;
  else process.stdout.write(`The configuration for ${given['NODE_ENV'] ?? 'development'} is complete.\n`);
}

function print(title: string, lines: readonly string[]): void {
  if (lines.length > 0) process.stdout.write([title, ...lines.map((line) => `  ${line}`), ''].join('\n'));
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
