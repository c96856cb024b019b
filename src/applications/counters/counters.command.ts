import { ConfigError, readConfig } from '../../config.ts';
import { DatabaseClient } from '../../core/database/hosts/database.client.ts';
import { findWrongCounters } from './counters.check.ts';

/**
 * `counters.command.js check` compares the application counters with the table and prints each difference. `rebuild`
 * corrects them first. Both are exact while the API runs. Exits with 1 on a difference or failure.
 */
const ACTIONS = ['check', 'rebuild'];

async function run(action: string | undefined): Promise<boolean> {
  if (!action || !ACTIONS.includes(action)) throw new ConfigError(`Missing action: ${ACTIONS.join(' or ')}.`);
  const { migrationUrl } = readConfig().database;
  if (!migrationUrl)
    throw new ConfigError('MIGRATION_DATABASE_URL: must be set, because the counters belong to the owner');
  const owner = new DatabaseClient(migrationUrl);
  await owner.connect();
  try {
    if (action === 'rebuild') await owner.query('select rebuild_partner_application_counters()');
    const wrong = await findWrongCounters(owner);
    for (const difference of wrong) print(difference);
    print(wrong.length === 0 ? 'All counters are correct.' : `Wrong counters: ${wrong.length}.`);
    return wrong.length === 0;
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
