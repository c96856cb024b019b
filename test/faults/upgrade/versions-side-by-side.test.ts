import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { JOB_SCHEMA_VERSION } from '../../../src/core/jobs/job.queue.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { expectNothingLost, expectSent, moreOf, startLoad } from '../../support/load.ts';
import { FakePostmark } from '../../support/processes/fake-postmark.ts';
import { NEWER, writeNewerVersion } from '../../support/processes/newer.version.ts';
import {
  ADMIN_RECIPIENTS,
  compile,
  ProductProcess,
  ROOT,
  useProduct,
} from '../../support/processes/product.process.ts';
import { PRODUCTION } from '../../support/processes/production.ts';

const { start, newFolder } = useProduct();
let postmark: FakePostmark;

beforeAll(async () => {
  await compile('server');
  postmark = await FakePostmark.start();
}, 120_000);
afterAll(() => postmark.stop());

/** In production, a process without MIGRATION_DATABASE_URL does not migrate. */
const environmentFor = ({ loginUrl }: TestDatabase, folder = ROOT) => ({
  ...PRODUCTION,
  ADMIN_NOTIFICATION_EMAILS: ADMIN_RECIPIENTS.join(),
  POSTMARK_API_URL: postmark.url,
  DATABASE_URL: loginUrl,
  PRODUCT_FOLDER: folder,
});

async function givenNewerVersion(options?: { required: boolean }): Promise<string> {
  const folder = await newFolder();
  await writeNewerVersion(folder, options);
  return folder;
}

/** Runs the migrate command of the version in a folder. */
async function migrateWith(folder: string, database: TestDatabase) {
  const child = spawn(process.execPath, [join(folder, 'dist/migrations/migrate.command.js')], {
    env: { ...environmentFor(database), MIGRATION_DATABASE_URL: database.ownerUrl },
  });
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { code: code as number, lines: (stdout + stderr).trim().split('\n') };
}

/** Starts a process that is expected to end. Returns its exit status and the reason in its log. */
async function refusalToStart(environment: Record<string, string>) {
  const product = new ProductProcess(environment);
  const { code } = await product.ended;
  return { code, reason: product.logs.find(({ level }) => level === 60)?.['msg'] };
}

const stateOf = (database: TestDatabase) =>
  database.rows(`select (select array_agg(name order by name) from mikro_orm_migrations) as migrations,
    (select version from pgboss.version) as jobs, (select json_agg(retry_limit order by name) from pgboss.queue) as retries`);

describe('Fault 22: a newer version that only adds to the database', () => {
  let database: TestDatabase;
  let newer: string;

  beforeAll(async () => {
    database = await cloneDatabase();
    newer = await givenNewerVersion();
  });
  afterAll(() => database.close());

  test('refuses to start before its migration, and says what to do', async () => {
    expect(await refusalToStart(environmentFor(database, newer))).toEqual({
      code: 1,
      reason: expect.stringMatching(/^could not start: the database is not migrated.* run npm run migrate/),
    });
  });

  test('this version serves while the newer one migrates, beside it, and starts again on its database', async () => {
    const product = await start(environmentFor(database));
    const admin = await product.signIn();
    const load = startLoad(product, admin);
    await moreOf(load);

    const migration = await migrateWith(newer, database);

    expect(migration).toEqual({ code: 0, lines: [`Running ${NEWER}.`, 'The database is ready for this version.'] });
    await moreOf(load);
    const beside = await start(environmentFor(database, newer));
    const again = await start(environmentFor(database));
    const loads = [load, startLoad(beside, admin), startLoad(again, admin)];
    await Promise.all(loads.map((each) => moreOf(each)));
    for (const each of loads) await each.stop();
    expect(loads.flatMap(({ refusals, lost }) => [...refusals, ...lost])).toEqual([]);
    const acknowledged = loads.flatMap((each) => each.acknowledged);
    await expectNothingLost(database.rows, acknowledged);
    await expectSent(database.rows, acknowledged, 60_000);
    expect([product, beside, again].flatMap(({ troubles }) => troubles)).toEqual([]);
    expect(again.logs).toContainEqual(expect.objectContaining({ newer: [NEWER] }));
  }, 120_000);

  test('pg-boss builds the indexes of its upgrade before the command ends', async () => {
    const indexes = await database.rows(`select indisvalid from pg_index
      where indexrelid in (select oid from pg_class where relname ~ 'job_newer' and relkind = 'i')`);

    expect(indexes).toEqual([{ indisvalid: true }]);
  });

  test('the migrate command of this version leaves the newer database as it is', async () => {
    await database.rows(`update pgboss.queue set retry_limit = retry_limit + 1`);
    const before = await stateOf(database);

    expect(await migrateWith(ROOT, database)).toMatchObject({ code: 0 });

    expect(await stateOf(database)).toEqual(before);
  });
});

describe('Fault 22: a newer version whose database this one cannot use', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await cloneDatabase();
  });
  afterAll(() => database.close());

  test('makes running processes not ready, and this version refuses to start and to migrate', async () => {
    const product = await start(environmentFor(database));
    const newer = await givenNewerVersion({ required: true });
    expect(await migrateWith(newer, database)).toMatchObject({ code: 0 });
    const migrated = await stateOf(database);

    await expect.poll(() => product.health('ready'), { timeout: 10_000 }).toBe(503);
    expect(await product.health('live')).toBe(200);
    const reason = `a newer version has changed the database (${NEWER}), and this version cannot run on it; start a newer version`;
    expect(await refusalToStart(environmentFor(database))).toEqual({ code: 1, reason: `could not start: ${reason}` });
    expect(await migrateWith(ROOT, database)).toEqual({ code: 1, lines: [reason] });
    expect(await stateOf(database)).toEqual(migrated);
  }, 60_000);
});

test('Fault 18: a database without a migration is refused at the start, and makes a running process not ready', async () => {
  const database = await cloneDatabase();
  const product = await start(environmentFor(database));
  const [last] = await database.rows(
    'delete from mikro_orm_migrations where id = (select max(id) from mikro_orm_migrations) returning name',
  );

  await expect.poll(() => product.health('ready'), { timeout: 10_000 }).toBe(503);
  const reason = `the database lacks migrations of this version (${String(last?.['name'])}); run npm run migrate, or node dist/migrations/migrate.command.js`;
  expect(await refusalToStart(environmentFor(database))).toEqual({ code: 1, reason: `could not start: ${reason}` });
  await database.close();
}, 60_000);

test('each version of pg-boss is known, so that its next schema is a decision', async () => {
  const { pgboss } = JSON.parse(await readFile(join(ROOT, 'node_modules/pg-boss/package.json'), 'utf8')) as {
    pgboss: { schema: number };
  };

  expect(JOB_SCHEMA_VERSION).toBe(pgboss.schema);
});
