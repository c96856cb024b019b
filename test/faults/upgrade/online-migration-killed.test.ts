import { afterEach, beforeEach, expect, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { connectionsIn, useMigrators } from '../../support/migrators.ts';

const migrateIn = useMigrators();
let database: TestDatabase;

beforeEach(async () => {
  database = await cloneDatabase();
});
afterEach(() => database.close());

const INDEX = `this.addIndex('email_message_tries_index', 'email_message (tries)')`;
const INDEXES = `select indisvalid as valid from pg_index join pg_class on pg_class.oid = indexrelid
  where relname ~ '^email_message_tries_index'`;

const EMAIL = `insert into email_message (id, template, recipient, data, status, tries, created_at)
  select ('00000000-0000-7000-8000-' || lpad(number::text, 12, '0'))::uuid, 'user.invited', 'ada@acme.example', '{}', 'SENT', 0, now()
  from generate_series(1, 5000) number`;

/** Runs while a transaction that has written to the table is open. */
async function whileWritten(work: () => Promise<void>): Promise<void> {
  await database.rows('begin');
  await database.rows(EMAIL);
  try {
    await work();
  } finally {
    await database.rows('rollback');
  }
}

test('Fault 13: after kill -9 while an index is built concurrently, a rerun replaces the invalid index', async () => {
  await whileWritten(async () => {
    const { child, ended } = migrateIn(database, INDEX);
    await connectionsIn('waitsForOlderTransaction', database);
    child.kill('SIGKILL');
    await ended;
    // Otherwise, PostgreSQL would finish the index when the transaction ends.
    await database.rows(
      `select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and query like 'create index%'`,
    );
  });
  expect(await database.rows(INDEXES)).toEqual([{ valid: false }]);

  expect(await migrateIn(database, INDEX).ended).toBe(0);

  expect(await database.rows(INDEXES)).toEqual([{ valid: true }]);
}, 60_000);

test('Fault 13: a rerun waits for PostgreSQL, which still builds the index of a killed process', async () => {
  let rerun: ReturnType<typeof migrateIn> | undefined;
  await whileWritten(async () => {
    const { child, ended } = migrateIn(database, INDEX);
    await connectionsIn('waitsForOlderTransaction', database);
    child.kill('SIGKILL');
    await ended;
    rerun = migrateIn(database, INDEX);
    await connectionsIn('waitsForOlderTransaction', database);
  });

  expect(await rerun?.ended).toBe(0);
  expect(await database.rows(INDEXES)).toEqual([{ valid: true }]);
}, 60_000);

test('Fault 13: two concurrent runs take turns, although an index waits for all older transactions', async () => {
  const runs: ReturnType<typeof migrateIn>[] = [];
  await whileWritten(async () => {
    runs.push(migrateIn(database, INDEX));
    await connectionsIn('waitsForOlderTransaction', database);
    runs.push(migrateIn(database, INDEX));
    await connectionsIn('waitsForTurn', database);
  });

  expect(await Promise.all(runs.map(({ ended }) => ended))).toEqual([0, 0]);
  expect(await database.rows(INDEXES)).toEqual([{ valid: true }]);
}, 60_000);

test('Fault 13: kill -9 between batches keeps the finished ones, and a rerun changes the rest once', async () => {
  const batches = `this.addBatches({ table: 'email_message', set: 'tries = tries + 1', where: 'tries = 0' })`;
  const byTries = 'select tries, count(*)::int as rows from email_message group by tries order by tries';
  await database.rows(EMAIL);
  await database.rows('begin');
  await database.rows(`select 1 from email_message where id = '00000000-0000-7000-8000-000000003000' for update`);
  const { child, ended } = migrateIn(database, batches);
  const inBatches = [
    { tries: 0, rows: 3000 },
    { tries: 1, rows: 2000 },
  ];
  await expect.poll(() => database.rows(byTries), { timeout: 30_000 }).toEqual(inBatches);

  child.kill('SIGKILL');
  await ended;
  await database.rows('rollback');
  expect(await database.rows(byTries)).toEqual(inBatches);

  expect(await migrateIn(database, batches).ended).toBe(0);
  expect(await database.rows(byTries)).toEqual([{ tries: 1, rows: 5000 }]);
}, 60_000);
