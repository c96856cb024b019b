import type { EventEmitter } from 'node:events';
import { unavailable } from '../context/domain.error.ts';

interface WorkLimits {
  /** Tasks that run at the same time. */
  atOnce: number;
  /** Milliseconds that a task may wait. */
  longestWait: number;
}

/** Tasks that may wait for each running one, so that memory is bounded if tasks are short. */
const WAITING = 20;

/** Weight of the latest task in the mean. The last hundred decide. */
const LATEST = 0.01;

/**
 * Runs a limited number of tasks at the same time. Others wait in order, as long as those before them will probably end in
 * time. All others fail immediately.
 */
export class WorkQueue {
  readonly #limits: WorkLimits;
  /** Each starts a waiting task. */
  readonly #waiting = new Set<() => void>();
  #running = 0;
  /** Mean milliseconds between the ends of two tasks, while no place is free. */
  #meanInterval = 0;
  #lastChange = 0;

  constructor(limits: WorkLimits) {
    this.#limits = limits;
  }

  /** Whether the tasks before a new one would take too long. */
  get isFull(): boolean {
    const { atOnce, longestWait } = this.#limits;
    if (this.#running < atOnce) return false;
    const ahead = this.#waiting.size;
    return ahead >= WAITING * atOnce || (atOnce + ahead) * this.#intervalUntil(performance.now()) > longestWait;
  }

  /**
   * Resolves when it is the task's turn. Call `leave` at its end. If `client` closes before, the task loses its place.
   *
   * @throws DomainError UNAVAILABLE if it would wait too long, has waited too long, or lost its place
   */
  async enter(client?: EventEmitter): Promise<void> {
    if (this.isFull) throw unavailable();
    if (this.#running < this.#limits.atOnce) {
      this.#running++;
      this.#lastChange = performance.now();
      return;
    }
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const giveUp = () => {
      this.#waiting.delete(resolve);
      reject(unavailable());
    };
    const timer = setTimeout(giveUp, this.#limits.longestWait);
    client?.once('close', giveUp);
    this.#waiting.add(resolve);
    await promise.finally(() => {
      clearTimeout(timer);
      client?.off('close', giveUp);
    });
  }

  /** Gives the place of a finished task to the next one. */
  leave(): void {
    const now = performance.now();
    if (this.#running === this.#limits.atOnce) this.#meanInterval = this.#intervalUntil(now);
    this.#lastChange = now;
    const [startNext] = this.#waiting;
    if (!startNext) return void this.#running--;
    this.#waiting.delete(startNext);
    startNext();
  }

  /** Runs a task in its turn. @throws as `enter` does */
  async run<Result>(task: () => Promise<Result>, client?: EventEmitter): Promise<Result> {
    await this.enter(client);
    try {
      return await task();
    } finally {
      this.leave();
    }
  }

  #intervalUntil(now: number): number {
    return this.#meanInterval + LATEST * (now - this.#lastChange - this.#meanInterval);
  }
}
