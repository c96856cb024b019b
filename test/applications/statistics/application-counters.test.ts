import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  chance,
  connect,
  insertApplications,
  insertAssignees,
  someApplication,
  type Connection,
} from '../../support/given/rows/application-rows.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { journalLength, TOTAL, wrongCounters } from '../../support/counters.ts';

let database: TestDatabase;
let [one, two, three] = [] as unknown as [Connection, Connection, Connection];
let assignees: string[] = [];

beforeAll(async () => {
  database = await cloneDatabase();
  [one, two, three] = await Promise.all([
    connect(database.ownerUrl),
    connect(database.ownerUrl),
    connect(database.ownerUrl),
  ]);
});

beforeEach(async () => {
  for (const { rows } of [one, two, three]) await rows('rollback');
  await one.rows('truncate partner_application cascade');
  assignees = await insertAssignees(one.rows, 2);
});

afterAll(async () => {
  for (const { close } of [one, two, three]) await close();
  await database.close();
});

const total = async ({ rows }: Connection) => (await rows(TOTAL))[0]?.['total'];

/** Enough rows in one statement to trigger folding, if it is allowed. */
const insertMany = (connection: Connection, count: number) =>
  insertApplications(
    connection.rows,
    Array.from({ length: count }, () => ({})),
  );

test('counts every change of applications, also between folds', async () => {
  const random = chance(1);
  const wrong = [];
  for (let round = 0; round < 60; round++) {
    await insertApplications(
      one.rows,
      Array.from({ length: random(12) }, () => someApplication(random, '2026-01-25', 40, assignees)),
    );
    await one.rows(
      `update partner_application set status = 'APPROVED', withdrawn_at = null,
        decided_at = created_at + $1 * interval '1 minute'
        where status <> 'APPROVED' and hashtext(id::text) % 7 = $2`,
      [random(9000), random(7)],
    );
    await one.rows(
      `update partner_application set status = 'REJECTED', decided_at = null, withdrawn_at = created_at + $1 * interval '1 hour'
        where status <> 'REJECTED' and hashtext(id::text) % 17 = $2`,
      [random(50), random(17)],
    );
    await one.rows(
      `update partner_application set status = 'REVIEWING', decided_at = null, withdrawn_at = null, industry = 'Other', company_size = '501+',
        created_at = created_at - $1 * interval '1 hour' where hashtext(id::text) % 11 = $2`,
      [random(50), random(11)],
    );
    await one.rows('update partner_application set assignee_id = $1 where hashtext(id::text) % 5 = $2', [
      [...assignees, null][random(3)],
      random(5),
    ]);
    await one.rows('update partner_application set version = version + 1');
    await one.rows('delete from partner_application where hashtext(id::text) % 13 = $1', [random(13)]);
    if (random(3) === 0) await one.rows('select fold_partner_application_deltas($1)', [random(40)]);
    wrong.push(...(await wrongCounters(one)));
  }
  expect(wrong).toEqual([]);
});

test('does not count a transaction that rolls back, folded or not', async () => {
  await insertMany(one, 5);
  for (const count of [3, 300]) {
    await one.rows('begin');
    await insertMany(one, count);
    expect(await total(one)).toBe(5 + count);
    await one.rows('savepoint before');
    await insertMany(one, count);
    await one.rows('rollback to savepoint before');
    expect(await total(one)).toBe(5 + count);
    await one.rows('rollback');
    expect(await total(one)).toBe(5);
    expect(await wrongCounters(one)).toEqual([]);
  }
});

test('two open transactions with the same counters do not wait for each other', async () => {
  await insertMany(one, 300);
  await one.rows('begin');
  await two.rows('begin');
  await insertMany(one, 1);
  await insertMany(two, 1);
  await one.rows(
    `update partner_application set status = 'REVIEWING' where id = (select min(id::text)::uuid from partner_application)`,
  );
  await two.rows(
    `update partner_application set status = 'REVIEWING' where id = (select max(id::text)::uuid from partner_application)`,
  );

  expect([await total(one), await total(two), await total(three)]).toEqual([301, 301, 300]);
  await one.rows('commit');
  expect(await total(three)).toBe(301);
  await two.rows('commit');
  expect(await wrongCounters(one)).toEqual([]);
});

