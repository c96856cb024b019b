import { ConfigError, readConfig } from '../../config.ts';
import { DatabaseClient } from '../../core/database/hosts/database.client.ts';
import { findWrongFiles } from './files.check.ts';
import { openFileStorage } from './open.storage.ts';

/**
 * `files.check.command.js` compares the rows of uploaded files with their bytes and hashes in storage, and prints each
 * difference. Changes nothing. Exits with 1 on a difference or failure.
 */
async function run(): Promise<boolean> {
  const { database, files } = readConfig();
  if (!database.migrationUrl)
    throw new ConfigError('MIGRATION_DATABASE_URL: must be set, because only the owner reads all rows');
  const owner = new DatabaseClient(database.migrationUrl);
  await owner.connect();
  let wrong = 0;
  try {
    for await (const difference of findWrongFiles(owner, await openFileStorage(files))) {
      print(difference);
      wrong++;
    }
  } finally {
    await owner.end();
  }
  print(wrong === 0 ? 'All files are correct.' : `Wrong files: ${wrong}.`);
  return wrong === 0;
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);

try {
  process.exitCode = (await run()) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
