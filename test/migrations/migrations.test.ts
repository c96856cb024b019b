import { MikroORM } from '@mikro-orm/postgresql';
import { expect, test } from 'vitest';
import { migrate } from '../../src/migrations/migrate.ts';
import { entities } from '../../src/schema.ts';
import { cloneDatabase } from '../support/database.ts';

/** Parts of the database that only the migrations define. */
const BY_HAND = [
  /^set names 'utf8';$/,
  // The counters of applications.
  /^drop (index "partner_application_deci|(trigger|function) if exists "partner_application_(partner_application_)?(inserted|updated|deleted))/,
  // The audit chains, and the tables whose changes need an audit event.
  /^drop (trigger if exists "(chain|audited)"|function if exists "\w+_(chain|audited)_fn")/,
  // Outdated claims in access tokens.
  /^drop (trigger if exists "renew_claims(_of_factor)?"|function if exists "\w+_renew_claims(_of_factor)?_fn")/,
  // The first partnership of an account.
  /^drop (trigger if exists "first_partnership"|function if exists "\w+_first_partnership_fn")/,
  // References to an entity of a higher feature, and references that include the tenant.
  /^alter table "\w+" drop constraint "\w+_(reseller_id|created_by)_foreign";$/,
  /^alter table "partnership" drop constraint "partnership_application_id_foreign";$/,
  /^alter table "partner_account" drop constraint "partner_account_partner_id_foreign";$/,
  /^alter table "partner_application" drop constraint "partner_application_assignee_id_foreign";$/,
  /^alter table "client_access_session" drop constraint "client_access_session_(client|user_id)_foreign";$/,
];

test('the migrated database matches the entities', async () => {
  const database = await cloneDatabase();
  const orm = await MikroORM.init({ clientUrl: database.ownerUrl, entities });
  try {
    const differences = await orm.schema.getUpdateSchemaSQL({ dropTables: false });
    const others = differences.split('\n').filter((line) => line && !BY_HAND.some((pattern) => pattern.test(line)));
    expect(others).toEqual([]);
  } finally {
    await orm.close();
    await database.close();
  }
});

test('migrating again changes nothing, even concurrently', async () => {
  const database = await cloneDatabase();
  try {
    const before = await database.rows('select * from mikro_orm_migrations');

    await Promise.all([1, 2, 3].map(() => migrate(database)));

    expect(await database.rows('select * from mikro_orm_migrations')).toEqual(before);
  } finally {
    await database.close();
  }
});
