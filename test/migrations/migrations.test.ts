import { MikroORM } from '@mikro-orm/postgresql';
import { expect, test } from 'vitest';
import { migrate } from '../../src/migrations/migrate.ts';
import { entities } from '../../src/schema.ts';
import { cloneDatabase } from '../support/database.ts';

const COUNTERS =
  /^drop (index "partner_application_deci|(trigger|function) if exists "partner_application_(partner_application_)?(inserted|updated|deleted))/;

test('the migrated database is what the entities say', async () => {
  const database = await cloneDatabase();
  const orm = await MikroORM.init({ clientUrl: database.ownerUrl, entities });
  try {
    const differences = await orm.schema.getUpdateSchemaSQL({ dropTables: false });
    // Only that no entity speaks of the counters.
    const others = differences.split('\n').filter((line) => line && line !== "set names 'utf8';" && !COUNTERS.test(line));
    expect(others).toEqual([]);
  } finally {
    await orm.close();
    await database.close();
  }
});

test('migrating again changes nothing, also by several at once', async () => {
  const database = await cloneDatabase();
  try {
    const before = await database.rows('select * from mikro_orm_migrations');

    await Promise.all([1, 2, 3].map(() => migrate({ ...database, entities })));

    expect(await database.rows('select * from mikro_orm_migrations')).toEqual(before);
  } finally {
    await database.close();
  }
});
