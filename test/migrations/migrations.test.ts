import { MikroORM } from '@mikro-orm/postgresql';
import { expect, test } from 'vitest';
import { migrate } from '../../src/migrations/migrate.ts';
import { entities } from '../../src/schema.ts';
import { cloneDatabase } from '../support/database.ts';

/** What no entity speaks of: counters, the audit chain, and the foreign keys to features that an entity must not know. */
const UNTOLD = [
  /^drop index "partner_application_deci/,
  /^drop (trigger|function) if exists "(\w+_)?(inserted|updated|deleted|chain|audited)(_fn)?"/,
  /^alter table "\w+" drop constraint "\w+_foreign";$/,
];

test('the migrated database is what the entities say', async () => {
  const database = await cloneDatabase();
  const orm = await MikroORM.init({ clientUrl: database.ownerUrl, entities });
  try {
    const differences = await orm.schema.getUpdateSchemaSQL({ dropTables: false });
    // Only that no entity speaks of the counters.
    const others = differences
      .split('\n')
      .filter((line) => line && line !== "set names 'utf8';" && !UNTOLD.some((pattern) => pattern.test(line)));
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
