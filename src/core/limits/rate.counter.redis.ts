import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { MemoryRateCounter, type Counted, type RateCounter } from './rate.counter.ts';

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

/** Milliseconds that a call waits for Redis. */
const PATIENCE_MS = 250;

/** Milliseconds between tries while Redis fails. */
const RETRY_MS = 500;

/** Milliseconds in which a connection must be opened, or answer. */
const CONNECTION_MS = 2_000;

/** A key of no caller, to see whether Redis counts. */
const TRIAL_KEY = `${KEY_PREFIX}trial`;

/**
 * Counts for several processes. While Redis fails, each process counts in memory, on top of the counts that Redis gave
 * it. So, whatever happens to Redis, N processes let at most N times a limit pass.
 */
export class RedisRateCounter implements RateCounter {
  readonly #redis: Redis;
  readonly #memory = new MemoryRateCounter();
  readonly #log: Logger;
  #opening: Promise<unknown> | undefined;
  #failingSince: number | undefined;
  #isClosed = false;

  /** @param log gets one line when Redis fails and one when it is back, with neither the password nor a caller */
  constructor(url: string, log: Logger) {
    this.#log = log;
    this.#redis = new Redis(url, {
      lazyConnect: true,
      connectTimeout: CONNECTION_MS,
      disconnectTimeout: PATIENCE_MS,
      // ioredis keeps abandoned commands until their connection closes, so close it.
      socketTimeout: CONNECTION_MS,
      maxLoadingRetryTime: RETRY_MS,
      enableOfflineQueue: false,
      autoResendUnfulfilledCommands: false,
      maxRetriesPerRequest: 0,
      retryStrategy: (attempt) => Math.min(50 * attempt, RETRY_MS) * (1 + Math.random()),
      // After a failover the old address may be a replica.
      reconnectOnError: ({ message }) => message.startsWith('READONLY'),
    });
    this.#redis.on('error', (error: Error) => this.#fail(error));
    this.#redis.on('close', () => this.#fail(new Error('connection closed')));
    const connected = this.#redis.connect().catch(() => undefined);
    this.#opening = Promise.race([connected, afterPatience()]).finally(() => (this.#opening = undefined));
  }

  /** Whether calls are counted in memory, because Redis fails. */
  get isFailing(): boolean {
    return this.#failingSince !== undefined;
  }

  async hit(limit: string, who: string, windowMs: number): Promise<Counted> {
    const counted = await this.#askInTime(COUNT, `${KEY_PREFIX}${limit}:${who}`, windowMs);
    return this.#memory.hit(limit, who, windowMs, counted);
  }

  async peek(limit: string, who: string): Promise<Counted> {
    const counted = await this.#askInTime(PEEK, `${KEY_PREFIX}${limit}:${who}`);
    return this.#memory.peek(limit, who, counted);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#redis.disconnect();
    await this.#memory.close();
  }

  /** Returns undefined while Redis fails. Only calls that began before that was known have to wait. */
  async #askInTime(script: string, key: string, ...values: number[]): Promise<Counted | undefined> {
    if (this.#opening) await this.#opening;
    if (this.isFailing) return undefined;
    try {
      return await this.#ask(script, key, ...values);
    } catch (error) {
      this.#fail(error);
      return undefined;
    }
  }

  async #ask(script: string, key: string, ...values: number[]): Promise<Counted> {
    if (this.#redis.status !== 'ready') throw new Error('not connected');
    const counted = this.#redis.eval(script, 1, key, ...values);
    const [count, resetsInMs] = (await inTime(counted)) as [number, number];
    return { count, resetsInMs };
  }

  /** Logs only the message: ioredis adds the command to its errors, with the password or the counted caller. */
  #fail(error: unknown): void {
    if (this.isFailing || this.#isClosed) return;
    this.#failingSince = performance.now();
    const reason = error instanceof Error ? error.message : 'unknown error';
    this.#log.error({ reason }, 'Redis failed: each process counts rate limits in memory');
    void this.#returnToRedis(this.#failingSince);
  }

  async #returnToRedis(since: number): Promise<void> {
    do await pause(RETRY_MS * (1 + Math.random()), undefined, { ref: false });
    while (!(await this.#counts()));
    this.#failingSince = undefined;
    if (this.#isClosed) return;
    const seconds = Math.round((performance.now() - since) / 1_000);
    this.#log.warn({ seconds }, 'Redis is back: it counts rate limits again');
  }

  /** A read-only or full Redis answers, but does not count. */
  async #counts(): Promise<boolean> {
    const counted = this.#isClosed ? Promise.resolve() : this.#ask(COUNT, TRIAL_KEY, RETRY_MS);
    return counted.then(
      () => true,
      () => false,
    );
  }
}

const afterPatience = () => pause(PATIENCE_MS, undefined, { ref: false });

/** Unlike ioredis's `commandTimeout`, this first reads an answer that arrived while the process was busy. */
function inTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => setImmediate(() => reject(new Error('no answer in time'))), PATIENCE_MS);
    void answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
