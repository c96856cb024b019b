import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { asMarkdown, type Report } from './report.ts';

interface Section {
  name: string;
  /** The command that measures it, without local paths. */
  command: string;
}

/** Replaces the text between a section's markers with the results of this run. @throws Error if the markers are missing */
export async function writeSection(file: string, { name, command }: Section, { notes, tables }: Report): Promise<void> {
  const [begin, end] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
  const text = readFileSync(file, 'utf8');
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${file} needs a line ${begin} and below it a line ${end}.`);
  const shown = [begin, `\`${command}\``, ...notes, ...tables.map(asMarkdown)].join('\n\n');
  const whole = `${text.slice(0, from)}${shown}\n\n${text.slice(to)}`;
  writeFileSync(file, await format(whole, { ...(await resolveConfig(file)), filepath: file }));
}
