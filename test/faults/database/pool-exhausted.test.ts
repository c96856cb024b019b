import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import type { Actor } from '../../support/api.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { LIST, refusalOf, submitTo } from '../../support/load.ts';
import { becomesReady, useProduct, type ProductProcess } from '../../support/processes/product.process.ts';

const { start } = useProduct();
let database: TestDatabase;
let product: ProductProcess;
let admin: Actor;

beforeAll(async () => {
  database = await cloneDatabase();
  const urls = { DATABASE_URL: database.loginUrl, MIGRATION_DATABASE_URL: database.ownerUrl };
  product = await start({ ...urls, DATABASE_POOL_SIZE: '2', WORKER: 'off' });
  admin = await product.signIn();
}, 120_000);
afterAll(() => database.close());

const times = <Result>(count: number, work: (index: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

const ask = (index: number) => (index % 2 ? submitTo(product) : product.ask(admin, LIST));

test('Fault 5: with a pool of 2, 20 statements that wait for a lock fail, and later ones succeed', async () => {
  await database.rows('begin');
  onTestFinished(async () => void (await database.rows('rollback')));
  await database.rows('lock table partner_application in access exclusive mode');
  // The limits ensure that they are answered while the lock is held.
  const refused = await times(20, ask);
  expect(await product.health('live')).toBe(200);
  await database.rows('rollback');

  expect(new Set(refused.map(refusalOf))).toEqual(new Set(['503 UNAVAILABLE']));
  await becomesReady(product, 10_000);
  const answered = await times(20, ask);
  expect(new Set(answered.map(refusalOf))).toEqual(new Set(['200']));
  await vi.waitFor(async () => {
    const busy = `select query from pg_stat_activity where datname = current_database()
      and pid <> pg_backend_pid() and state <> 'idle'`;
    expect(await database.rows(busy)).toEqual([]);
  });
}, 60_000);
