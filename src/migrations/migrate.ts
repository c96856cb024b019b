import { Migrator } from '@mikro-orm/migrations';
import { MikroORM, type EntityClass } from '@mikro-orm/postgresql';
import pg from 'pg';
import { prepareJobQueue } from '../core/job.schema.ts';
import { PLATFORM_ROLE, TENANT_ROLE } from '../core/tenancy.ts';
import { emailQueues } from '../email/email.queue.ts';
import { createRoles } from './database.roles.ts';
import { Migration20261122000000 } from './migration.20261122000000.ts';
import { Migration20261122120000 } from './migration.20261122120000.ts';
import { Migration20261125090000 } from './migration.20261125090000.ts';

/** In order. A migration that has landed is never changed. */
const migrationsList = [
  { name: 'Migration20261122000000', class: Migration20261122000000 },
  { name: 'Migration20261122120000', class: Migration20261122120000 },
  { name: 'Migration20261125090000', class: Migration20261125090000 },
];

/** Any number that nothing else locks. */
const ONE_MIGRATOR = 7_308_324_465;

interface MigrationOptions {
  /** Of the role that owns the database. */
  ownerUrl: string;
  /** Of the role that the application connects as; it may be the same, where the database is one's own. */
  loginUrl: string;
  entities: EntityClass[];
}

/**
 * Brings a database up to date: roles, tables, job queues. Several at once take turns; each migration happens whole or not
 * at all, so that one that was killed can simply be run again.
 */
export async function migrate({ ownerUrl, loginUrl, entities }: MigrationOptions): Promise<void> {
  const loginRole = decodeURIComponent(new URL(loginUrl).username);
  const lock = new pg.Client(ownerUrl);
  await lock.connect();
  try {
    await lock.query('select pg_advisory_lock($1)', [ONE_MIGRATOR]);
    await lock.query(createRoles(loginRole));
    const orm = await MikroORM.init({
      clientUrl: ownerUrl,
      entities,
      extensions: [Migrator],
      migrations: { migrationsList, snapshot: false, transactional: true, allOrNothing: true },
      pool: { min: 0, max: 1 },
      logger: () => undefined,
    });
    try {
      await orm.migrator.up();
    } finally {
      await orm.close();
    }
    await prepareJobQueue({
      url: ownerUrl,
      queues: emailQueues(),
      workers: [loginRole],
      senders: [PLATFORM_ROLE, TENANT_ROLE],
    });
  } finally {
    await lock.end();
  }
}
