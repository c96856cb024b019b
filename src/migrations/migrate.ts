import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { prepareJobQueue } from '../core/jobs/job.schema.ts';
import { PLATFORM_ROLE, TENANT_ROLE } from '../core/database/tenancy.ts';
import { allOf } from '../features.ts';
import { Core } from './20261130-01-core.ts';
import { TextSearch } from './20261130-02-text-search.ts';
import { Audit } from './20261130-03-audit.ts';
import { Email } from './20261130-04-email.ts';
import { Tenants } from './20261130-05-tenants.ts';
import { Identity } from './20261130-06-identity.ts';
import { CompanyKey } from './20261130-07-company-key.ts';
import { Applications } from './20261130-08-applications.ts';
import { ApplicationCounters } from './20261130-09-application-counters.ts';
import { ApplicationRecount } from './20261130-10-application-recount.ts';
import { Partners } from './20261130-11-partners.ts';
import { Clients } from './20261130-12-clients.ts';
import { Access } from './20261130-13-access.ts';
import { createRoles } from './database.roles.ts';

/** In order. A migration that has landed never changes: test/migrations/landed-migrations.test.ts pins its SQL. */
export const migrationsList = [
  { name: '20261130-01-core', class: Core },
  { name: '20261130-02-text-search', class: TextSearch },
  { name: '20261130-03-audit', class: Audit },
  { name: '20261130-04-email', class: Email },
  { name: '20261130-05-tenants', class: Tenants },
  { name: '20261130-06-identity', class: Identity },
  { name: '20261130-07-company-key', class: CompanyKey },
  { name: '20261130-08-applications', class: Applications },
  { name: '20261130-09-application-counters', class: ApplicationCounters },
  { name: '20261130-10-application-recount', class: ApplicationRecount },
  { name: '20261130-11-partners', class: Partners },
  { name: '20261130-12-clients', class: Clients },
  { name: '20261130-13-access', class: Access },
];

/** An arbitrary number that nothing else locks. */
const ONE_MIGRATOR = 7_308_324_465;

interface MigrationOptions {
  /** URL with the role that owns the database. */
  ownerUrl: string;
  /** URL with the login role of the application. Can be the owner. */
  loginUrl: string;
}

/**
 * Migrates a database: roles, tables, job queues. Concurrent processes take turns. Each migration is a transaction, so
 * an interrupted one can run again. Takes some milliseconds if there is nothing to do.
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
      queues: allOf((feature) => feature.queues),
      workers: [loginRole],
      senders: [PLATFORM_ROLE, TENANT_ROLE],
    });
  } finally {
    await owner.end();
  }
}

/** Checks before MikroORM starts, which would take ten times as long. */
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
