import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { cloneDatabase, emptyDatabase, type TestDatabase } from '../../support/database.ts';
import { connectionsIn, useMigrators } from '../../support/migrators.ts';

const migrateIn = useMigrators();
const closings: (() => Promise<void>)[] = [];
let migrated: TestDatabase;

beforeAll(async () => {
  migrated = await cloneDatabase();
  closings.push(() => migrated.close());
});
afterAll(async () => {
  for (const close of closings) await close();
});

async function givenEmptyDatabase(): Promise<TestDatabase> {
  const database = await emptyDatabase();
  closings.push(() => database.close());
  return database;
}

/**
 * Creates something without a commit, and returns the rollback. On a connection of its own, without queries: an index that
 * is built concurrently would wait for their snapshots.
 */
async function heldBack(database: TestDatabase, made: string): Promise<() => Promise<void>> {
  const holder = new pg.Client(database.ownerUrl);
  await holder.connect();
  await holder.query('begin');
  await holder.query(made);
  return async () => {
    await holder.query('rollback');
    await holder.end();
  };
}

/** The objects of a database, and their permissions. The job queue's statistics have a partition for each day. */
const contents = (database: TestDatabase) =>
  database.rows(`select 'table' as kind, oid::regclass::text as name, relacl::text as rights from pg_class
      where relnamespace in (select oid from pg_namespace where nspname in ('public', 'pgboss'))
        and relname !~ '^queue_stats_.*[0-9]'
    union all select 'function', oid::regprocedure::text, proacl::text from pg_proc
      where pronamespace in (select oid from pg_namespace where nspname in ('public', 'pgboss'))
    union all select 'schema', nspname, nspacl::text from pg_namespace where nspname in ('public', 'pgboss')
    order by 1, 2`);

/** Created in the middle of it. A migrator waits while the test creates the same without a commit. */
const MIDST = [
  { place: 'a migration', made: 'create table user_session ()', tables: ['audit_event', 'email_message'] },
  {
    place: 'the job queue',
    made: 'create schema pgboss',
    tables: ['audit_event', 'email_message', 'partner_application', 'user_account'],
  },
];

test.each(MIDST)(
  'Fault 13: kill -9 in $place rolls that migration back, keeps the earlier ones, and a rerun does the rest',
  async ({ made, tables }) => {
    const database = await givenEmptyDatabase();
    const rollBack = await heldBack(database, made);
    const { child, ended } = migrateIn(database);
    await connectionsIn('waitsForChange', database);

    child.kill('SIGKILL');
    await ended;
    await rollBack();

    await vi.waitFor(async () => {
      const others = 'select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()';
      expect(await database.rows(others)).toEqual([]);
    });
    expect(
      await database.rows(
        `select relname as name from pg_class where relname = any ($1) and relkind = 'r' order by relname`,
        [MIDST.at(-1)?.tables],
      ),
    ).toEqual(tables.map((name) => ({ name })));
    expect(await migrateIn(database).ended).toBe(0);
    expect(await contents(database)).toEqual(await contents(migrated));
  },
  120_000,
);

test('Fault 13: if the first of three concurrent runs is killed, the others take turns and run each migration once', async () => {
  const database = await givenEmptyDatabase();
  const rollBack = await heldBack(database, 'create table user_session ()');
  const first = migrateIn(database);
  await connectionsIn('waitsForChange', database);
  const others = [migrateIn(database), migrateIn(database)];
  await connectionsIn('waitsForTurn', database, 2);

  first.child.kill('SIGKILL');
  await first.ended;
  await rollBack();

  expect(await Promise.all(others.map(({ ended }) => ended))).toEqual([0, 0]);
  expect(await contents(database)).toEqual(await contents(migrated));
  expect(await database.rows('select name from mikro_orm_migrations')).toEqual(
    await migrated.rows('select name from mikro_orm_migrations'),
  );
}, 120_000);
