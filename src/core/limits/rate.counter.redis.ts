import { Redis } from 'ioredis';
import { unavailable } from '../context/domain.error.ts';
import type { Counted, RateCounter } from './rate.counter.ts';

const KEY_PREFIX = 'reachgenie:rate:';

// Redis runs a script in one step. A key without an expiry (after PERSIST) gets one, so that no caller stays locked out.
const COUNT = `
local count = redis.call('incr', KEYS[1])
local left = redis.call('pttl', KEYS[1])
if left < 0 then
  left = tonumber(ARGV[1])
  redis.call('pexpire', KEYS[1], left)
end
return {count, left}`;

const PEEK = `return {tonumber(redis.call('get', KEYS[1]) or 0), math.max(0, redis.call('pttl', KEYS[1]))}`;

/** Longest wait for Redis, in milliseconds. */
const PATIENCE_MS = 500;

/** Counts for several processes. Calls fail without Redis: taking it down must not switch off the limits. */
export class RedisRateCounter implements RateCounter {
  readonly #redis: Redis;
  readonly #report: (problem: Error) => void;
  #opening: Promise<unknown> | undefined;
  #failing = false;

  /** @param report called once per outage, with an error that contains neither password nor keys */
  constructor(url: string, report: (problem: Error) => void) {
    this.#report = report;
    this.#redis = new Redis(url, {
      lazyConnect: true,
      connectTimeout: 4 * PATIENCE_MS,
      disconnectTimeout: PATIENCE_MS,
      // ioredis keeps abandoned commands until their connection closes, so close it.
      socketTimeout: 4 * PATIENCE_MS,
      maxLoadingRetryTime: PATIENCE_MS,
      enableOfflineQueue: false,
      autoResendUnfulfilledCommands: false,
      maxRetriesPerRequest: 0,
      retryStrategy: (attempt) => Math.min(50 * attempt, PATIENCE_MS) * (1 + Math.random()),
      // After a failover the old address may be a replica.
      reconnectOnError: ({ message }) => message.startsWith('READONLY'),
    });
    this.#redis.on('error', (error: Error) => this.#fail(error));
    const connected = this.#redis.connect().catch(() => undefined);
    this.#opening = Promise.race([connected, afterPatience()]).finally(() => (this.#opening = undefined));
  }

  hit(limit: string, who: string, windowMs: number): Promise<Counted> {
    return this.#ask(COUNT, `${KEY_PREFIX}${limit}:${who}`, windowMs);
  }

  peek(limit: string, who: string): Promise<Counted> {
    return this.#ask(PEEK, `${KEY_PREFIX}${limit}:${who}`);
  }

  async #ask(script: string, key: string, ...values: number[]): Promise<Counted> {
    if (this.#opening) await this.#opening;
    if (this.#redis.status !== 'ready') throw unavailable();
    try {
      const counted = this.#redis.eval(script, 1, key, ...values);
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

  /** Reports only the message: ioredis adds the command to its errors, with the password or the counted caller. */
  #fail(error: unknown): void {
    if (this.#failing) return;
    this.#failing = true;
    this.#report(new Error(`Redis rate counter failed: ${error instanceof Error ? error.message : 'unknown error'}`));
  }
}

const afterPatience = () => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref());

/** Unlike ioredis's `commandTimeout`, this first reads an answer that arrived while the process was busy. */
function inTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => setImmediate(() => reject(new Error('no answer in time'))), PATIENCE_MS);
    void answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