test('an open transaction that has folded does not block other writes', async () => {
  await insertMany(two, 10);
  await one.rows('begin');
  await insertMany(one, 300);
  expect(await journalLength(one)).toBe(0);

  await insertMany(two, 300);
  await two.rows(`update partner_application set company_size = '501+'`);
  expect(await total(two)).toBe(310);
  expect(await journalLength(two)).toBeGreaterThanOrEqual(300);

  await one.rows('commit');
  expect(await total(two)).toBe(610);
  expect(await wrongCounters(one)).toEqual([]);
  await insertMany(two, 300);
  expect(await journalLength(two)).toBe(0);
  expect(await wrongCounters(one)).toEqual([]);
});

test('the journal stays short with single submissions', async () => {
  for (let count = 1; count <= 300; count++) {
    await insertMany(one, 1);
    expect(await journalLength(one)).toBeLessThan(256);
  }
  expect(await wrongCounters(one)).toEqual([]);
});

test('a backlog is folded in small portions, so that no single write is slow', async () => {
  await two.rows('begin');
  await two.rows('select pg_advisory_xact_lock(partner_application_fold_lock(), 0)');
  await insertMany(one, 9000);
  await two.rows('commit');
  expect(await journalLength(one)).toBe(9000);

  await one.rows(`select setval('partner_application_delta_turn', 255)`);
  const lengths = [];
  for (let writer = 0; writer < 4; writer++) {
    await insertMany(one, 1);
    lengths.push(await journalLength(one));
  }
  expect(lengths).toEqual([4904, 808, 0, 1]);
  expect(await wrongCounters(one)).toEqual([]);
});

test('transactions with stricter isolation count, and leave folding to others', async () => {
  await insertMany(one, 5);
  await two.rows('begin isolation level repeatable read');
  expect(await total(two)).toBe(5);
  await insertMany(one, 300);
  await insertMany(two, 300);
  await two.rows('commit');

  expect(await journalLength(one)).toBe(300);
  expect(await total(one)).toBe(605);
  expect(await wrongCounters(one)).toEqual([]);
});

test('many rows in one statement are counted and folded together', async () => {
  const random = chance(2);
  await insertApplications(
    one.rows,
    Array.from({ length: 3_000 }, () => someApplication(random, '2025-01-01', 700, assignees)),
  );

  expect(await journalLength(one)).toBe(0);
  expect(await wrongCounters(one)).toEqual([]);
  await one.rows(`update partner_application set partnership_type = 'REFERRAL'`);
  expect(await journalLength(one)).toBe(0);
  expect(await wrongCounters(one)).toEqual([]);
});

test('an insert prevented by a conflict is not counted, and one turned into an update counts as an update', async () => {
  await insertMany(one, 1);
  const again = (action: string) =>
    one.rows(`insert into partner_application (id, company_name, contact_name, contact_email, motivation, updated_at,
        status, partnership_type, company_size, industry, created_at)
      select id, company_name, contact_name, contact_email, motivation, updated_at, 'REVIEWING', partnership_type, company_size,
        industry, created_at from partner_application
      on conflict (id) do ${action}`);

  await again('nothing');
  expect(await wrongCounters(one)).toEqual([]);
  await again('update set status = excluded.status');
  expect(await total(one)).toBe(1);
  expect(await wrongCounters(one)).toEqual([]);
});

test('every snapshot is exact during concurrent writes', async () => {
  const writers = await Promise.all(Array.from({ length: 4 }, () => connect(database.ownerUrl)));
  let writing = true;
  const write = async ({ rows }: Connection, seed: number) => {
    const random = chance(seed);
    for (let round = 0; round < 60; round++) {
      await rows('begin');
      await insertApplications(
        rows,
        Array.from({ length: random(10) === 0 ? 260 : 1 }, () => someApplication(random, '2026-03-01', 3)),
      );
      await rows(
        `update partner_application set status = 'REJECTED', decided_at = created_at + interval '90 minutes'
          where id in (select id from partner_application where status = 'PENDING' limit $1 for update skip locked)`,
        [random(4)],
      );
      await rows(
        `delete from partner_application
        where id in (select id from partner_application offset $1 limit 1 for update skip locked)`,
        [random(50)],
      );
      await rows(random(5) === 0 ? 'rollback' : 'commit');
    }
  };
  const look = async () => {
    const wrong = [];
    while (writing) {
      const [seen] = await three.rows(
        `select (${TOTAL}) as counted, (select count(*)::int from partner_application) as actual`,
      );
      if (seen?.['counted'] !== seen?.['actual']) wrong.push(seen);
    }
    return wrong;
  };
  const work = Promise.all(writers.map(write)).finally(() => {
    writing = false;
  });

  expect(await Promise.all([look(), work])).toMatchObject([[], {}]);
  expect(await wrongCounters(one)).toEqual([]);
  for (const { close } of writers) await close();
});
