import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from '../config.ts';
import { findTampering, readHeads, type ChainHead } from './audit.chain.ts';
import { connectAsPlatform } from './audit.reader.ts';

/**
 * `audit.verify.command.js [--heads file]` recomputes every chain of audit rows. On its output it writes the head of each chain,
 * a line each: keep them where nobody who can write to the database can, and hand them to a later run by `--heads`. What does
 * not fit goes to the error output, a line each. Ends with 1 where something does not, or where something went wrong.
 */
async function run(): Promise<boolean> {
  const { heads: file } = parseArgs({ options: { heads: { type: 'string' } } }).values;
  const kept = file === undefined ? [] : parseHeads(await readFile(file, 'utf8'));
  const { url } = readConfig().database;
  if (!url) throw new ConfigError('DATABASE_URL: must be set');
  const client = await connectAsPlatform(url);
  try {
    const heads = await readHeads(client);
    for (const { chainId, sequence, hash } of heads) process.stdout.write(`${chainId} ${sequence} ${hash}\n`);
    let problems = 0;
    for await (const problem of findTampering(client, heads, kept)) {
      problems++;
      process.stderr.write(`${problem}\n`);
    }
    const rows = heads.reduce((sum, { sequence }) => sum + sequence, 0);
    const verdict = problems === 0 ? 'everything fits' : `what does not fit: ${problems}`;
    process.stderr.write(`${heads.length} chains of ${rows} rows: ${verdict}.\n`);
    return problems === 0;
  } finally {
    await client.end();
  }
}

/** As written above. @throws ConfigError naming a line that is not. */
function parseHeads(text: string): ChainHead[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const [, chainId, sequence, hash] = /^([\da-f-]{36}) (\d+) ([\da-f]{64})\s*$/.exec(line) ?? [];
    if (!chainId || !sequence || !hash) throw new ConfigError(`--heads: not the head of a chain: ${line}`);
    return { chainId, sequence: Number(sequence), hash };
  });
}

try {
  process.exitCode = (await run()) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
