import type pg from 'pg';
import { ConfigError, readConfig } from '../config.ts';
import { requireDirect } from '../core/database/connection.options.ts';
import { DatabaseClient } from '../core/database/hosts/database.client.ts';

/** Arbitrary numbers that nothing else locks. */
const LOCKS = { backup: 7_308_324_470, drill: 7_308_324_471 };

export interface BackupSettings {
  ownerUrl: string;
  loginUrl: string;
  key: string | undefined;
  days: number;
  /** @throws ConfigError if BACKUP_DIR is not set */
  folder: () => string;
}

/** @throws ConfigError if a setting is missing */
export function backupSettings(): BackupSettings {
  const { database, backup } = readConfig();
  const { url, migrationUrl } = database;
  if (!url || !migrationUrl) {
    throw new ConfigError(
      'DATABASE_URL and MIGRATION_DATABASE_URL: must be set. The embedded PostgreSQL of development has no pg_dump',
    );
  }
  const folder = () => {
    if (!backup.folder) throw new ConfigError('BACKUP_DIR: must be set');
    return backup.folder;
  };
  return { ownerUrl: migrationUrl, loginUrl: url, key: backup.key, days: backup.days, folder };
}

export const print = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * Runs a command. SIGINT and SIGTERM abort it, so that it can tidy up. Its exit code is 1 if it fails or returns false.
 */
export async function runCommand(work: (signal: AbortSignal) => Promise<boolean | void>): Promise<void> {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => controller.abort(new Error(`ended by ${name}`)));
  }
  try {
    if ((await work(controller.signal)) === false) process.exitCode = 1;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

/**
 * Works with a connection of the owner, and aborts if it is lost.
 *
 * @throws Error if it leads through a pooler
 */
export async function asOwner<Result>(
  ownerUrl: string,
  outer: AbortSignal,
  work: (owner: pg.Client, signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const lost = new AbortController();
  const signal = AbortSignal.any([outer, lost.signal]);
  const owner = new DatabaseClient({ connectionString: ownerUrl, keepAlive: true });
  owner.on('error', (error) => lost.abort(error));
  await owner.connect();
  try {
    await requireDirect(owner, 'MIGRATION_DATABASE_URL'); // a pooler would give the lock to others
    return await work(owner, signal);
  } catch (error) {
    signal.throwIfAborted(); // with the reason, which the error hides
    throw error;
  } finally {
    await owner.end();
  }
}

/** @throws Error if another process, on any machine, holds it */
export async function takeLock(owner: pg.Client, what: keyof typeof LOCKS): Promise<void> {
  const { rows } = await owner.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [LOCKS[what]]);
  if (!rows[0]?.taken) throw new Error(`another ${what} of this database is running`);
}

/** For monitoring, by default as of now. A database of an older version has no place for it. */
export async function record(owner: pg.Client, kind: 'BACKUP' | 'DRILL', at?: Date): Promise<void> {
  const { rows } = await owner.query<{ table: string | null }>(`select to_regclass('backup_run') as table`);
  if (!rows[0]?.table) return print('Not recorded for monitoring, because the database is not migrated yet.');
  await owner.query(
    `insert into backup_run (kind, at) values ($1, coalesce($2, now()))
     on conflict (kind) do update set at = greatest(backup_run.at, excluded.at)`,
    [kind, at],
  );
}

export const seconds = (since: number): string => `${((performance.now() - since) / 1_000).toFixed(1)} s`;
