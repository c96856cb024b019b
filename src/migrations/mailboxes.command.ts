import { ConfigError, readConfig } from '../config.ts';
import { DatabaseClient } from '../core/database/hosts/database.client.ts';
import { countWrongMailboxes, findSharedMailboxes, rebuildMailboxes } from './mailbox.rebuild.ts';

/**
 * `mailboxes.command.js check` prints users, open applications and clients that share a mailbox, and counts the rows
 * with an outdated mailbox after a change of src/core/text/mailbox.ts. `rebuild` first corrects those, and gives a
 * freed mailbox to the next row that shared it. Both can run beside the product. Exits with 1 if problems remain, or on
 * a failure.
 */
const ACTIONS = ['check', 'rebuild'];

async function run(action: string | undefined): Promise<boolean> {
  if (!action || !ACTIONS.includes(action)) throw new ConfigError(`Choose an action: ${ACTIONS.join(' or ')}.`);
  const { migrationUrl } = readConfig().database;
  if (!migrationUrl)
    throw new ConfigError('MIGRATION_DATABASE_URL: must be set, because the command reads all tenants');
  const owner = new DatabaseClient(migrationUrl);
  await owner.connect();
  try {
    if (action === 'rebuild') await rebuildMailboxes(owner);
    const shared = await findSharedMailboxes(owner);
    const wrong = await countWrongMailboxes(owner);
    for (const { table, mailbox, rows } of shared) {
      print(`${table} ${mailbox}: ${rows.map(({ id, address }) => `${address} (${id})`).join(', ')}`);
    }
    print(shared.length === 0 ? 'No mailbox is shared.' : `Shared mailboxes: ${shared.length}.`);
    if (wrong > 0) print(`Rows with a wrong mailbox: ${wrong}. Run npm run mailboxes:rebuild.`);
    return shared.length === 0 && wrong === 0;
  } finally {
    await owner.end();
  }
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);

try {
  process.exitCode = (await run(process.argv[2])) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
