import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { postTo } from '../support/api.ts';
import { cloneDatabase, type TestDatabase } from '../support/database.ts';
import { SUBMIT, validInput } from '../support/given/applications.ts';
import { REDIS_BACK, REDIS_FAILED, redisFaults } from '../support/fleet/redis.faults.ts';
import { LIST, refusalOf } from '../support/load.ts';
import { useProduct, type ProductProcess } from '../support/processes/product.process.ts';
import { hasRedisServer, RedisServer } from '../support/processes/redis.server.ts';

const { start } = useProduct();

const LIMIT = 3;
describe.skipIf(!hasRedisServer)('two processes share the limits of a Redis', () => {
  let database: TestDatabase;
  let redis: RedisServer;
  let products: ProductProcess[];

  beforeAll(async () => {
    [database, redis] = await Promise.all([cloneDatabase(), RedisServer.start()]);
    const environment = {
      DATABASE_URL: database.loginUrl,
      MIGRATION_DATABASE_URL: database.ownerUrl,
      REDIS_URL: redis.url,
      RATE_LIMIT_SUBMISSIONS: `${LIMIT}/hour`,
      TRUST_PROXY: '1',
      WORKER: 'off',
    };
    products = [await start(environment), await start(environment)];
  }, 120_000);
  afterAll(async () => {
    await redis[Symbol.asyncDispose]();
    await database.close();
  });

  /** Sends ten submissions to each process, from one address. Returns how many had which status. */
  async function submitTenTimes(address: string): Promise<Record<number, number>[]> {
    const counts = products.map(async ({ url }) => {
      const statuses: Record<number, number> = {};
      for (let time = 0; time < 10; time++) {
        const body = { query: SUBMIT, variables: { input: validInput() } };
        const { status } = await postTo(url, body, { 'x-forwarded-for': address });
        statuses[status] = (statuses[status] ?? 0) + 1;
      }
      return statuses;
    });
    return Promise.all(counts);
  }

  const passed = (counts: Record<number, number>[]) => counts.reduce((sum, count) => sum + (count[200] ?? 0), 0);

  /** Their log lines with this message. */
  const linesOf = (message: string) =>
    products.map(({ logs }) => logs.splice(0).filter(({ msg }) => msg === message).length);

  test.each(redisFaults)(
    'Fault 17: Redis is $name: each process limits alone, all else goes on, and both return to Redis',
    async (fault) => {
      expect(passed(await submitTenTimes(`10.1.0.${redisFaults.indexOf(fault)}`))).toBe(LIMIT);

      await fault.happen(redis);
      try {
        expect(await submitTenTimes(`10.2.0.${redisFaults.indexOf(fault)}`)).toEqual([
          { 200: LIMIT, 429: 10 - LIMIT },
          { 200: LIMIT, 429: 10 - LIMIT },
        ]);
        // The limit was used up before.
        expect(passed(await submitTenTimes(`10.1.0.${redisFaults.indexOf(fault)}`))).toBe(0);
        for (const product of products) {
          expect(refusalOf(await product.ask(await product.signIn(), LIST))).toBe('200');
          expect(await product.health('ready')).toBe(200);
        }
        expect(linesOf(REDIS_FAILED)).toEqual([1, 1]);
      } finally {
        await fault.end(redis);
      }

      await vi.waitFor(
        () => expect(products.map(({ logs }) => logs.filter(({ msg }) => msg === REDIS_BACK).length)).toEqual([1, 1]),
        10_000,
      );
      expect(passed(await submitTenTimes(`10.3.0.${redisFaults.indexOf(fault)}`))).toBe(LIMIT);
      expect([linesOf(REDIS_FAILED), products.map(({ end }) => end)]).toEqual([
        [0, 0],
        [undefined, undefined],
      ]);
    },
    60_000,
  );
});
