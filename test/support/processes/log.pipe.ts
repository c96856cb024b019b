import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, rmSync } from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A pipe for the log of a process. A test decides when it is read, and when its reader is gone. */
export class LogPipe {
  /** Lines that were read, parsed. */
  readonly lines: Record<string, unknown>[] = [];
  /** File descriptor for the process. */
  readonly end: number;
  readonly #folder = mkdtempSync(join(tmpdir(), 'log-pipe-'));
  readonly #reading: number;
  #reader: Socket | undefined;

  constructor() {
    const path = join(this.#folder, 'log');
    execFileSync('mkfifo', [path]);
    this.#reading = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    this.end = openSync(path, 'w');
  }

  read(): void {
    this.#reader = new Socket({ fd: this.#reading, readable: true, writable: false });
    createInterface(this.#reader).on('line', (line) => {
      if (line.startsWith('{')) this.lines.push(JSON.parse(line) as Record<string, unknown>);
    });
  }

  closeReader(): void {
    if (this.#reader) this.#reader.destroy();
    else closeSync(this.#reading);
  }

  [Symbol.dispose](): void {
    closeSync(this.end);
    rmSync(this.#folder, { recursive: true });
  }
}
