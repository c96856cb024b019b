import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { DatabaseUrls } from '../../src/dev/postgres/development.database.ts';
import { cloneDatabase, emptyDatabase, type TestDatabase } from '../support/database.ts';
import { compile, ROOT } from '../support/processes/product.process.ts';

const started: ChildProcess[] = [];
const closings: (() => Promise<void>)[] = [];
let migrated: TestDatabase;

beforeAll(async () => {
  await compile();
  migrated = await cloneDatabase();
  closings.push(() => migrated.close());
});
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  for (const close of closings) await close();
});

async function givenEmptyDatabase(): Promise<TestDatabase> {
  const database = await emptyDatabase();
  closings.push(() => database.close());
  return database;
}

const MIGRATE = `
  const [ownerUrl, loginUrl] = process.argv.slice(1);
  const { migrate } = await import('./dist/migrations/migrate.js');
  await migrate({ ownerUrl, loginUrl });`;

/** Migrates in a separate process. `ended` resolves to its exit code. */
function migrateIn({ ownerUrl, loginUrl }: DatabaseUrls) {
  const command = ['--input-type=module', '-e', MIGRATE, ownerUrl, loginUrl];
  const child = spawn(process.execPath, command, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
  started.push(child);
  return { child, ended: once(child, 'exit').then(([code]) => code as number | null) };
}

/** Connections by their state: see pg_stat_activity in PostgreSQL's manual. */
const STATES = {
  waitsForChange: `wait_event = 'transactionid'`,
  waitsForTurn: `state = 'idle' and query like 'select pg_try_advisory_lock%'`,
};

/** Waits until this many connections are in a state. */
async function connectionsIn(state: keyof typeof STATES, database: TestDatabase, count = 1): Promise<void> {
  await vi.waitFor(
    async () => {
      await database.rows('select pg_stat_clear_snapshot()');
      const rows = await database.rows(
        `select pid from pg_stat_activity where datname = current_database() and ${STATES[state]}`,
      );
      expect(rows).toHaveLength(count);
    },
    { timeout: 30_000, interval: 20 },
  );
}

/** The objects of a database, and their permissions. */
const contents = (database: TestDatabase) =>
  database.rows(`select 'table' as kind, oid::regclass::text as name, relacl::text as rights from pg_class
      where relnamespace in (select oid from pg_namespace where nspname in ('public', 'pgboss'))
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
  'kill -9 in $place rolls that migration back, keeps the earlier ones, and a rerun does the rest',
  async ({ made, tables }) => {
    const database = await givenEmptyDatabase();
    await database.rows('begin');
    await database.rows(made);
    const { child, ended } = migrateIn(database);
    await connectionsIn('waitsForChange', database);

    child.kill('SIGKILL');
    await ended;
    await database.rows('rollback');

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
  60_000,
);

test('if the first of three concurrent runs is killed, the others take turns and run each migration once', async () => {
  const database = await givenEmptyDatabase();
  await database.rows('begin');
  await database.rows('create table user_session ()');
  const first = migrateIn(database);
  await connectionsIn('waitsForChange', database);
  const others = [migrateIn(database), migrateIn(database)];
  await connectionsIn('waitsForTurn', database, 2);

  first.child.kill('SIGKILL');
  await first.ended;
  await database.rows('rollback');

  expect(await Promise.all(others.map(({ ended }) => ended))).toEqual([0, 0]);
  expect(await contents(database)).toEqual(await contents(migrated));
  expect(await database.rows('select name from mikro_orm_migrations')).toEqual(
    await migrated.rows('select name from mikro_orm_migrations'),
  );
}, 90_000);
