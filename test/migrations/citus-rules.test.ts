import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PLATFORM_ROLE, TENANT_ROLE } from '../../src/core/database/tenancy.ts';
import { cloneDatabase, type TestDatabase } from '../support/database.ts';

/** Creates the table `placement` for its connection. */
const TABLES = readFileSync('ops/citus/tables.sql', 'utf8');

/** Distributed tables, with the number of their tenant's column. */
const DISTRIBUTED = `distributed as (
  select name, tenant_column, attrelid as relation, attnum, attnotnull, atttypid
  from placement join pg_attribute on attrelid = to_regclass(name) and attname = tenant_column)`;

/** Functions of ours, without comments, with the names of distributed tables and of others in their texts. */
const FUNCTIONS = `functions as (
  select pg_proc.oid, proname, prosecdef, body,
    array(select name from placement where tenant_column is not null and body ~ format('\\y%s\\y', name)) as distributed,
    array(select tenant_column from placement where tenant_column is not null and body ~ format('\\y%s\\y', name)) as columns,
    array(select name from placement where tenant_column is null and body ~ format('\\y%s\\y', name)) as others
  from pg_proc, lateral regexp_replace(coalesce(pg_get_function_sqlbody(pg_proc.oid), prosrc), '--[^\\n]*', '', 'g') as body
  where pronamespace = 'public'::regnamespace
    and not exists (select from pg_depend where classid = 'pg_proc'::regclass and objid = pg_proc.oid and deptype = 'e'))`;

/** Erasing personal data does not run on Citus yet: decision 59. */
const NOT_ON_CITUS = `'redact_audit_events', 'erase_applications'`;

let database: TestDatabase;
beforeAll(async () => {
  database = await cloneDatabase();
  await database.rows(TABLES);
});
afterAll(() => database.close());

const names = async (query: string): Promise<string[]> => {
  const rows = await database.rows(query);
  return rows.map((row) => String(Object.values(row)[0]));
};

test('each table has a place on Citus', async () => {
  const tables = `select relname::text from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`;

  const missing = await names(`${tables} except select name from placement order by 1`);
  const gone = await names(`select name from placement except (${tables}) order by 1`);

  expect(missing, 'Name the table in ops/citus/tables.sql, with the column of its tenant or with null').toEqual([]);
  expect(gone, 'Remove the table from ops/citus/tables.sql').toEqual([]);
});

test('each row of a distributed table names its tenant', async () => {
  const without = await names(`with ${DISTRIBUTED}
    select name from placement left join distributed using (name, tenant_column)
    where tenant_column is not null and (not coalesce(attnotnull, false) or atttypid <> 'uuid'::regtype)`);

  expect(without, 'The column of the tenant is `uuid not null`').toEqual([]);
});

test('each key of a distributed table has the tenant', async () => {
  const without = await names(`with ${DISTRIBUTED}
    select indexrelid::regclass from pg_index join distributed on relation = indrelid
    where (indisunique or indisexclusion) and attnum <> all (indkey) order by 1`);

  expect(without, 'A unique key begins with the tenant: (reseller_id, id)').toEqual([]);
});

test('a foreign key to or from a distributed table stays with the tenant', async () => {
  const foreign = `with ${DISTRIBUTED}, foreign_keys as (
    select conname, confrelid, source.name as source, target.name as target, confdeltype, confupdtype,
      array_position(conkey, source.attnum) as tenant_at, array_position(confkey, target.attnum) as target_at
    from pg_constraint
      left join distributed as source on source.relation = conrelid
      left join distributed as target on target.relation = confrelid
    where contype = 'f' and (source.name is not null or target.name is not null))`;

  const toTenant = `${foreign} select conname from foreign_keys where target is not null
    and (source is null or tenant_at is distinct from target_at or tenant_at is null)`;
  const toCoordinator = `${foreign} select conname from foreign_keys where target is null and (
    confdeltype <> 'a' or confupdtype <> 'a'
    or has_table_privilege('${PLATFORM_ROLE}', confrelid, 'delete') or has_table_privilege('${TENANT_ROLE}', confrelid, 'delete'))`;

  expect(await names(toTenant), 'Both ends have the tenant: (reseller_id, client_id) to (reseller_id, id)').toEqual([]);
  expect(await names(toCoordinator), 'Citus lacks this key, so no role may delete what it refers to').toEqual([]);
});

test('a trigger of a distributed table needs only rows of the tenant', async () => {
  const wrong = await names(`with ${DISTRIBUTED}, ${FUNCTIONS}
    select format('%s on %s', tgname, name) from pg_trigger
      join distributed on relation = tgrelid join functions on functions.oid = tgfoid
    where not tgisinternal and (tgtype & 1 = 0 or tgoldtable is not null or tgnewtable is not null
      or others <> '{}' or body ~* '\\ytg_(relid|table_schema)\\y')`);

  expect(wrong, 'It is for each row, and its function uses no table of the coordinator').toEqual([]);
});

test('a function that uses a distributed table names its tenant', async () => {
  const wrong = await names(`with ${FUNCTIONS}
    select proname from functions where proname not in (${NOT_ON_CITUS}) and exists (select from unnest(columns) as name where body !~ format('\\y%s\\y', name))`);

  expect(wrong, 'Add the column of the tenant to the conditions').toEqual([]);
});

test('a function that uses a distributed table runs as its caller, or on the server of the row', async () => {
  const wrong = await names(`with ${DISTRIBUTED}, ${FUNCTIONS}
    select proname from functions where proname not in (${NOT_ON_CITUS}) and prosecdef and distributed <> '{}'
      and not exists (select from pg_trigger join distributed on relation = tgrelid where tgfoid = functions.oid)`);

  expect(wrong, 'Citus refuses that two roles use the same rows in one transaction').toEqual([]);
});

test('a policy of a distributed table needs no other table', async () => {
  const wrong = await names(`with ${DISTRIBUTED}
    select format('%s on %s', polname, name) from pg_policy join distributed on relation = polrelid
    where concat(pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) ~* '\\yselect\\y'`);

  expect(wrong).toEqual([]);
});

test('the check of the caller carries the tenant to the servers', async () => {
  const [check] = await names(`select prosrc from pg_proc where proname = 'require_caller'`);

  expect(check, 'Keep this part of require_caller: see decision 59').toContain('perform carry_tenant()');
});
