import { write, writeSync } from 'node:fs';

/** Characters of lines that wait in memory while none can be written. */
const MAX_WAITING = 1024 * 1024;

/** Milliseconds until the next try. Doubles, because a slow reader soon makes room, and a full disk does not. */
const PAUSE = { shortest: 1, longest: 250 };

/** Milliseconds that flushSync waits for a slow reader. */
const LAST_PATIENCE = 500;

/**
 * Writes the log, and never blocks the process. While writing fails (full disk, stalled or closed pipe), lines wait in
 * memory. Excess lines are dropped and counted.
 */
export class LogOutput {
  /** Called with the number of dropped lines once writing works again. */
  reportDropped: (lines: number) => void = () => undefined;
  readonly #fd: number;
  #waiting = '';
  /** Empty if nothing is being written. */
  #unwritten: Buffer = Buffer.alloc(0);
  #inFlight = false;
  #pause = 0;
  #dropped = 0;
  #droppedBefore = 0;

  /** @param fd `process.stdout.fd`. With that, Node makes pipes non-blocking */
  constructor(fd: number) {
    this.#fd = fd;
  }

  /** Lines that were dropped since the start. */
  get dropped(): number {
    return this.#droppedBefore + this.#dropped;
  }

  write(text: string): void {
    if (this.#waiting.length + text.length > MAX_WAITING) return void this.#dropped++;
    this.#waiting += text;
    if (this.#unwritten.length === 0) this.#writeWaiting();
  }

  /** For the last lines before an exit: writes what it can within half a second. pino calls it after a fatal line. */
  flushSync(): void {
    // A write in flight also ends at an exit.
    const waiting = Buffer.from(this.#waiting);
    const left = this.#writeNow(this.#inFlight ? waiting : Buffer.concat([this.#unwritten, waiting]));
    this.#waiting = this.#inFlight ? left.toString() : '';
    if (!this.#inFlight) this.#unwritten = left;
  }

  #writeWaiting(): void {
    this.#unwritten = Buffer.from(this.#waiting);
    this.#waiting = '';
    if (this.#unwritten.length > 0) this.#write();
  }

  #write(): void {
    this.#inFlight = true;
    write(this.#fd, this.#unwritten, (error, bytes) => {
      this.#inFlight = false;
      if (error) return this.#writeLater();
      this.#pause = 0;
      this.#unwritten = this.#unwritten.subarray(bytes);
      if (this.#unwritten.length > 0) return this.#write();
      this.#writeWaiting();
      const dropped = this.#dropped;
      this.#dropped = 0;
      this.#droppedBefore += dropped;
      if (dropped > 0) this.reportDropped(dropped);
    });
  }

  #writeLater(): void {
    this.#pause = Math.min(2 * this.#pause || PAUSE.shortest, PAUSE.longest);
    setTimeout(() => this.#write(), this.#pause).unref();
  }

  /** Returns what could not be written. */
  #writeNow(bytes: Buffer): Buffer {
    const until = performance.now() + LAST_PATIENCE;
    let left = bytes;
    while (left.length > 0) {
      try {
        left = left.subarray(writeSync(this.#fd, left));
      } catch (error) {
        if (!isStalled(error) || performance.now() > until) break;
        sleep(10);
      }
    }
    return left;
  }
}

const isStalled = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EAGAIN';

const sleep = (milliseconds: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
