import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { validate as isUuid } from 'uuid';
import { ConfigError, readConfig } from '../config.ts';
import { openPrivately } from '../core/secrets/private.file.ts';
import type { AuditRow } from './audit.chain.ts';
import { EXPORT_FORMATS, exportQuery, type ExportFilter, type ExportFormat } from './audit.export.ts';
import { connectAsPlatform, readInBatches } from './audit.reader.ts';

/**
 * Exports audit events to stdout or a file, oldest first, as of one moment and in constant memory. Exits with 1 on
 * failure; the file is then incomplete.
 */
const USAGE = `Options:
  --format csv|jsonl   default: csv
  --output <file>      default: standard output; only the file's owner can read it
  --action <action>    such as client.created; repeat for several actions
  --reseller <id>      events of this partner
  --target <id>        events about this object
  --from <time>        at or after: 2026-11-01 or 2026-11-01T00:00:00Z
  --to <time>          before
`;

const text = { type: 'string' } as const;
const OPTIONS = {
  format: { ...text, default: 'csv' },
  output: text,
  action: { ...text, multiple: true },
  reseller: text,
  target: text,
  from: text,
  to: text,
  help: { type: 'boolean' },
} as const;

async function run(): Promise<void> {
  const { values } = parseArgs({ options: OPTIONS });
  if (values.help) return void process.stdout.write(USAGE);
  const { format: name, output, action, reseller, target, from, to } = values;
  const format = formatOf(name);
  const [resellerId, targetId] = [idOf('reseller', reseller), idOf('target', target)];
  const filter = { action, resellerId, targetId, from: timeOf('from', from), to: timeOf('to', to) };
  const { url } = readConfig().database;
  if (!url) throw new ConfigError('DATABASE_URL: must be set');
  const file = output === undefined ? process.stdout : (await openPrivately(output)).createWriteStream();
  await pipeline(Readable.from(linesOf(url, format, filter)), file, { end: file !== process.stdout });
}

async function* linesOf(url: string, format: ExportFormat, filter: ExportFilter): AsyncGenerator<string> {
  const client = await connectAsPlatform(url);
  try {
    if (format.head) yield format.head;
    for await (const row of readInBatches<AuditRow>(client, ...exportQuery(filter))) yield format.line(row);
  } finally {
    await client.end();
  }
}

function formatOf(name: string): ExportFormat {
  if (name === 'csv' || name === 'jsonl') return EXPORT_FORMATS[name];
  throw new ConfigError(`--format: must be csv or jsonl\n${USAGE}`);
}

function idOf(option: string, id: string | undefined): string | undefined {
  if (id === undefined || isUuid(id)) return id;
  throw new ConfigError(`--${option}: must be an ID\n${USAGE}`);
}

/** A day in UTC, or a time with its zone. */
const TIME = /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d))?$/;

function timeOf(option: string, time: string | undefined): Date | undefined {
  if (time === undefined) return undefined;
  const date = new Date(time);
  if (!TIME.test(time) || Number.isNaN(date.getTime())) throw new ConfigError(`--${option}: must be a time\n${USAGE}`);
  return date;
}

try {
  await run();
} catch (error) {
  // The reader may close the pipe early, as `… | head` does.
  if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  }
  process.exitCode = 1;
}
