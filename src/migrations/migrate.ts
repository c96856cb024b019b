import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { prepareJobQueue } from '../core/job.schema.ts';
import { PLATFORM_ROLE, TENANT_ROLE } from '../core/tenancy.ts';
import { emailQueues } from '../email/email.queue.ts';
import { accountLinkQueues } from '../identity/account-link.queues.ts';
import { createRoles } from './database.roles.ts';
import { Migration20261122000000 } from './migration.20261122000000.ts';
import { Migration20261122120000 } from './migration.20261122120000.ts';
import { Migration20261125090000 } from './migration.20261125090000.ts';
import { Migration20261125113107 } from './migration.20261125113107.ts';
import { Migration20261125150000 } from './migration.20261125150000.ts';
import { Migration20261128230000 } from './migration.20261128230000.ts';
import { Migration20261128230100 } from './migration.20261128230100.ts';
import { Migration20261129100000 } from './migration.20261129100000.ts';
import { Migration20261129100100 } from './migration.20261129100100.ts';
import { Migration20261129110000 } from './migration.20261129110000.ts';
import { Migration20261129120000 } from './migration.20261129120000.ts';
import { Migration20261129120100 } from './migration.20261129120100.ts';
import { Migration20261129140000 } from './migration.20261129140000.ts';
import { Migration20261129200000 } from './migration.20261129200000.ts';
import { Migration20261129210000 } from './migration.20261129210000.ts';
import { Migration20261129210100 } from './migration.20261129210100.ts';
import { Migration20261129210200 } from './migration.20261129210200.ts';
import { Migration20261129220000 } from './migration.20261129220000.ts';
import { Migration20261129230100 } from './migration.20261129230100.ts';
import { Migration20261129230200 } from './migration.20261129230200.ts';

/** In order. A migration that has landed is never changed. */
export const migrationsList = [
  { name: 'Migration20261122000000', class: Migration20261122000000 },
  { name: 'Migration20261122120000', class: Migration20261122120000 },
  { name: 'Migration20261125090000', class: Migration20261125090000 },
  { name: 'Migration20261125113107', class: Migration20261125113107 },
  { name: 'Migration20261125150000', class: Migration20261125150000 },
  { name: 'Migration20261128230000', class: Migration20261128230000 },
  { name: 'Migration20261128230100', class: Migration20261128230100 },
  { name: 'Migration20261129100000', class: Migration20261129100000 },
  { name: 'Migration20261129100100', class: Migration20261129100100 },
  { name: 'Migration20261129110000', class: Migration20261129110000 },
  { name: 'Migration20261129120000', class: Migration20261129120000 },
  { name: 'Migration20261129120100', class: Migration20261129120100 },
  { name: 'Migration20261129140000', class: Migration20261129140000 },
  { name: 'Migration20261129200000', class: Migration20261129200000 },
  { name: 'Migration20261129210000', class: Migration20261129210000 },
  { name: 'Migration20261129210100', class: Migration20261129210100 },
  { name: 'Migration20261129210200', class: Migration20261129210200 },
  { name: 'Migration20261129220000', class: Migration20261129220000 },
  { name: 'Migration20261129230100', class: Migration20261129230100 },
  { name: 'Migration20261129230200', class: Migration20261129230200 },
];

/** Any number that nothing else locks. */
const ONE_MIGRATOR = 7_308_324_465;

interface MigrationOptions {
  /** Of the role that owns the database. */
  ownerUrl: string;
  /** Of the role that the application connects as; it may be the same, where the database is one's own. */
  loginUrl: string;
}

/**
 * Brings a database up to date: roles, tables, job queues. Several at once take turns. Each migration is a transaction of its
 * own: it happens whole or not at all, so that one that was killed can simply be run again, and its locks end with it. One that
 * mends many rows is none, and is made to be run again. Where nothing is to do it takes some milliseconds.
 */
export async function migrate({ ownerUrl, loginUrl }: MigrationOptions): Promise<void> {
  const loginRole = decodeURIComponent(new URL(loginUrl).username);
  const owner = new pg.Client(ownerUrl);
  await owner.connect();
  try {
    await owner.query('select pg_advisory_lock($1)', [ONE_MIGRATOR]);
    await owner.query(createRoles(loginRole));
    if (await isBehind(owner)) await runMigrations(ownerUrl);
    await prepareJobQueue({
      owner,
      queues: [...emailQueues(), ...accountLinkQueues],
      workers: [loginRole],
      senders: [PLATFORM_ROLE, TENANT_ROLE],
    });
  } finally {
    await owner.end();
  }
}

/** Asked before MikroORM is started for it, which takes ten times as long as the question. */
async function isBehind(owner: pg.Client): Promise<boolean> {
  const { rows: known } = await owner.query(`select where to_regclass('mikro_orm_migrations') is not null`);
  if (known.length === 0) return true;
  const { rows: done } = await owner.query<{ name: string }>('select name from mikro_orm_migrations');
  return migrationsList.some(({ name }) => done.every((migration) => migration.name !== name));
}

async function runMigrations(ownerUrl: string): Promise<void> {
  const orm = await MikroORM.init({
    clientUrl: ownerUrl,
    entities: [],
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    migrations: { migrationsList, snapshot: false, transactional: true, allOrNothing: false },
    pool: { min: 0, max: 1 },
    logger: () => undefined,
  });
  try {
    await orm.migrator.up();
  } finally {
    await orm.close();
  }
}
