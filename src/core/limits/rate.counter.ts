import type { RatePolicy } from './rate.policy.ts';

/** A call's number in its window, and the time until the window ends. */
export interface Counted {
  readonly count: number;
  readonly resetsInMs: number;
}

export interface RateCounter {
  /**
   * Counts one call atomically. The first call opens the window, and later calls do not extend it.
   * @param who short key of the caller: see rateKeyOf
   * @throws DomainError UNAVAILABLE, quickly, if counting fails
   */
  hit(limit: string, who: string, windowMs: number): Counted | Promise<Counted>;
  /** Reads the count without adding to it. 0 if no window is open. */
  peek(limit: string, who: string, windowMs: number): Counted | Promise<Counted>;
  close(): Promise<void>;
}

/** A policy and the counter for its calls. */
export interface RateLimit {
  /** Limits with the same name share their counts. */
  readonly name: string;
  readonly policy: RatePolicy;
  readonly counter: RateCounter;
}

interface MemoryRateCounterOptions {
  /** Maximum number of windows per limit. */
  readonly capacity?: number;
  /** Monotonic milliseconds. */
  readonly clock?: () => number;
}

/**
 * Counts for one process in bounded memory: at most `capacity` windows per limit. Ended windows are dropped first, then
 * those unused for longest. An open window is dropped only after calls by half the capacity of other callers.
 */
export class MemoryRateCounter implements RateCounter {
  readonly #limits = new Map<string, WindowTable>();
  readonly #capacity: number;
  readonly #clock: () => number;

  constructor({ capacity = 20_000, clock = () => performance.now() }: MemoryRateCounterOptions = {}) {
    this.#capacity = capacity;
    this.#clock = clock;
  }

  get size(): number {
    return [...this.#limits.values()].reduce((sum, { size }) => sum + size, 0);
  }

  hit(limit: string, who: string, windowMs: number): Counted {
    return this.#tableOf(limit, windowMs).hit(who, this.#clock());
  }

  peek(limit: string, who: string, windowMs: number): Counted {
    return this.#tableOf(limit, windowMs).peek(who, this.#clock());
  }

  #tableOf(limit: string, windowMs: number): WindowTable {
    let table = this.#limits.get(limit);
    // One table per limit, so that flooding one limit does not reset another.
    if (!table) this.#limits.set(limit, (table = new WindowTable(windowMs, this.#capacity)));
    return table;
  }

  async close(): Promise<void> {
    this.#limits.clear();
  }
}

interface Window {
  count: number;
  endsAt: number;
}

/** Keeps windows in two generations and drops the older one as a whole, without a search for ended windows. */
class WindowTable {
  #recent = new Map<string, Window>();
  #older = new Map<string, Window>();
  #turnsAt = 0;

  constructor(
    readonly windowMs: number,
    readonly capacity: number,
  ) {}

  get size(): number {
    return this.#recent.size + this.#older.size;
  }

  hit(who: string, now: number): Counted {
    if (now >= this.#turnsAt) this.#turn(now);
    let window = this.#recent.get(who);
    if (!window) {
      if (this.#recent.size >= this.capacity / 2) this.#turn(now);
      window = this.#older.get(who) ?? { count: 0, endsAt: now };
      this.#recent.set(flatCopyOf(who), window);
    }
    if (now >= window.endsAt) {
      window.count = 0;
      window.endsAt = now + this.windowMs;
    }
    window.count += 1;
    return { count: window.count, resetsInMs: window.endsAt - now };
  }

  peek(who: string, now: number): Counted {
    const window = this.#recent.get(who) ?? this.#older.get(who);
    return window && now < window.endsAt
      ? { count: window.count, resetsInMs: window.endsAt - now }
      : { count: 0, resetsInMs: 0 };
  }

  #turn(now: number): void {
    this.#older = this.#recent;
    this.#recent = new Map();
    this.#turnsAt = now + this.windowMs;
  }
}

/** A substring would keep the whole header or argument in memory. */
const flatCopyOf = (text: string): string => Buffer.from(text).toString();
