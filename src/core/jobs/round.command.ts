import { readConfig } from '../../config.ts';
import { DatabaseClient } from '../database/hosts/database.client.ts';

/**
 * `round.command.js <name>` makes a round due, so that a worker runs it within a minute. Exits with 1 if there is no round of
 * this name: a worker must have started once.
 */
async function makeDue(name: string | undefined): Promise<void> {
  const { database } = readConfig();
  if (!database.migrationUrl)
    throw new Error('MIGRATION_DATABASE_URL: must be set, because the command reaches all tenants');
  const owner = new DatabaseClient(database.migrationUrl);
  await owner.connect();
  try {
    const { rowCount } = await owner.query('update scheduled_round set due_at = least(due_at, now()) where name = $1', [
      name,
    ]);
    if (rowCount === 0) {
      const { rows } = await owner.query<{ name: string }>('select name from scheduled_round order by name');
      throw new Error(`There is no round of this name. Known: ${rows.map((row) => row.name).join(', ') || 'none'}.`);
    }
    process.stdout.write(`The round ${name} is due. A worker runs it within a minute.\n`);
  } finally {
    await owner.end();
  }
}

try {
  await makeDue(process.argv[2]);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
