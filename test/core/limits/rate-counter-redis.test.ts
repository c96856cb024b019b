import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { RedisRateCounter } from '../../../src/core/limits/rate.counter.redis.ts';
import { hasRedisServer, RedisServer } from '../../support/processes/redis.server.ts';

const MINUTE = 60_000;

describe.skipIf(!hasRedisServer)('counting in Redis', () => {
  let server: RedisServer;
  const counters: RedisRateCounter[] = [];
  const report = vi.fn<(problem: Error) => void>();

  const newCounter = (url = server.url) => {
    const counter = new RedisRateCounter(url, report);
    counters.push(counter);
    return counter;
  };

  beforeAll(async () => {
    server = await RedisServer.start();
  });

  afterEach(async () => {
    await Promise.all(counters.splice(0).map((counter) => counter.close()));
    report.mockReset();
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
    expect(report).not.toHaveBeenCalled();
  });

  test('without Redis, calls are UNAVAILABLE and reported once, and they count again once Redis is back', async () => {
    const counter = newCounter();
    await counter.hit('outage', 'one', MINUTE);
    await server.kill();

    for (let call = 0; call < 20; call++) {
      await expect(counter.hit('outage', 'one', MINUTE)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    }
    await vi.waitFor(() => expect(report).toHaveBeenCalled());
    await expect(counter.hit('outage', 'one', MINUTE)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(report).toHaveBeenCalledTimes(1);

    await server.start();
    const back = await vi.waitFor(() => counter.hit('outage', 'one', MINUTE), { timeout: 10_000 });
    expect(back).toMatchObject({ count: 1 });
  });

  test('stops waiting for a Redis that hangs, and counts again once it responds', async () => {
    const counter = newCounter();
    await counter.hit('frozen', 'one', MINUTE);
    server.freeze();

    const hits = Array.from({ length: 50 }, () => counter.hit('frozen', 'one', MINUTE));
    const answers = await Promise.allSettled(hits);
    expect(answers.map((answer) => answer.status === 'rejected' && answer.reason.code)).toEqual(
      answers.map(() => 'UNAVAILABLE'),
    );

    server.thaw();
    const back = await vi.waitFor(() => counter.hit('thawed', 'one', MINUTE), { timeout: 10_000 });
    expect(back).toMatchObject({ count: 1 });
  });

  test('reads an answer that arrives while the process is busy instead of giving up', async () => {
    const counter = newCounter();
    await counter.hit('busy', 'one', MINUTE);

    const hit = counter.hit('busy', 'one', MINUTE);
    const until = performance.now() + 800;
    while (performance.now() < until);

    expect(await hit).toMatchObject({ count: 2 });
  });

  test('starts without Redis, and counts once Redis is available', async () => {
    await server.kill();
    const counter = newCounter();
    await expect(counter.hit('late', 'one', MINUTE)).rejects.toMatchObject({ code: 'UNAVAILABLE' });

    await server.start();
    const counted = await vi.waitFor(() => counter.hit('late', 'one', MINUTE), { timeout: 10_000 });
    expect(counted).toMatchObject({ count: 1 });
  });

  test('reports neither the password nor the caller', async () => {
    await using guarded = await RedisServer.start('--requirepass', 'right-password');
    const counter = newCounter(guarded.url.replace('//', '//:wrong-password@'));

    await expect(counter.hit('secret', 'somebody', MINUTE)).rejects.toMatchObject({ code: 'UNAVAILABLE' });

    const [problem] = report.mock.calls[0] ?? [];
    expect(problem?.message).toContain('Redis');
    const told = JSON.stringify(problem, Object.getOwnPropertyNames(problem)) + JSON.stringify(problem);
    expect(told).not.toMatch(/wrong-password|somebody/);
  });
});
