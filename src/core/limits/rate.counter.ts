import type { RatePolicy } from './rate.policy.ts';

/** A call's number in its window, and how long the window stays open. */
export interface Counted {
  readonly count: number;
  readonly resetsInMs: number;
}

export interface RateCounter {
  /**
   * Counts one call, in one step: of any number at once, each gets a number of its own. The first call opens the
   * window, and none makes it longer.
   * @param limit names the limit; it must always come with the same window
   * @param who of a few dozen characters: see rateKeyOf
   * @throws DomainError UNAVAILABLE, soon, where counting is not possible
   */
  hit(limit: string, who: string, windowMs: number): Counted | Promise<Counted>;
  /** The same without counting: 0 if no window is open. */
  peek(limit: string, who: string, windowMs: number): Counted | Promise<Counted>;
  close(): Promise<void>;
}

/** How often one and the same may call, and where that is counted. */
export interface RateLimit {
  /** Its name in the counter: limits of one name share their counts. */
  readonly name: string;
  readonly policy: RatePolicy;
  readonly counter: RateCounter;
}

interface MemoryRateCounterOptions {
  /** How many windows of one limit are kept. */
  readonly capacity?: number;
  /** Milliseconds that never go back. */
  readonly clock?: () => number;
}

/**
 * Counts for one process. Memory is bounded, whoever calls: each limit keeps at most `capacity` windows, and forgets
 * those that have ended before it forgets the ones longest unused. A window forgotten early starts anew at its next
 * call; that takes half the capacity of other callers within one window, and who calls all the while is not forgotten.
 */
export class MemoryRateCounter implements RateCounter {
  readonly #limits = new Map<string, WindowTable>();
  readonly #capacity: number;
  readonly #clock: () => number;

  constructor({ capacity = 20_000, clock = () => performance.now() }: MemoryRateCounterOptions = {}) {
    this.#capacity = capacity;
    this.#clock = clock;
  }

  /** How many windows are kept, of all limits. */
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
    // A table for each limit: whoever floods one cannot make another forget.
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

/**
 * The windows of one limit in two generations. A new generation begins after the length of a window, or when the
 * present one is full; the one before the last is dropped as a whole, so that nothing is searched for what has ended.
 */
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

/** A string cut from a long header or argument would keep all of that in memory. */
const flatCopyOf = (text: string): string => Buffer.from(text).toString();
