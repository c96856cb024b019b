import { ConfigError, readConfig } from '../config.ts';
import { migrate } from './migrate.ts';

/**
 * `migrate.command.js` migrates the database to this version, and prints each step. Older versions can serve meanwhile:
 * see "A new version" in docs/operations.md. Exits with 1 on a failure. It can then run again.
 */
async function run(): Promise<void> {
  const { url, migrationUrl } = readConfig().database;
  if (!url || !migrationUrl) throw new ConfigError('DATABASE_URL and MIGRATION_DATABASE_URL: must be set');
  await migrate({ ownerUrl: migrationUrl, loginUrl: url, report: print });
  print('The database is ready for this version.');
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);

try {
  await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
