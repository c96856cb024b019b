import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createDatabase, type DatabaseUrls } from '../../src/dev/development.database.ts';
import { createRoles } from '../../src/migrations/database.roles.ts';
import { migrate, migrationsList } from '../../src/migrations/migrate.ts';
import { chance, connect, insertApplications, insertAssignees, someApplication } from '../support/application-rows.ts';
import type { Connection } from '../support/application-rows.ts';
import { TOTAL, wrongCounters } from '../support/counters.ts';

let urls: DatabaseUrls;
let [one, two] = [] as unknown as [Connection, Connection];

/** A database as it was before withdrawn was a state of its own. */
beforeAll(async () => {
  urls = await createDatabase(inject('databasePort'), `test_${uuid().replaceAll('-', '')}`);
  [one, two] = await Promise.all([connect(urls.ownerUrl), connect(urls.ownerUrl)]);
  await one.rows(createRoles(new URL(urls.loginUrl).username));
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

afterAll(async () => {
  for (const { close } of [one, two]) await close();
});

/** Steps in their order, a minute apart; the audit event of a step comes some milliseconds after it. */
async function givenHistory(id: unknown, steps: { to: string; withdrawn?: boolean }[]): Promise<void> {
  for (const [index, { to, withdrawn = false }] of steps.entries()) {
    await one.rows(
      `insert into partner_application_status_change (id, application_id, "from", "to", changed_by, changed_at)
       values (gen_random_uuid(), $1, 'PENDING', $2, 'Somebody', timestamptz '2026-05-01' + $3 * interval '1 minute')`,
      [id, to, index],
    );
    await one.rows(
      `insert into audit_event (id, occurred_at, action, actor_email, actor_id, actor_role, credential, target_type, target_id)
       values (gen_random_uuid(), timestamptz '2026-05-01' + $2 * interval '1 minute' + interval '5 milliseconds', $3,
         'somebody@bright.example', $1, 'ADMIN', 'link', 'PartnerApplication', $1)`,
      [id, index, withdrawn ? 'application.withdrawn' : 'application.status_changed'],
    );
  }
}

test('past withdrawals are told from past declines, and withdrawn applications are counted while others write', async () => {
  const random = chance(9);
  const assignees = await insertAssignees(one.rows, 2);
  const insert = (connection: Connection, count: number) =>
    insertApplications(
      connection.rows,
      Array.from({ length: count }, () => someApplication(random, '2026-02-20', 90, assignees)),
    );
  for (const count of [300, 20]) await insert(one, count);
  const [first, second, third] = await one.rows('select id from partner_application order by id limit 3');
  const reopened = [
    { to: 'REJECTED', withdrawn: true },
    { to: 'REVIEWING' },
    { to: 'REJECTED' },
    { to: 'REVIEWING' },
    { to: 'REJECTED', withdrawn: true },
  ];
  await givenHistory(first?.['id'], reopened);
  await givenHistory(second?.['id'], [{ to: 'REVIEWING' }, { to: 'REJECTED' }]);
  await givenHistory(third?.['id'], [{ to: 'REJECTED', withdrawn: true }]);

  // Withdrawn by a process of the version before, which commits while the migration waits.
  await two.rows('begin');
  await two.rows(`update partner_application set status = 'REJECTED', decided_at = null, withdrawn_at = now()
    where status = 'PENDING'`);
  const migrated = migrate(urls);
  await expect
    .poll(() =>
      one.rows(`select from pg_locks where not granted and locktype = 'relation'
      and database = (select oid from pg_database where datname = current_database())`),
    )
    .toHaveLength(1);
  await two.rows('commit');
  await migrated;

  const historyOf = async (application: Record<string, unknown> | undefined) =>
    (
      await one.rows(
        'select withdrawn from partner_application_status_change where application_id = $1 order by changed_at',
        [application?.['id']],
      )
    ).map(({ withdrawn }) => withdrawn);
  expect(await historyOf(first)).toEqual([true, false, false, false, true]);
  expect(await historyOf(second)).toEqual([false, false]);
  expect(await historyOf(third)).toEqual([true]);
  expect(await one.rows(TOTAL)).toEqual([{ total: 320 }]);
  expect(await wrongCounters(one)).toEqual([]);
  await insert(one, 20);
  await one.rows(`update partner_application set status = 'REVIEWING', withdrawn_at = null where withdrawn_at is not null
    and hashtext(id::text) % 2 = 0`);
  expect(await wrongCounters(one)).toEqual([]);
});

test('processes of the version before go on: what they read is what it was', async () => {
  const [counted] = await one.rows(`select coalesce(sum(n), 0)::int as n from (
    select n from partner_application_count where resolution = 'all' and status = 'REJECTED'
    union all select n from partner_application_delta where status = 'REJECTED') as parts`);

  const [rows] = await one.rows(`select count(*)::int as n from partner_application where status = 'REJECTED'`);
  expect(counted).toEqual(rows);
});
