import { setTimeout } from 'node:timers/promises';
import type { WorkerParts } from '../feature.ts';
import { asPlatform } from '../core/database/tenancy.ts';
import { inTransaction } from '../core/database/transaction.ts';
import * as cursors from './event.cursor.ts';
import type { EventConsumer } from './event.types.ts';

/** Milliseconds until a chain whose events failed is tried again: twice as long after each failure. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;

/**
 * Follows the audit log for the consumers. Any number of workers share the chains. A consumer that fails on an event
 * stops at it in this chain only, and tries again: decision 82.
 */
export class EventFollower {
  readonly #worker: WorkerParts;
  readonly #stopped = new AbortController();
  /** By consumer and chain. */
  readonly #failures = new Map<string, { chainId: string; pause: number; until: number }>();

  constructor(worker: WorkerParts) {
    this.#worker = worker;
  }

  /** Returns how to stop. A batch in progress ends first. */
  start(): () => Promise<void> {
    const running = this.#run();
    return async () => {
      this.#stopped.abort();
      await running;
    };
  }

  async #run(): Promise<void> {
    const { consumers, log, pollingSeconds } = this.#worker;
    const { signal } = this.#stopped;
    let begun = false;
    while (!signal.aborted) {
      try {
        if (!begun) for (const { name } of consumers) await this.#asPlatform((em) => cursors.beginAtHeads(em, name));
        begun = true;
        await this.#round();
      } catch (error) {
        log.warn({ err: error }, 'events are not followed, retrying');
      }
      await setTimeout(1_000 * pollingSeconds, undefined, { signal }).catch(() => undefined);
    }
  }

  async #round(): Promise<void> {
    const { consumers } = this.#worker;
    const names = consumers.map(({ name }) => name);
    const behind = await this.#asPlatform((em) => cursors.consumersBehind(em, names));
    await Promise.all(consumers.filter(({ name }) => behind.includes(name)).map((consumer) => this.#follow(consumer)));
  }

  async #follow(consumer: EventConsumer): Promise<void> {
    await this.#asPlatform((em) => cursors.addMissingCursors(em, consumer.name));
    while (!this.#stopped.signal.aborted && (await this.#batch(consumer)));
  }

  /** Returns whether there was a batch. If it fails, each of its chains is tried alone. */
  async #batch(consumer: EventConsumer): Promise<boolean> {
    const taken: string[] = [];
    try {
      await this.#take(consumer, { not: this.#pausedChains(consumer) }, taken);
    } catch (error) {
      if (taken.length === 0) throw error;
      for (const only of taken) await this.#alone(consumer, only);
    }
    return taken.length > 0;
  }

  async #alone({ name, consume }: EventConsumer, chainId: string): Promise<void> {
    const key = `${name} ${chainId}`;
    try {
      await this.#take({ name, consume }, { only: chainId, not: [] }, []);
      this.#failures.delete(key);
    } catch (error) {
      const pause = Math.min(2 * (this.#failures.get(key)?.pause ?? FIRST_PAUSE / 2), LONGEST_PAUSE);
      this.#failures.set(key, { chainId, pause, until: performance.now() + pause });
      const { log } = this.#worker;
      log.error({ err: error, consumer: name, chain: chainId, seconds: pause / 1000 }, 'events failed, retrying');
    }
  }

  /** Chains whose pause is not over. The others stay known, so that the next failure pauses longer. */
  #pausedChains({ name }: EventConsumer): string[] {
    const now = performance.now();
    const paused = [...this.#failures].filter(([key, { until }]) => key.startsWith(`${name} `) && until > now);
    return paused.map(([, { chainId }]) => chainId);
  }

  /** Fills `taken` with the locked chains, also if the consumer fails. */
  #take(
    { name, consume }: EventConsumer,
    chains: { only?: string; not: readonly string[] },
    taken: string[],
  ): Promise<void> {
    return this.#asPlatform(async (em) => {
      const locked = await cursors.lockCursors(em, name, chains);
      if (locked.length === 0) return;
      taken.push(...locked.map(({ chainId }) => chainId));
      const events = await cursors.eventsAfter(em, locked);
      await consume(em, events, this.#worker);
      await cursors.moveCursors(em, name, events);
    });
  }

  /** The log of all tenants. */
  #asPlatform<Result>(work: Parameters<typeof inTransaction<Result>>[1]): Promise<Result> {
    return inTransaction(asPlatform(this.#worker.orm.em), work);
  }
}
