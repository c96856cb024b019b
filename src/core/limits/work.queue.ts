import type { EventEmitter } from 'node:events';
import { unavailable } from '../context/domain.error.ts';

interface WorkLimits {
  /** Tasks that run at the same time. */
  atOnce: number;
  /** Milliseconds that a task may wait for its turn. */
  longestWait: number;
}

/** Tasks that may wait for each running one, so that memory is bounded. */
const WAITING = 20;

/** Runs a limited number of tasks at the same time. Others wait in order for a limited time, and excess ones fail immediately. */
export class WorkQueue {
  readonly #limits: WorkLimits;
  /** Each starts a waiting task. */
  readonly #waiting = new Set<() => void>();
  #running = 0;

  constructor(limits: WorkLimits) {
    this.#limits = limits;
  }

  get running(): number {
    return this.#running;
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  /** Whether a new task would fail immediately. */
  get isFull(): boolean {
    return this.#waiting.size >= WAITING * this.#limits.atOnce;
  }

  /**
   * Resolves when it is the task's turn. Call `leave` at its end. If `client` closes before, or the signal aborts, the
   * task loses its place.
   *
   * @throws DomainError UNAVAILABLE if the queue is full, or if the task has waited too long or lost its place
   */
  async enter(client?: EventEmitter, signal?: AbortSignal): Promise<void> {
    if (this.isFull) throw unavailable();
    if (this.#running < this.#limits.atOnce) return void this.#running++;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const giveUp = () => {
      this.#waiting.delete(resolve);
      reject(unavailable());
    };
    const timer = setTimeout(giveUp, this.#limits.longestWait);
    client?.once('close', giveUp);
    signal?.addEventListener('abort', giveUp);
    this.#waiting.add(resolve);
    await promise.finally(() => {
      clearTimeout(timer);
      client?.off('close', giveUp);
      signal?.removeEventListener('abort', giveUp);
    });
  }

  /** Gives the place of a finished task to the next one. */
  leave(): void {
    const [startNext] = this.#waiting;
    if (!startNext) return void this.#running--;
    this.#waiting.delete(startNext);
    startNext();
  }

  /** Runs a task in its turn. @throws as `enter` does */
  async run<Result>(task: () => Promise<Result>, client?: EventEmitter, signal?: AbortSignal): Promise<Result> {
    await this.enter(client, signal);
    try {
      return await task();
    } finally {
      this.leave();
    }
  }
}
