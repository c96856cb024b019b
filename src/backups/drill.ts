import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { DatabaseClient } from '../core/database/hosts/database.client.ts';
import { allOf } from '../features.ts';
import { migrate } from '../migrations/migrate.ts';
import { newestBackup } from './backup.files.ts';
import { asOwner, record, takeLock, type BackupSettings } from './backup.session.ts';
import { inDatabase, roleOf } from './database.urls.ts';
import { restore } from './restore.ts';
import { differencesOf, rightsOf } from './schema.rights.ts';

/** Names of scratch databases. */
const SCRATCH = 'reachgenie_drill_';

const NOT_ALLOWED = '42501';

interface DrillReport {
  takenAt: Date;
  /** Rows by table. */
  counts: [table: string, rows: number][];
  problems: string[];
}

interface Urls {
  ownerUrl: string;
  loginUrl: string;
}

/**
 * Restores the newest backup into a scratch database, migrates it, and compares its policies, permissions and triggers
 * with a new database of this version. Then each feature verifies its own data (`Feature.verify`). Removes the scratch
 * databases. Records the drill if there was no problem.
 *
 * @throws Error if the backup cannot be restored, or if another drill is running
 */
export function drill(settings: BackupSettings, outer: AbortSignal): Promise<DrillReport> {
  return asOwner(settings.ownerUrl, outer, async (owner, signal) => {
    await takeLock(owner, 'drill');
    await dropScratch(owner);
    try {
      const backup = await newestBackup(settings.folder(), settings.key);
      const [restored, fresh] = [await createScratch(owner, settings), await createScratch(owner, settings)];
      await restore({ ...settings, ...restored, backup, replace: false, report: () => undefined }, signal);
      await migrate(fresh);
      const problems = differencesOf(await rightsOf(restored.ownerUrl), await rightsOf(fresh.ownerUrl));
      for (const verify of allOf((feature) => feature.verify && [feature.verify])) {
        for await (const problem of verify(restored)) problems.push(problem);
      }
      const counts = await countsOf(restored.ownerUrl);
      if (problems.length === 0) await record(owner, 'DRILL');
      return { takenAt: backup.takenAt, counts, problems };
    } finally {
      await dropScratch(owner);
    }
  });
}

/** With the locale of the real database. */
async function createScratch(owner: pg.Client, { ownerUrl, loginUrl }: BackupSettings): Promise<Urls> {
  const name = `${SCRATCH}${randomBytes(4).toString('hex')}`;
  const { rows } = await owner.query<{ locale: string }>(`select format('encoding %L lc_collate %L lc_ctype %L',
    pg_encoding_to_char(encoding), datcollate, datctype) as locale from pg_database where datname = current_database()`);
  try {
    await owner.query(`create database ${name} template template0 locale_provider libc ${rows[0]?.locale ?? ''}`);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError && error.code === NOT_ALLOWED)) throw error;
    throw new Error(`a drill needs a scratch database. As a superuser: alter role ${roleOf(ownerUrl)} createdb`, {
      cause: error,
    });
  }
  return { ownerUrl: inDatabase(ownerUrl, name), loginUrl: inDatabase(loginUrl, name) };
}

/** Also those of a killed drill. */
async function dropScratch(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    `select datname as name from pg_database
     where datname ~ '^${SCRATCH}[0-9a-f]{8}$' and pg_get_userbyid(datdba) = current_user`,
  );
  for (const { name } of rows) await owner.query(`drop database ${name} with (force)`);
}

async function countsOf(ownerUrl: string): Promise<DrillReport['counts']> {
  const owner = new DatabaseClient(ownerUrl);
  await owner.connect();
  try {
    const { rows: tables } = await owner.query<{ name: string }>(`select oid::regclass::text as name from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`);
    const counts: DrillReport['counts'] = [];
    for (const { name } of tables) {
      const { rows } = await owner.query<{ count: string }>(`select count(*) from ${name}`);
      counts.push([name, Number(rows[0]?.count)]);
    }
    return counts;
  } finally {
    await owner.end();
  }
}
