import { Redis } from 'ioredis';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { RedisRateCounter } from '../../../src/core/limits/rate.counter.redis.ts';
import { hasRedisServer, RedisServer } from '../../support/processes/redis.server.ts';

const MINUTE = 60_000;

const FAILED = 'Redis failed: each process counts rate limits in memory';
const BACK = 'Redis is back: it counts rate limits again';

describe.skipIf(!hasRedisServer)('counting in Redis', () => {
  let server: RedisServer;
  const counters: RedisRateCounter[] = [];
  const logs: Record<string, unknown>[] = [];
  const log = pino({ base: null, timestamp: false }, { write: (line) => logs.push(JSON.parse(line)) });

  const newCounter = (url = server.url) => {
    const counter = new RedisRateCounter(url, log);
    counters.push(counter);
    return counter;
  };

  beforeAll(async () => {
    server = await RedisServer.start();
  });

  afterEach(async () => {
    await Promise.all(counters.splice(0).map((counter) => counter.close()));
    logs.length = 0;
  });

  afterAll(() => server[Symbol.asyncDispose]());

  test('two instances give 200 concurrent calls 200 different numbers', async () => {
    const both = [newCounter(), newCounter()] as const;

    const hits = Array.from({ length: 200 }, (_, call) => both[call % 2 === 0 ? 0 : 1].hit('exact', 'one', MINUTE));
    const counts = (await Promise.all(hits)).map(({ count }) => count);

    expect(counts.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
  });

  test('limits and callers are counted separately', async () => {
    const counter = newCounter();

    await counter.hit('apart', 'one', MINUTE);

    expect(await counter.hit('apart', 'another', MINUTE)).toMatchObject({ count: 1 });
    expect(await counter.hit('apart too', 'one', MINUTE)).toMatchObject({ count: 1 });
    expect(await counter.hit('apart', 'one', MINUTE)).toMatchObject({ count: 2 });
  });

  test('the window ends on time, regardless of calls in it', async () => {
    const counter = newCounter();
    const first = await counter.hit('window', 'one', 300);
    expect(first).toEqual({ count: 1, resetsInMs: 300 });

    const numbers: number[] = [];
    await vi.waitFor(async () => {
      const { count } = await counter.hit('window', 'one', 300);
      numbers.push(count);
      expect(count).toBe(1);
    });

    expect(numbers.slice(0, -1)).toEqual(numbers.slice(0, -1).map((_, index) => index + 2));
  });

  test('a key without an expiry gets one', async () => {
    const redis = new Redis(server.url);
    await redis.set('reachgenie:rate:endless:one', 1_000);

    expect(await newCounter().hit('endless', 'one', MINUTE)).toEqual({ count: 1_001, resetsInMs: MINUTE });
    expect(await redis.pttl('reachgenie:rate:endless:one')).toBeGreaterThan(0);
    redis.disconnect();
  });

  test('the first call waits for the connection', async () => {
    expect(await newCounter().hit('first', 'one', MINUTE)).toMatchObject({ count: 1 });
    expect(logs).toEqual([]);
  });

  test('without Redis, a process counts on from where it was, and Redis counts again once it is back', async () => {
    const [counter, other] = [newCounter(), newCounter()];
    for (let call = 1; call <= 3; call++) await other.hit('outage', 'one', MINUTE);
    await counter.hit('outage', 'one', MINUTE);
    await server.kill();

    for (let call = 5; call < 25; call++) {
      expect(await counter.hit('outage', 'one', MINUTE)).toMatchObject({ count: call });
    }
    expect(await counter.peek('outage', 'one')).toMatchObject({ count: 24 });
    expect(counter.isFailing).toBe(true);

    await server.start();
    await vi.waitFor(() => expect([counter.isFailing, other.isFailing]).toEqual([false, false]), 10_000);
    expect((await other.hit('back', 'one', MINUTE)).count + (await counter.hit('back', 'one', MINUTE)).count).toBe(3);
    // Redis has lost its counts, but the process has not.
    expect(await counter.hit('outage', 'one', MINUTE)).toMatchObject({ count: 25 });
    expect(await counter.peek('outage', 'one')).toMatchObject({ count: 25 });
    expect(logs.map(({ msg }) => msg).toSorted()).toEqual([FAILED, FAILED, BACK, BACK]);
  });

  test('a count in memory ends with the window of Redis', async () => {
    const counter = newCounter();
    await newCounter().hit('window', 'short', 300);
    await counter.hit('window', 'short', MINUTE);
    await server.kill();

    await vi.waitFor(async () => expect(await counter.hit('window', 'short', MINUTE)).toMatchObject({ count: 1 }));

    await server.start();
  });

  test('calls wait shortly for a Redis that hangs, and then not at all', async () => {
    const counter = newCounter();
    await counter.hit('frozen', 'one', MINUTE);
    server.freeze();

    const answers = await Promise.all(Array.from({ length: 50 }, () => counter.hit('frozen', 'one', MINUTE)));
    expect(answers.map(({ count }) => count)).toEqual(answers.map((_, index) => index + 2));
    // The next one does not wait for a timer.
    const asked = counter.hit('frozen', 'one', MINUTE);
    expect(await Promise.race([asked, new Promise((resolve) => setTimeout(resolve))])).toMatchObject({ count: 52 });

    server.thaw();
    await vi.waitFor(() => expect(counter.isFailing).toBe(false), 10_000);
    expect(await counter.hit('thawed', 'one', MINUTE)).toMatchObject({ count: 1 });
  });

  test('reads an answer that arrives while the process is busy instead of giving up', async () => {
    const counter = newCounter();
    await counter.hit('busy', 'one', MINUTE);

    const hit = counter.hit('busy', 'one', MINUTE);
    const until = performance.now() + 800;
    while (performance.now() < until);

    expect(await hit).toMatchObject({ count: 2 });
  });

  test.each([
    ['full', 'OOM', 'config set maxmemory 1', 'config set maxmemory 0'],
    ['read-only', 'READONLY', 'replicaof 127.0.0.1 1', 'replicaof no one'],
  ])('a %s Redis does not count, so the process does', async (_, reason, fault, repair) => {
    const counter = newCounter();
    await counter.hit(reason, 'one', MINUTE);
    await server.call(fault);

    expect(await counter.hit(reason, 'one', MINUTE)).toMatchObject({ count: 2 });
    expect(await counter.hit(reason, 'one', MINUTE)).toMatchObject({ count: 3 });
    const before = await tries();
    await vi.waitFor(async () => expect(await tries()).toBeGreaterThan(before + 1), 10_000);
    expect(logs).toEqual([expect.objectContaining({ level: 50, reason: expect.stringContaining(reason) })]);

    await server.call(repair);
    await vi.waitFor(() => expect(counter.isFailing).toBe(false), 10_000);
  });

  /** Scripts that Redis ran or refused. */
  async function tries(): Promise<number> {
    const statistics = String(await server.call('info commandstats'));
    const [, calls, rejected] = /cmdstat_eval:calls=(\d+).*rejected_calls=(\d+)/.exec(statistics) ?? [];
    return Number(calls) + Number(rejected);
  }

  test('starts without Redis, and Redis counts once it is there', async () => {
    await server.kill();
    const counter = newCounter();
    expect(await counter.hit('late', 'one', MINUTE)).toMatchObject({ count: 1 });
    expect(counter.isFailing).toBe(true);

    await server.start();
    await vi.waitFor(() => expect(counter.isFailing).toBe(false), 10_000);
    expect(await newCounter().hit('late', 'other', MINUTE)).toMatchObject({ count: 1 });
    expect(await counter.hit('late', 'other', MINUTE)).toMatchObject({ count: 2 });
  });

  test('logs neither the password nor the caller', async () => {
    await using guarded = await RedisServer.start('--requirepass', 'right-password');
    const counter = newCounter(guarded.url.replace('//', '//:wrong-password@'));

    expect(await counter.hit('secret', 'somebody', MINUTE)).toMatchObject({ count: 1 });

    expect(logs[0]?.['msg']).toContain('Redis failed');
    expect(JSON.stringify(logs)).not.toMatch(/wrong-password|somebody/);
  });
});
