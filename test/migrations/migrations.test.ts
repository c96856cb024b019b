import { MikroORM } from '@mikro-orm/postgresql';
import { expect, test } from 'vitest';
import { TENANT_ROLE } from '../../src/core/database/tenancy.ts';
import { migrate } from '../../src/migrations/migrate.ts';
import { entities } from '../../src/schema.ts';
import { cloneDatabase } from '../support/database.ts';

/** Parts of the database that only the migrations define. */
const BY_HAND = [
  /^set names 'utf8';$/,
  // The counters of applications.
  /^drop (index "partner_application_deci|(trigger|function) if exists "partner_application_(partner_application_)?(inserted|updated|deleted))/,
  // The audit chains, and the tables whose changes need an audit event.
  /^drop (trigger if exists "(chain|audited|kept)"|function if exists "\w+_(chain|audited|kept)_fn")/,
  // Outdated claims in access tokens.
  /^drop (trigger if exists "renew_claims(_of_(factor|tier))?"|function if exists "\w+_renew_claims(_of_(factor|tier))?_fn")/,
  // The first partnership of an account.
  /^drop (trigger if exists "first_partnership"|function if exists "\w+_first_partnership_fn")/,
  // The history of tiers, and their terms that have begun.
  /^drop (trigger if exists "(assigned|keep_tier_assignment|end_tier_grace|keep_begun_terms)"|function if exists "\w+_(assigned|keep_tier_assignment|end_tier_grace|keep_begun_terms)_fn")/,
  // The events of a tenant's webhook endpoints.
  /^drop (trigger if exists "own_event"|function if exists "\w+_own_event_fn")/,
  // The files that were checked.
  /^drop (trigger if exists "stored_file_final"|function if exists "\w+_stored_file_final_fn")/,
  // The policies of tenants, which the next test compares.
  /^(drop|create|alter) policy (if exists )?"\w+_tenant_policy" on /,
  // The hints of changes for live pages.
  /^drop (trigger if exists "live(_\w+)?"|function if exists "\w+_live(_\w+)?_fn")/,
  // PostgreSQL writes the condition of this policy in other words.
  /^(drop|create) policy "own_or_shared" on "saved_view"/,
  // Entities hold the ids of other rows as plain columns.
  /^alter table "\w+" drop constraint "\w+_foreign";$/,
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

test('the policies of tenants are for their role, and compare the tenant of the row', async () => {
  const database = await cloneDatabase();
  try {
    const policies =
      await database.rows(`select tablename as table, policyname as name, cmd, roles::text[], qual, with_check as check
      from pg_policies where policyname <> 'platform' and permissive = 'PERMISSIVE' order by 1`);

    const tenantOf: Record<string, string> = { audit_chain: 'chain_id', partner_account: 'id' };
    for (const policy of policies) {
      const table = String(policy['table']);
      const column = tenantOf[table] ?? 'reseller_id';
      const qual = `(${column} = (current_setting('mikro.tenant.resellerId'::text))::uuid)`;
      const expected = { table, name: `${table}_tenant_policy`, cmd: 'ALL', roles: [TENANT_ROLE], qual, check: null };
      expect(policy).toEqual(expected);
    }
    const owned = `select attrelid::regclass::text from pg_attribute join pg_class on pg_class.oid = attrelid
      where attname = 'reseller_id' and relkind = 'r' and relnamespace = 'public'::regnamespace`;
    const without = `${owned} except select tablename from pg_policies where policyname <> 'platform' and permissive = 'PERMISSIVE'`;
    expect(await database.rows(without)).toEqual([]);
  } finally {
    await database.close();
  }
});

/** These outlive the row that they name, or repeat the tenant of a row that has a foreign key. */
const WITHOUT_FOREIGN_KEY = [
  'api_key_use.reseller_id',
  'audit_chain.chain_id',
  'audit_event.actor_id',
  'audit_event.chain_id',
  'audit_event.reseller_id',
  'audit_event.target_id',
  'email_message.application_id',
  'event_cursor.chain_id',
  'file_link.subject_id',
  'idempotency_key.reseller_id',
  'notification.actor_id',
  'notification.reseller_id',
  'notification.subject_id',
  'notification_setting.reseller_id',
  'webhook_message.event_id',
];

test('each id of another row is a foreign key', async () => {
  const database = await cloneDatabase();
  try {
    const without = await database.rows(`select table_name || '.' || column_name as name from information_schema.columns
      join information_schema.tables using (table_schema, table_name)
      where table_schema = 'public' and table_type = 'BASE TABLE' and data_type = 'uuid' and column_name not in ('id', 'assignee') and not exists (
        select from pg_constraint join pg_attribute on attrelid = conrelid and attnum = any(conkey)
        where contype = 'f' and conrelid = format('%I', table_name)::regclass and attname = column_name)
      order by 1`);

    expect(without.map(({ name }) => name)).toEqual(WITHOUT_FOREIGN_KEY);
  } finally {
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
