import { setTimeout } from 'node:timers/promises';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { prepareJobQueue } from '../core/jobs/job.schema.ts';
import { requireDirect } from '../core/database/connection.options.ts';
import { DatabaseClient } from '../core/database/hosts/database.client.ts';
import { firstHostUrl } from '../core/database/hosts/host.urls.ts';
import { schemaProblem, schemaState } from '../core/database/schema.state.ts';
import { PLATFORM_ROLE, TENANT_ROLE } from '../core/database/tenancy.ts';
import { allOf } from '../features.ts';
import { createRoles } from './database.roles.ts';
import { LOCK_TIMEOUT, withShortLockWaits } from './lock.waits.ts';
import { migrationsList, type ListedMigration } from './migrations.list.ts';

/** An arbitrary number that nothing else locks. */
const ONE_MIGRATOR = 7_308_324_465;

/** Milliseconds between attempts to be the one migrator. */
const TURN = 100;

interface MigrationOptions {
  /** URL with the role that owns the database. */
  ownerUrl: string;
  /** URL with the login role of the application. Can be the owner. */
  loginUrl: string;
  /** Default: those of this version. */
  migrations?: readonly ListedMigration[];
  /** Called with a line about each step. */
  report?: (line: string) => void;
}

/**
 * Migrates a database: roles, tables, job queues. Concurrent processes take turns. An interrupted migration can run
 * again. Changes nothing in the database of a newer version. Takes some milliseconds if there is nothing to do.
 * @throws Error if this version cannot run on the database of a newer one, or if a lock is held for a minute
 */
export async function migrate(options: MigrationOptions): Promise<void> {
  const { ownerUrl, loginUrl, migrations = migrationsList, report = () => undefined } = options;
  const loginRole = decodeURIComponent(new URL(firstHostUrl(loginUrl)).username);
  const onRetry = () => report('Waiting for a lock. Trying again.');
  const owner = new DatabaseClient(ownerUrl);
  await owner.connect();
  try {
    await requireDirect(owner, 'MIGRATION_DATABASE_URL'); // a pooler would give the lock to others
    await owner.query(`set lock_timeout = ${LOCK_TIMEOUT}`);
    await takeTurn(owner);
    await withShortLockWaits(async () => void (await owner.query(createRoles(loginRole))), onRetry);
    const read = async (query: string) => (await owner.query<{ name: string; required: boolean }>(query)).rows;
    const names = migrations.map(({ name }) => name);
    const state = await schemaState(names, read);
    const problem = schemaProblem({ ...state, missing: [] });
    if (problem) throw new Error(problem);
    // Loading MikroORM takes ten times as long as this check.
    if (state.missing.length > 0) {
      await withShortLockWaits(() => runMigrations(ownerUrl, migrations, report), onRetry);
    }
    const prepare = () =>
      prepareJobQueue({
        owner,
        // An older version must not undo the changes of a newer one.
        queues: state.newer.length > 0 ? [] : allOf((feature) => feature.queues),
        workers: [loginRole],
        senders: [PLATFORM_ROLE, TENANT_ROLE],
        readers: [PLATFORM_ROLE],
      });
    await withShortLockWaits(prepare, onRetry);
  } finally {
    await owner.end();
  }
}

/** Asks again and again: a waiting statement has a snapshot, and a concurrent index waits for that. */
async function takeTurn(owner: DatabaseClient): Promise<void> {
  const ask = () => owner.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [ONE_MIGRATOR]);
  while (!(await ask()).rows[0]?.taken) await setTimeout(TURN);
}

async function runMigrations(
  ownerUrl: string,
  migrations: readonly ListedMigration[],
  report: (line: string) => void,
): Promise<void> {
  const loaded = migrations.map(async ({ name, load }) => ({ name, class: await load() }));
  const orm = await MikroORM.init({
    clientUrl: firstHostUrl(ownerUrl),
    entities: [],
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    migrations: {
      migrationsList: await Promise.all(loaded),
      snapshot: false,
      transactional: true,
      allOrNothing: false,
    },
    pool: { min: 0, max: 1 },
    driverOptions: { connectionString: ownerUrl, Client: DatabaseClient, lock_timeout: LOCK_TIMEOUT },
    logger: () => undefined,
  });
  try {
    orm.migrator.on('migrating', ({ name }) => report(`Running ${name}.`));
    await orm.migrator.up();
  } finally {
    await orm.close();
  }
}
