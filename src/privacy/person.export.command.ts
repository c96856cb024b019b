import { parseArgs } from 'node:util';
import type pg from 'pg';
import { ConfigError } from '../config.ts';
import { openPrivately } from '../core/secrets/private.file.ts';
import { isEmailAddress, tidyAddress } from '../core/text/mailbox.ts';
import { asOwner } from './owner.connection.ts';
import { findPerson } from './person.ts';
import { personalTables, selectionOf } from './personal.tables.ts';

/**
 * `person.export.command.js <address> [--output file]` writes all that is stored about an email address, in any of its
 * spellings and in all tenants, as one JSON object with a list for each table. Secrets are left out. Exits with 1 on a
 * failure.
 */
async function run(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { output: { type: 'string' } } });
  const [address, ...others] = positionals;
  if (!address || others.length > 0 || !isEmailAddress(tidyAddress(address))) {
    throw new ConfigError('Give one email address.');
  }
  const stored = await asOwner((client) => storedAbout(client, address), 'isolation level repeatable read read only');
  const json = `${JSON.stringify(stored, null, 2)}\n`;
  if (values.output) await writePrivately(values.output, json);
  else process.stdout.write(json);
}

async function writePrivately(path: string, text: string): Promise<void> {
  const file = await openPrivately(path);
  try {
    await file.writeFile(text);
  } finally {
    await file.close();
  }
}

async function storedAbout(client: pg.Client, address: string): Promise<object> {
  const person = await findPerson(client, address);
  const tables: Record<string, unknown[]> = {};
  for (const each of personalTables) {
    const { rows } = await client.query<{ row: unknown }>(selectionOf(each, person));
    tables[each.table] = rows.map(({ row }) => row);
  }
  return { addresses: person.addresses, exportedAt: new Date(), tables };
}

try {
  await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
