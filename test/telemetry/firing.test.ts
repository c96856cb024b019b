import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../support/database.ts';
import { submitTo } from '../support/load.ts';
import { FakePostmark } from '../support/processes/fake-postmark.ts';
import { freePort } from '../support/processes/free.port.ts';
import { useProduct, type ProductProcess } from '../support/processes/product.process.ts';
import { hasPrometheus, Prometheus } from '../support/telemetry/prometheus.server.ts';
import { hasRedisServer, RedisServer } from '../support/processes/redis.server.ts';

const { start } = useProduct();

/** Prometheus and the product each need a moment. */
const SOON = { timeout: 60_000, interval: 250 };

describe.skipIf(!hasPrometheus || !hasRedisServer)('a Prometheus that scrapes an API and a worker', () => {
  let database: TestDatabase;
  let redis: RedisServer;
  let postmark: FakePostmark;
  let prometheus: Prometheus;
  let api: ProductProcess;

  beforeAll(async () => {
    [database, redis, postmark] = await Promise.all([cloneDatabase(), RedisServer.start(), FakePostmark.start()]);
    postmark.answerAll('inactive');
    const ports = [await freePort(), await freePort()];
    const environment = {
      DATABASE_URL: database.loginUrl,
      MIGRATION_DATABASE_URL: database.ownerUrl,
      REDIS_URL: redis.url,
      POSTMARK_SERVER_TOKEN: 'token',
      POSTMARK_API_URL: postmark.url,
    };
    api = await start({ ...environment, WORKER: 'off', METRICS_PORT: String(ports[0]) });
    await start({ ...environment, WORKER: 'only', METRICS_PORT: String(ports[1]) });
    prometheus = await Prometheus.start(ports);
  }, 120_000);
  afterAll(async () => {
    await prometheus[Symbol.asyncDispose]();
    await redis[Symbol.asyncDispose]();
    await postmark.stop();
    await database.close();
  });

  /** Those of a new installation without backups. */
  const QUIET = ['AuditNotVerified', 'BackupOld', 'DrillOld'];
  const firing = async () => [...(await prometheus.firing())].filter((name) => !QUIET.includes(name)).toSorted();

  test('is quiet while all is well', async () => {
    await expect.poll(() => prometheus.reached(), SOON).toBe(2);
    await expect.poll(async () => (await prometheus.firing()).has('AuditNotVerified'), SOON).toBe(true);

    await expect.poll(firing, SOON).toEqual([]);
  }, 90_000);

  test('fires if emails fail', async () => {
    await Promise.all(Array.from({ length: 4 }, () => submitTo(api)));

    await expect.poll(firing, SOON).toEqual(['EmailsFailed']);
  }, 90_000);

  test('fires if Redis is away', async () => {
    await redis.kill();

    await expect.poll(firing, SOON).toContain('RedisLost');
  }, 90_000);

  test('fires if a process is killed', async () => {
    await api.kill();

    await expect.poll(firing, SOON).toContain('ProcessDown');
  }, 90_000);
});
