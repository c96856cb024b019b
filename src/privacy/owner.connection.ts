import type pg from 'pg';
import { ConfigError, readConfig } from '../config.ts';
import { DatabaseClient } from '../core/database/hosts/database.client.ts';

/** Runs `work` in one transaction of the database's owner, who reaches all tenants and the audit log. */
export async function asOwner<Result>(work: (client: pg.Client) => Promise<Result>, mode = ''): Promise<Result> {
  const { migrationUrl } = readConfig().database;
  if (!migrationUrl)
    throw new ConfigError('MIGRATION_DATABASE_URL: must be set, because the command reaches all tenants');
  const owner = new DatabaseClient(migrationUrl);
  await owner.connect();
  try {
    await owner.query(`begin ${mode}`);
    const result = await work(owner);
    await owner.query('commit');
    return result;
  } finally {
    // Without a commit, this undoes everything.
    await owner.end();
  }
}
