import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createDatabase, type DatabaseUrls } from '../../src/dev/development.database.ts';
import { createRoles } from '../../src/migrations/database.roles.ts';
import { migrate, migrationsList } from '../../src/migrations/migrate.ts';
import { connect, insertApplications, type Connection } from '../support/application-rows.ts';

let urls: DatabaseUrls;
let process: Connection;

/** A database as it was before searches folded texts. */
beforeAll(async () => {
  urls = await createDatabase(inject('databasePort'), `test_${uuid().replaceAll('-', '')}`);
  process = await connect(urls.ownerUrl);
  await process.rows(createRoles(new URL(urls.loginUrl).username));
  const orm = await MikroORM.init({
    clientUrl: urls.ownerUrl,
    entities: [],
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    migrations: { migrationsList, snapshot: false },
    logger: () => undefined,
  });
  await orm.migrator.up({ to: 'Migration20261128230100' });
  await orm.close();
});

afterAll(() => process.close());

test('applications of before are found by any spelling, and the statements of a running process go on', async () => {
  await insertApplications(process.rows, [{}, {}]);
  await process.rows(`update partner_application set company_name = 'Größe ｄ.ｏ.ｏ.' where ctid = '(0,1)'`);
  await process.rows(`prepare list as select id, company_name, search from partner_application
    where search like lower('%COMPANY.example%') order by company_name, id`);
  await process.rows(
    `prepare write as update partner_application set contact_name = 'Ada' where search like '%company%'`,
  );
  expect(await process.rows('execute list')).toHaveLength(2);

  await migrate(urls);

  expect(await process.rows('execute list')).toHaveLength(2);
  await process.rows('execute write');
  expect(
    await process.rows(`select company_name as name, contact_name as contact, company_key(company_name) as key
      from partner_application where search like '%' || fold_text('groesse') || '%'`),
  ).toEqual([{ name: 'Größe ｄ.ｏ.ｏ.', contact: 'Ada', key: 'grosse' }]);
});
