import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../support/api.ts';
import { expectNothingLost, moreOf, refusalOf, startLoad, submitTo, type Load } from '../support/load.ts';
import { PostgresCluster } from '../support/postgres.cluster.ts';
import { becomesReady, useProduct, type ProductProcess } from '../support/product.process.ts';

const { start } = useProduct();
let postgres: PostgresCluster;
let product: ProductProcess;
let admin: Actor;

beforeAll(async () => {
  postgres = await PostgresCluster.start();
  product = await start(postgres.environment);
  admin = await product.signIn();
}, 120_000);
afterAll(() => postgres.stop());

/** Does `fault` in the middle of a load; every request is answered, and after the fault as before. */
async function underLoad(fault: (load: Load) => Promise<unknown>): Promise<void> {
  const load = startLoad(product, admin);
  try {
    await moreOf(load);
    await fault(load);
    await becomesReady(product, 15_000);
    await moreOf(load);
  } finally {
    await load.stop();
  }
  expect(load.lost).toEqual([]);
  expect(new Set(load.refusals)).toEqual(new Set(['503 UNAVAILABLE']));
  expect(product.end).toBeUndefined();
  await expectNothingLost(postgres.rows, load.acknowledged);
}

test('PostgreSQL is killed and started again', async () => {
  await underLoad(() => postgres.restartImmediately());
});

test('all backends are terminated', async () => {
  await underLoad(() =>
    postgres.rows(`select pg_terminate_backend(pid) from pg_stat_activity
      where pid <> pg_backend_pid() and backend_type = 'client backend'`),
  );
});

test('PostgreSQL is frozen', async () => {
  await underLoad(async (load) => {
    await postgres.freeze();
    const start = Date.now();
    const answers = await Promise.all(Array.from({ length: 20 }, () => submitTo(product)));
    console.log(Date.now() - start, load.refusals.length);
    expect(new Set(answers.map(refusalOf))).toEqual(new Set(['503 UNAVAILABLE']));
    expect(await product.health('ready')).toBe(503);
    expect(await product.health('live')).toBe(200);
    postgres.thaw();
  });
}, 60_000);
