<<<<<<< HEAD
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { cloneDatabase, emptyDatabase, type TestDatabase } from '../support/database.ts';
import { connectionsIn, useMigrators } from '../support/migrators.ts';
=======
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import pg from 'pg';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { createDatabase, type DatabaseUrls } from '../../src/dev/postgres/development.database.ts';
import { databaseUrl, SUPERUSER } from '../../src/dev/postgres/embedded.database.ts';
import { cloneDatabase, type TestDatabase } from '../support/database.ts';
import { ROOT } from '../support/processes/product.process.ts';
>>>>>>> fa683ac (Bundle the server, so that a start reads few files)

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
<<<<<<< HEAD
  const database = await emptyDatabase();
  closings.push(() => database.close());
  return database;
=======
  const port = inject('databasePort');
  const name = `test_${uuid().replaceAll('-', '')}`;
  const urls = await createDatabase(port, name);
  const superuser = new pg.Client(databaseUrl(port, SUPERUSER, name));
  await superuser.connect();
  closings.push(() => superuser.end());
  return {
    ...urls,
    rows: async (sql, values) => (await superuser.query(sql, values)).rows,
    close: () => superuser.end(),
  };
}

const MIGRATE = `
  const [ownerUrl, loginUrl] = process.argv.slice(1);
  const { migrate } = await import('./src/migrations/migrate.ts');
  await migrate({ ownerUrl, loginUrl });`;

/** Migrates in a separate process. `ended` resolves to its exit code. */
function migrateIn({ ownerUrl, loginUrl }: DatabaseUrls) {
  const command = ['--import', '@oxc-node/core/register', '--input-type=module', '-e', MIGRATE, ownerUrl, loginUrl];
  const child = spawn(process.execPath, command, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
  started.push(child);
  return { child, ended: once(child, 'exit').then(([code]) => code as number | null) };
}

/** Waits until this many connections wait for a lock of this kind: see pg_stat_activity in PostgreSQL's manual. */
async function waitingFor(database: TestDatabase, event: 'transactionid' | 'advisory', count = 1): Promise<void> {
  await vi.waitFor(
    async () => {
      await database.rows('select pg_stat_clear_snapshot()');
      const rows = await database.rows(
        'select wait_event from pg_stat_activity where datname = current_database() and wait_event = $1',
        [event],
      );
      expect(rows).toHaveLength(count);
    },
    { timeout: 30_000 },
  );
>>>>>>> fa683ac (Bundle the server, so that a start reads few files)
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
