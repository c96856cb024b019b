import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../support/api.ts';
import {
  expectNothingLost,
  expectSent,
  moreOf,
  refusalOf,
  startLoad,
  submitTo,
  type Load,
} from '../../support/load.ts';
import { PostgresCluster } from '../../support/processes/postgres.cluster.ts';
import { becomesReady, useProduct, type ProductProcess } from '../../support/processes/product.process.ts';

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

/** Runs `fault` under load. Every request is answered, and the product recovers by itself. */
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

test('the product recovers after PostgreSQL is killed and restarted', async () => {
  await expectToWithstand(() => postgres.restartImmediately());
}, 60_000);

test('the product recovers each time all backends are terminated', async () => {
  await expectToWithstand(async (load) => {
    for (let round = 1; round <= 5; round++) {
      await postgres.rows(`select pg_terminate_backend(pid) from pg_stat_activity
        where pid <> pg_backend_pid() and backend_type = 'client backend'`);
      await moreOf(load);
    }
  });
}, 60_000);

test('with a frozen PostgreSQL, the product is alive but not ready, and no request waits forever', async () => {
  await expectToWithstand(async (load) => {
    await postgres.freeze();
    try {
      const waiting = load.inFlight;
      // More requests than connections.
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
