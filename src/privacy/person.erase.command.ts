import { parseArgs } from 'node:util';
import { ConfigError } from '../config.ts';
import { isEmailAddress, tidyAddress } from '../core/text/mailbox.ts';
import { asOwner } from './owner.connection.ts';
import { erasePerson } from './person.erasure.ts';

/**
 * `person.erase.command.js <address> --by <address of an admin>` erases the personal data of an email address, in all
 * tenants and one transaction, and prints what it erased and what stays. Safe to repeat. Exits with 1 on a failure,
 * which changes nothing.
 */
async function run(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { by: { type: 'string' } } });
  const [address, ...others] = positionals;
  if (!address || others.length > 0 || !isEmailAddress(tidyAddress(address))) {
    throw new ConfigError('Give one email address.');
  }
  if (!values.by) throw new ConfigError('--by: give the address of the admin who answers for it');
  const by = values.by;
  const lines = await asOwner((client) => erasePerson(client, { address, by }));
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
}

try {
  await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
