import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from '../config.ts';
import { findTampering, readHeads, readRedactions, type ChainHead } from './audit.chain.ts';
import { connectAsPlatform, noteVerified } from './audit.reader.ts';

/**
 * `audit.verify.command.js [--heads file]` verifies every audit chain. Prints each chain's head to stdout and problems
 * to stderr. Keep the heads out of reach of database administrators, and pass them to a later run. Exits with 1 on a
 * problem or failure. Without a problem, notes the time until which the log is verified.
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
    const redactions = await readRedactions(client);
    let problems = 0;
    for await (const problem of findTampering(client, { heads, kept, redactions })) {
      problems++;
      process.stderr.write(`${problem}\n`);
    }
    const rows = heads.reduce((sum, { sequence }) => sum + sequence, 0);
    const verdict = problems === 0 ? 'no problems found' : `problems found: ${problems}`;
    const redacted = redactions.size === 0 ? '' : ` (${redactions.size} without personal data)`;
    process.stderr.write(`${heads.length} chains of ${rows} rows${redacted}: ${verdict}.\n`);
    if (problems === 0) await noteVerified(client);
    return problems === 0;
  } finally {
    await client.end();
  }
}

/** @throws ConfigError if a line is not a head */
function parseHeads(text: string): ChainHead[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const [, chainId, sequence, hash] = /^([\da-f-]{36}) (\d+) ([\da-f]{64})\s*$/.exec(line) ?? [];
    if (!chainId || !sequence || !hash) throw new ConfigError(`--heads: not a chain head: ${line}`);
    return { chainId, sequence: Number(sequence), hash };
  });
}

try {
  process.exitCode = (await run()) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
