import { LRUCache } from 'lru-cache';
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
   */
  hit(limit: string, who: string, windowMs: number): Counted | Promise<Counted>;
  /** Reads the count without adding to it. 0 if no window is open. */
  peek(limit: string, who: string): Counted | Promise<Counted>;
  close(): Promise<void>;
  /** Whether it counts without its shared store for now. Undefined if it has none. */
  readonly isFailing?: boolean;
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
 * Counts for one process in bounded memory: at most `capacity` windows per limit. An open window is dropped only after
 * calls by `capacity` other callers.
 */
export class MemoryRateCounter implements RateCounter {
  /** One cache per limit, so that flooding one limit does not reset another. */
  readonly #limits = new Map<string, LRUCache<string, Window>>();
  readonly #capacity: number;
  readonly #clock: () => number;

  constructor({ capacity = 20_000, clock = () => performance.now() }: MemoryRateCounterOptions = {}) {
    this.#capacity = capacity;
    this.#clock = clock;
  }

  get size(): number {
    return [...this.#limits.values()].reduce((sum, { size }) => sum + size, 0);
  }

  /** @param shared what all processes counted, including this call. The result is the higher count */
  hit(limit: string, who: string, windowMs: number, shared?: Counted): Counted {
    let windows = this.#limits.get(limit);
    if (!windows) this.#limits.set(limit, (windows = new LRUCache({ max: this.#capacity })));
    const now = this.#clock();
    let window = windows.get(who);
    if (!window || now >= window.endsAt) {
      window = { count: 0, endsAt: now + (shared?.resetsInMs ?? windowMs) };
      windows.set(flatCopyOf(who), window);
    }
    window.count = Math.max(window.count + 1, shared?.count ?? 0);
    return higher({ count: window.count, resetsInMs: window.endsAt - now }, shared);
  }

  peek(limit: string, who: string, shared?: Counted): Counted {
    const { count, endsAt } = this.#limits.get(limit)?.peek(who) ?? { count: 0, endsAt: 0 };
    const resetsInMs = endsAt - this.#clock();
    return higher(resetsInMs > 0 ? { count, resetsInMs } : { count: 0, resetsInMs: 0 }, shared);
  }

  async close(): Promise<void> {
    this.#limits.clear();
  }
}

interface Window {
  count: number;
  endsAt: number;
}

const higher = (own: Counted, shared = own): Counted => (shared.count < own.count ? own : shared);

/** A substring would keep the whole header or argument in memory. */
const flatCopyOf = (text: string): string => Buffer.from(text).toString();
