import { beforeAll, expect, test } from 'vitest';
import { forkFor, TENANT_ROLE } from '../../../src/core/database/tenancy.ts';
import { useApi } from '../../support/api.ts';
import { givenFullTenant } from '../../support/given/tenants/full-tenant.ts';
import { callerOf, type Partner } from '../../support/given/partners.ts';
import { tenantEntities } from '../../support/oracles/tenant.rows.ts';

const api = useApi();
let me: Partner;
let stranger: Partner;

beforeAll(async () => {
  me = await givenFullTenant(api);
  stranger = await givenFullTenant(api);
});

const tables = () => tenantEntities(api).map(({ tableName }) => tableName);

test('C7: every tenant entity has the filter, its policy, and the policy of the platform', () => {
  const entities = tenantEntities(api);
  expect(entities.length).toBeGreaterThan(6);

  for (const { className, filters, policies } of entities) {
    // Add @TenantOwned() to the entity, and PLATFORM_SEES_ALL to its policies.
    expect([className, filters]).toMatchObject([className, { tenant: { rls: true, default: true, strict: true } }]);
    expect([className, policies.map(({ name }) => name)]).toEqual([className, expect.arrayContaining(['platform'])]);
  }
});

test('C7: every tenant table is secured, and belongs to an entity', async () => {
  const found = await api.rows(`select relname as name, relrowsecurity as secured from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and exists (
      select from pg_attribute where attrelid = pg_class.oid and attname = 'reseller_id' and not attisdropped)`);

  expect(found.filter(({ secured }) => !secured)).toEqual([]);
  expect(new Set([...found.map(({ name }) => name), 'partner_account'])).toEqual(new Set(tables()));
});

test('C7: a tenant sees only its own rows in every table, although there are others', async () => {
  const fork = forkFor(api.app.orm, callerOf(api, me));

  for (const name of tables()) {
    const tenant = name === 'partner_account' ? 'id' : 'reseller_id';
    const seen = await fork.execute<{ tenant: string }[]>(`select distinct ${tenant} as tenant from ${name}`);
    expect([name, seen]).toEqual([name, [{ tenant: me.resellerId }]]);
    const others = await api.rows(`select 1 from ${name} where ${tenant} = $1`, [stranger.resellerId]);
    expect([name, others.length > 0]).toEqual([name, true]);
  }
});

test('C7: a tenant’s role cannot delete anything, and has no permission on other tables', async () => {
  const rights = await api.rows(
    `select relname as name, right_name from pg_class,
       unnest(array['select', 'insert', 'update', 'references', 'delete', 'truncate', 'trigger']) right_name
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm') and case
       when right_name in ('delete', 'truncate', 'trigger') then has_table_privilege($1, oid, right_name)
       else not relrowsecurity and has_any_column_privilege($1, oid, right_name) end`,
    [TENANT_ROLE],
  );

  expect(rights).toEqual([]);
});
