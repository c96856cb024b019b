import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { descriptions } from './config.descriptions.ts';
import { settings } from './config.settings.ts';

// `npm run configuration` prints docs/configuration.md: it keeps the text and builds the table from the settings.

const PAGE = 'docs/configuration.md';
const HEAD = '| Variable | What it sets | Default | Limits |';

function rowOf([name, type]: [string, z.ZodType]): string {
  const description = descriptions.get(type);
  if (!description) throw new Error(`${name} has no description.`);
  const { sets, allowed, requiredInProduction, fromFile } = description;
  const byDefault = description.default ?? defaultOf(type);
  const marks = (requiredInProduction ? ' \\*' : '') + (fromFile ? ' †' : '');
  return `| \`${name}\`${marks} | ${sets} | ${byDefault ? `\`${byDefault}\`` : 'none'} | ${allowed} |`;
}

const defaultOf = (type: z.ZodType): string =>
  type instanceof z.ZodDefault || type instanceof z.ZodPrefault ? String(type.def.defaultValue) : '';

const [text = ''] = readFileSync(PAGE, 'utf8').split(/^\| Variable /m);
const rows = Object.entries(settings.shape).map(rowOf);
process.stdout.write(`${text}${[HEAD, '| - | - | - | - |', ...rows].join('\n')}\n`);
