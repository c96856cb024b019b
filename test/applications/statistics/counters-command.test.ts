import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { PLATFORM_ROLE } from '../../../src/core/database/tenancy.ts';
import {
  chance,
  connect,
  insertApplications,
  someApplication,
  type Connection,
} from '../../support/given/rows/application-rows.ts';
import { TOTAL, wrongCounters } from '../../support/counters.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
let [one, two] = [] as unknown as [Connection, Connection];

beforeAll(async () => {
  database = await cloneDatabase();
  [one, two] = await Promise.all([connect(database.ownerUrl), connect(database.ownerUrl)]);
});

beforeEach(async () => {
  for (const { rows } of [one, two]) await rows('rollback');
  await one.rows('truncate partner_application cascade');
  const random = chance(3);
  await insertApplications(
    one.rows,
    Array.from({ length: 500 }, () => someApplication(random, '2026-02-20', 20)),
  );
  await insertApplications(one.rows, [{ created: '2026-02-20T10:00:00Z' }]);
});

afterAll(async () => {
  for (const { close } of [one, two]) await close();
  await database.close();
});

const check = () => one.rows('select * from check_partner_application_counters() order by counter');
const rebuild = ({ rows }: Connection) => rows('select rebuild_partner_application_counters()');

/** Like an operator with `npm run counters:…`. */
async function command(action: string, url = database.ownerUrl): Promise<{ code: number; output: string }> {
  const script = ['--import', '@oxc-node/core/register', 'src/applications/counters/counters.command.ts', action];
  const environment = { ...process.env, NODE_ENV: 'test', MIGRATION_DATABASE_URL: url };
  try {
    const { stdout } = await promisify(execFile)(process.execPath, script, { env: environment });
    return { code: 0, output: stdout };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
}

const MANIPULATIONS = [
  `update partner_application_count set n = n + 2 where resolution = 'all' and status = 'PENDING'
    and partnership_type = 'RESELLER' and company_size = '1-10'`,
  `delete from partner_application_industry_count where resolution = 'day' and day = '2026-02-25' and industry = 'Zoo'`,
  `insert into partner_application_decision_count values ('all', 10, '-infinity', 100000, 7)`,
  `update partner_application_assignee_count set n = n - 1 where resolution = 'month'`,
  `delete from partner_application_industry_detail_count where industry = 'Retail'`,
  `update partner_application_activity set approved = 0 where resolution = 'quarter'`,
  `delete from partner_application_delta`,
];

test.each(MANIPULATIONS)('finds and repairs: %s', async (manipulation) => {
  expect(await check()).toEqual([]);
  await one.rows(manipulation);

  expect(await check()).not.toEqual([]);
  await rebuild(one);

  expect(await wrongCounters(one)).toEqual([]);
});

test('shows the difference of each counter', async () => {
  await one.rows(MANIPULATIONS[2] ?? '');

  expect(await check()).toEqual([
    {
      counter: 'partner_application_decision_count',
      key: { resolution: 'all', width: 10, day: '-infinity', minutes: 100_000 },
      lacking: { n: -7 },
    },
  ]);
});

test('a rebuild keeps correct counters, and deletes those that are zero', async () => {
  await one.rows(`update partner_application set status = 'REVIEWING' where status = 'PENDING'`);
  await one.rows('select fold_partner_application_deltas(100000)');
  const rows = (where: string) =>
    one.rows(`select ctid, * from partner_application_count where ${where} order by resolution, day, status, ctid`);
  const before = await rows('n <> 0');
  expect(await rows('n = 0')).not.toEqual([]);

  await rebuild(one);

  expect(await rows('true')).toEqual(before);
  expect(await wrongCounters(one)).toEqual([]);
});

test('a rebuild is exact during concurrent writes, and does not block them', async () => {
  await two.rows('begin');
  await insertApplications(two.rows, [{}, {}]);
  await one.rows('delete from partner_application_count');

  await one.rows('begin');
  await rebuild(one);
  await insertApplications(
    two.rows,
    Array.from({ length: 300 }, () => ({})),
  );
  await two.rows(`update partner_application set status = 'REVIEWING' where status = 'PENDING'`);
  await two.rows('commit');
  await one.rows('commit');

  expect(await wrongCounters(one)).toEqual([]);
});

test('the check is exact during concurrent writes', async () => {
  await two.rows('begin');
  await insertApplications(
    two.rows,
    Array.from({ length: 300 }, () => ({})),
  );

  expect(await check()).toEqual([]);
  await two.rows('commit');
  expect(await check()).toEqual([]);
});

test('refuses a rebuild that is not in READ COMMITTED', async () => {
  await one.rows('begin isolation level repeatable read');

  await expect(rebuild(one)).rejects.toThrow('READ COMMITTED');
});

test('truncating the table empties the counters', async () => {
  await one.rows('truncate partner_application cascade');

  expect(await one.rows(TOTAL)).toEqual([{ total: 0 }]);
  expect(await wrongCounters(one)).toEqual([]);
});

test('the command reports differences and exits with 1, repairs them, and then exits with 0', async () => {
  await one.rows(MANIPULATIONS[2] ?? '');

  const wrong = await command('check');
  expect(wrong.code).toBe(1);
  expect(wrong.output).toBe(
    'partner_application_decision_count {"day":"-infinity","width":10,"minutes":100000,"resolution":"all"} lacks {"n":-7}\nWrong counters: 1.\n',
  );
  expect(await command('rebuild')).toEqual({ code: 0, output: 'All counters are correct.\n' });
  expect(await command('check')).toEqual({ code: 0, output: 'All counters are correct.\n' });
});

test.each([
  { action: 'repair', url: undefined, says: 'check or rebuild' },
  { action: 'check', url: '', says: 'MIGRATION_DATABASE_URL' },
])('the command refuses $action', async ({ action, url, says }) => {
  const { code, output } = await command(action, url);

  expect(code).toBe(1);
  expect(output).toContain(says);
});

test.each([
  `update partner_application_count set n = 0`,
  `delete from partner_application_delta`,
  `insert into partner_application_decision_count values ('all', 10, '-infinity', 1, 1)`,
  `select fold_partner_application_deltas(1)`,
  `select rebuild_partner_application_counters()`,
  `select * from check_partner_application_counters()`,
  `select nextval('partner_application_delta_turn')`,
])('the application can read the counters, but not: %s', async (statement) => {
  const login = new pg.Client(database.loginUrl);
  await login.connect();
  try {
    await login.query(`begin; set local role ${PLATFORM_ROLE}`);
    expect((await login.query(TOTAL)).rows).toEqual([{ total: 501 }]);
    await expect(login.query(statement)).rejects.toThrow('permission denied');
  } finally {
    await login.end();
  }
});
