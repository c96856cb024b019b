import { pipeline } from 'node:stream/promises';
import { DatabaseClient } from '../core/database/hosts/database.client.ts';
import { outboundPause } from '../migrations/versions/20261202-40-backups.ts';
import { createRoles } from '../migrations/database.roles.ts';
import { migrate } from '../migrations/migrate.ts';
import { migrationNames } from '../migrations/migrations.list.ts';
import { openBackup, type Backup } from './backup.files.ts';
import { asOwner } from './backup.session.ts';
import { throwFirst, verifyBackup } from './backup.ts';
import { roleOf } from './database.urls.ts';
import { findPostgresTools, type PostgresTools } from './postgres.tools.ts';

interface RestoreOptions {
  backup: Backup;
  key: string | undefined;
  /** The database to restore into. */
  ownerUrl: string;
  loginUrl: string;
  /** Whether to remove what is in the database. Otherwise it must be empty. */
  replace: boolean;
  report: (line: string) => void;
}

/** Tables beside those of PostgreSQL itself. */
const TABLES = `select count(*)::int as tables from pg_class
  where relkind in ('r', 'p') and relnamespace not in (
    select oid from pg_namespace where nspname ~ '^pg_' or nspname = 'information_schema')`;

/** Waiting longer for a lock means that processes of the product still run. */
const PATIENCE = `set local lock_timeout = '10s';`;

/**
 * Restores a backup in one transaction, in which outbound work is paused too: no process sees one without the other.
 * Then migrates to this version. A damaged backup, or one that this version cannot run on, changes nothing.
 *
 * @throws Error saying why
 */
export async function restore(options: RestoreOptions, outer: AbortSignal): Promise<void> {
  const { backup, key, ownerUrl, loginUrl, replace, report } = options;
  await asOwner(ownerUrl, outer, async (owner, signal) => {
    const tools = await findPostgresTools(owner);
    const { rows } = await owner.query<{ tables: number }>(TABLES);
    if (!replace && rows[0]?.tables !== 0) {
      throw new Error('the database is not empty: give an empty one, or --replace to remove everything in this one');
    }
    await verifyBackup(tools, backup, key, signal);
    await owner.query(createRoles(roleOf(loginUrl)));
    await load(tools, options, signal);
    report(`Restored ${backup.path}.`);
    await migrate({ ownerUrl, loginUrl, report });
    await owner.query('analyze');
  });
}

/** Commits only after the last row of the backup has arrived. */
async function load(tools: PostgresTools, options: RestoreOptions, signal: AbortSignal): Promise<void> {
  const { backup, key, ownerUrl, replace } = options;
  const content = await openBackup(backup, key);
  const reader = tools.start('pg_restore', ['--no-owner', '--file=-']);
  const writer = tools.start('psql', ['--no-psqlrc', '--quiet', '--set=ON_ERROR_STOP=1'], ownerUrl);
  writer.stdout.resume();
  try {
    writer.stdin.write(`begin; ${PATIENCE} ${replace ? 'drop owned by current_user cascade;' : ''}\n`);
    const read = [pipeline(content, reader.stdin, { signal }), reader.ended];
    const results = await Promise.allSettled([...read, pipeline(reader.stdout, writer.stdin, { signal, end: false })]);
    const isComplete = results.every(({ status }) => status === 'fulfilled');
    if (signal.aborted) writer.kill();
    // Without the commit, the end of the input undoes everything.
    writer.stdin.end(isComplete ? closingOf(backup) : '');
    const [written] = await Promise.allSettled([writer.ended]);
    throwFirst([...(isComplete ? [] : results.slice(0, 1)), written, ...results]);
  } finally {
    reader.kill();
    writer.kill();
  }
}

const closingOf = ({ takenAt }: Backup): string => `
  reset search_path;
  ${REFUSE_NEWER}
  ${outboundPause}
  insert into outbound_pause (reason) values ('restored the backup of ${takenAt.toISOString()}');
  commit;\n`;

/** By the rule of schema.state.ts. */
const REFUSE_NEWER = `
  do $$
  declare
    unknown text;
  begin
    if to_regclass('required_migration') is not null then
      select string_agg(name, ', ') into unknown from required_migration
      where name <> all ('{${migrationNames.join()}}');
    end if;
    if unknown is not null then
      raise exception 'The backup is of a newer version (%). Restore it with that version.', unknown;
    end if;
  end $$;`;

/** Pauses outbound work, for a restore by other means. */
export async function pauseOutbound(ownerUrl: string, reason: string): Promise<void> {
  const owner = new DatabaseClient(ownerUrl);
  await owner.connect();
  try {
    await owner.query('insert into outbound_pause (reason) values ($1)', [reason]);
  } finally {
    await owner.end();
  }
}
