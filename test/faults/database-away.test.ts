import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../support/api.ts';
import { expectNothingLost, expectSent, moreOf, refusalOf, startLoad, submitTo, type Load } from '../support/load.ts';
import { PostgresCluster } from '../support/processes/postgres.cluster.ts';
import { becomesReady, useProduct, type ProductProcess } from '../support/processes/product.process.ts';

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

/** Does `fault` in the middle of a load. Every request is answered, and after the fault all is as before, by itself. */
async function expectToWithstand(fault: (load: Load) => Promise<unknown>): Promise<void> {
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
  expect(load.refusals.filter((refusal) => refusal !== '503 UNAVAILABLE')).toEqual([]);
  expect(product.end).toBeUndefined();
  await expectNothingLost(postgres.rows, load.acknowledged);
  await expectSent(postgres.rows, load.acknowledged.slice(-1), 30_000);
}

test('PostgreSQL is killed and started again', async () => {
  await expectToWithstand(() => postgres.restartImmediately());
}, 60_000);

test('all backends are terminated, again and again', async () => {
  await expectToWithstand(async (load) => {
    for (let round = 1; round <= 5; round++) {
      await postgres.rows(`select pg_terminate_backend(pid) from pg_stat_activity
        where pid <> pg_backend_pid() and backend_type = 'client backend'`);
      await moreOf(load);
    }
  });
}, 60_000);

test('a frozen PostgreSQL: alive but not ready, and no request waits forever', async () => {
  await expectToWithstand(async (load) => {
    await postgres.freeze();
    try {
      const waiting = load.inFlight;
      // More than there are connections.
      const answers = await Promise.all(Array.from({ length: 20 }, () => submitTo(product)));
      await Promise.all(waiting);

      expect(new Set(answers.map(refusalOf))).toEqual(new Set(['503 UNAVAILABLE']));
      expect(await product.health('ready')).toBe(503);
      expect(await product.health('live')).toBe(200);
    } finally {
      postgres.thaw();
    }
  });
}, 90_000);
