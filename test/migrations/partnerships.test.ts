import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createDatabase, type DatabaseUrls } from '../../src/dev/development.database.ts';
import { createRoles } from '../../src/migrations/database.roles.ts';
import { migrate, migrationsList } from '../../src/migrations/migrate.ts';
import { chance, connect, insertApplications, someApplication } from '../support/application-rows.ts';
import type { Connection } from '../support/application-rows.ts';

let urls: DatabaseUrls;
let [one, two] = [] as unknown as [Connection, Connection];

/** A database as it was when a partner had one partnership. */
beforeAll(async () => {
  urls = await createDatabase(inject('databasePort'), `test_${uuid().replaceAll('-', '')}`);
  [one, two] = await Promise.all([connect(urls.ownerUrl), connect(urls.ownerUrl)]);
  await one.rows(createRoles(new URL(urls.loginUrl).username));
  const orm = await MikroORM.init({
    clientUrl: urls.ownerUrl,
    entities: [],
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    migrations: { migrationsList, snapshot: false, transactional: true, allOrNothing: false },
    logger: () => undefined,
  });
  await orm.migrator.up({ to: 'Migration20261129140000' });
  await orm.close();
  await one.rows('alter table partner_account disable trigger audited');
});

afterAll(async () => {
  for (const { close } of [one, two]) await close();
});

/** As the version before writes it, which knows nothing of partnerships. */
const insertAccount = ({ rows }: Connection, applicationId: unknown, type: string) =>
  rows(
    `insert into partner_account (id, partner_id, company_name, admin_email, partnership_type, client_management_enabled,
       created_at, updated_at) values ($1, $1, 'Bright', 'zoe@bright.example', $2, false, '2026-05-01', now())`,
    [applicationId, type],
  );

test('every account has its first partnership, also one that the version before adds while or after it is migrated', async () => {
  const random = chance(13);
  await insertApplications(
    one.rows,
    Array.from({ length: 3 }, () => someApplication(random, '2026-02-20', 90, [])),
  );
  const ids = (await one.rows('select id from partner_application order by id')).map(({ id }) => String(id));
  const [before, meanwhile, after] = ids;
  await insertAccount(one, before, 'RESELLER');

  await two.rows('begin');
  await insertAccount(two, meanwhile, 'REFERRAL');
  const migrated = migrate(urls);
  await expect
    .poll(() =>
      one.rows(`select from pg_locks where not granted and locktype = 'relation'
        and database = (select oid from pg_database where datname = current_database())`),
    )
    .toHaveLength(1);
  await two.rows('commit');
  await migrated;
  await insertAccount(one, after, 'TECHNOLOGY');

  expect(
    await one.rows(`select application_id, reseller_id, partnership_type, created_at = '2026-05-01' as since
      from partnership order by application_id`),
  ).toEqual(
    ['RESELLER', 'REFERRAL', 'TECHNOLOGY'].map((type, index) => ({
      application_id: ids[index],
      reseller_id: ids[index],
      partnership_type: type,
      since: true,
    })),
  );
});
