import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../../src/migrations/migrate.ts';
import { migrationsList } from '../../src/migrations/migrations.list.ts';
import { emptyDatabase, type TestDatabase } from '../support/database.ts';

const MIGRATION = '20261205-30-provisioning';

/** More than two batches of the migration. */
const CLIENTS = 4_321;

const earlier = migrationsList.filter(({ name }) => name < MIGRATION);

let database: TestDatabase;
beforeAll(async () => {
  database = await emptyDatabase();
  await migrate({ ...database, migrations: earlier });
  await database.rows('set session_replication_role = replica');
  await database.rows(
    `insert into client_account (id, reseller_id, company_name, contact_name, contact_email, subscription_tier,
       subscription_status, billing_owned_by_reseller, created_at, updated_at)
     select gen_random_uuid(), gen_random_uuid(), 'Acme', 'Ada', number || '@acme.example', 'BASIC',
       (array['ACTIVE', 'SUSPENDED', 'CANCELED'])[1 + number % 3], true, now(), now()
     from generate_series(1, $1) number`,
    [CLIENTS],
  );
  await database.rows('reset session_replication_role');
});
afterAll(() => database.close());

const rows = () =>
  database.rows(`select status, desired_version, applied_version, next_try_at, applied_at, count(*)::int as clients
    from client_provisioning join client_account on (client_account.reseller_id, client_account.id) = (client_provisioning.reseller_id, client_id)
    group by 1, 2, 3, 4, 5`);

test('each existing client counts as set up, so that nothing is sent', async () => {
  await migrate(database);

  const all = { status: 'READY', desired_version: 1, applied_version: 1, next_try_at: null, applied_at: null };
  expect(await rows()).toEqual([{ ...all, clients: CLIENTS }]);

  // As after an interruption.
  await database.rows('delete from mikro_orm_migrations where name = $1', [MIGRATION]);
  await database.rows(
    'delete from client_provisioning where client_id in (select client_id from client_provisioning limit 9)',
  );
  await migrate(database);

  expect(await rows()).toEqual([{ ...all, clients: CLIENTS }]);
});
