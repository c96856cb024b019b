import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createDatabase, type DatabaseUrls } from '../../src/dev/development.database.ts';
import { createRoles } from '../../src/migrations/database.roles.ts';
import { migrate, migrationsList } from '../../src/migrations/migrate.ts';
import { chance, connect, insertApplications, insertAssignees, someApplication } from '../support/application-rows.ts';
import type { Connection } from '../support/application-rows.ts';
import { journalLength, TOTAL, wrongCounters } from '../support/counters.ts';

/** What somebody in this database waits for. */
const WAITED_FOR = `select locktype from pg_locks where not granted
  and database = (select oid from pg_database where datname = current_database())`;

let urls: DatabaseUrls;
let [one, two, three] = [] as unknown as [Connection, Connection, Connection];

/** A database as it was before counters knew assignees. */
beforeAll(async () => {
  urls = await createDatabase(inject('databasePort'), `test_${uuid().replaceAll('-', '')}`);
  [one, two, three] = await Promise.all([connect(urls.ownerUrl), connect(urls.ownerUrl), connect(urls.ownerUrl)]);
  await one.rows(createRoles(new URL(urls.loginUrl).username));
  const orm = await MikroORM.init({
    clientUrl: urls.ownerUrl,
    entities: [],
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    migrations: { migrationsList, snapshot: false },
    logger: () => undefined,
  });
  await orm.migrator.up({ to: 'Migration20261125150000' });
  await orm.close();
});

afterAll(async () => {
  for (const { close } of [one, two, three]) await close();
});

test('applications of before are counted also by assignee, and by industry with all else', async () => {
  const random = chance(4);
  const assignees = await insertAssignees(one.rows, 2);
  const insert = (count: number) =>
    insertApplications(
      one.rows,
      Array.from({ length: count }, () => someApplication(random, '2026-02-20', 90, assignees)),
    );
  for (const count of [300, 20]) await insert(count);
  expect(await journalLength(one)).toBe(20);

  await two.rows('begin');
  await two.rows(`update partner_application set status = 'PENDING', decided_at = null where status = 'APPROVED'`);
  await three.rows('begin');
  await three.rows('select pg_advisory_xact_lock(partner_application_fold_lock(), 0)');
  const migrated = migrate(urls);
  await expect.poll(() => one.rows(WAITED_FOR)).toEqual([{ locktype: 'advisory' }]);
  await insert(20);
  await three.rows('commit');
  await expect.poll(() => one.rows(WAITED_FOR)).toEqual([{ locktype: 'relation' }]);
  await two.rows('commit');
  await migrated;

  expect(await one.rows(TOTAL)).toEqual([{ total: 340 }]);
  expect(await wrongCounters(one)).toEqual([]);
  await insert(20);
  await one.rows('update partner_application set assignee_id = null');
  expect(await wrongCounters(one)).toEqual([]);
});
