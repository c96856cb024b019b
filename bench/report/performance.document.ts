import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { TrialName } from '../options.ts';
import { asMarkdown, type Report } from './report.ts';

const FILE = join(import.meta.dirname, '../../docs/performance.md');

/** Replaces the text between the trial's markers with the results of this run. @throws Error if the markers are missing */
export async function writeSection(trial: TrialName, { notes, tables }: Report): Promise<void> {
  const [begin, end] = [`<!-- bench:${trial} -->`, `<!-- /bench:${trial} -->`];
  const text = readFileSync(FILE, 'utf8');
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${FILE} needs a line ${begin} and below it a line ${end}.`);
  const shown = [begin, commandLine(), ...notes, ...tables.map(asMarkdown)].join('\n\n');
  const whole = `${text.slice(0, from)}${shown}\n\n${text.slice(to)}`;
  writeFileSync(FILE, await format(whole, { ...(await resolveConfig(FILE)), filepath: FILE }));
}

/** The command without local paths. */
function commandLine(): string {
  const parameters = process.argv.slice(2).join(' ');
  return `\`npm run bench -- ${parameters.replaceAll(/--before[ =]\S+/g, '--before <folder>')}\``;
}
