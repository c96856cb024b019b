import { Redis } from 'ioredis';
import { unavailable } from '../context/domain.error.ts';
import type { Counted, RateCounter } from './rate.counter.ts';

const KEY_PREFIX = 'reachgenie:rate:';

// One step for Redis. A key without an end (somebody ran PERSIST) gets one: nobody is shut out for good.
const COUNT = `
local count = redis.call('incr', KEYS[1])
local left = redis.call('pttl', KEYS[1])
if left < 0 then
  left = tonumber(ARGV[1])
  redis.call('pexpire', KEYS[1], left)
end
return {count, left}`;

const PEEK = `return {tonumber(redis.call('get', KEYS[1]) or 0), math.max(0, redis.call('pttl', KEYS[1]))}`;

/** Milliseconds that a call waits for Redis at most. */
const PATIENCE_MS = 500;

/**
 * Counts for all processes that share a Redis. Where Redis does not answer in half a second the call is UNAVAILABLE, and
 * at once while the connection is known to be gone: a limit that lets pass what it cannot count opens the door to
 * whoever knocks Redis over. Nothing is queued meanwhile, and it counts again as soon as Redis is back.
 */
export class RedisRateCounter implements RateCounter {
  readonly #redis: Redis;
  readonly #report: (problem: Error) => void;
  #opening: Promise<unknown> | undefined;
  #failing = false;

  /** @param report is told once an outage, in words without password or keys */
  constructor(url: string, report: (problem: Error) => void) {
    this.#report = report;
    this.#redis = new Redis(url, {
      lazyConnect: true,
      connectTimeout: 4 * PATIENCE_MS,
      disconnectTimeout: PATIENCE_MS,
      // A command that nobody waits for any more stays in the client until its connection is given up: so give it up.
      socketTimeout: 4 * PATIENCE_MS,
      maxLoadingRetryTime: PATIENCE_MS,
      enableOfflineQueue: false,
      autoResendUnfulfilledCommands: false,
      maxRetriesPerRequest: 0,
      retryStrategy: (attempt) => Math.min(50 * attempt, PATIENCE_MS) * (1 + Math.random()),
      // After a failover the old address may lead to a replica.
      reconnectOnError: ({ message }) => message.startsWith('READONLY'),
    });
    this.#redis.on('error', (error: Error) => this.#fail(error));
    const connected = this.#redis.connect().catch(() => undefined);
    this.#opening = Promise.race([connected, afterPatience()]).finally(() => (this.#opening = undefined));
  }

  hit(limit: string, who: string, windowMs: number): Promise<Counted> {
    return this.#ask(COUNT, `${KEY_PREFIX}${limit}:${who}`, windowMs);
  }

  peek(limit: string, who: string, windowMs: number): Promise<Counted> {
    return this.#ask(PEEK, `${KEY_PREFIX}${limit}:${who}`, windowMs);
  }

  async #ask(script: string, key: string, windowMs: number): Promise<Counted> {
    if (this.#opening) await this.#opening;
    if (this.#redis.status !== 'ready') throw unavailable();
    try {
      const counted = this.#redis.eval(script, 1, key, windowMs);
      const [count, resetsInMs] = (await inTime(counted)) as [number, number];
      this.#failing = false;
      return { count, resetsInMs };
    } catch (error) {
      this.#fail(error);
      throw unavailable();
    }
  }

  async close(): Promise<void> {
    this.#redis.disconnect();
  }

  /** ioredis hangs the whole command on its errors: the password, when that of signing in fails; else who was counted. */
  #fail(error: unknown): void {
    if (this.#failing) return;
    this.#failing = true;
    this.#report(new Error(`Redis does not count: ${error instanceof Error ? error.message : 'unknown error'}`));
  }
}

const afterPatience = () => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref());

/**
 * Rejects where no answer has come in time. An answer that came while this process was too busy to read it is read first,
 * which the client's own `commandTimeout` would not do.
 */
function inTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => setImmediate(() => reject(new Error('no answer in time'))), PATIENCE_MS);
    void answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
