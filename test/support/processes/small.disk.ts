import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A separate file system in memory, which a test can fill without harm. Needs Linux, and permission to mount. */
export class SmallDisk {
  readonly folder = mkdtempSync(join(tmpdir(), 'small-disk-'));

  constructor(megabytes: number) {
    const options = ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`];
    try {
      execFileSync('mount', [...options, 'tmpfs', this.folder], { stdio: 'ignore' });
    } catch (error) {
      rmdirSync(this.folder);
      throw error;
    }
  }

  static readonly isPossible: boolean = (() => {
    try {
      new SmallDisk(1).remove();
      return true;
    } catch {
      return false;
    }
  })();

  get #ballast(): string {
    return join(this.folder, 'ballast');
  }

  /** Fills it completely. */
  async fill(): Promise<void> {
    const file = await open(this.#ballast, 'a');
    try {
      for (const bytes of [1024 * 1024, 4096]) await writeWhilePossible(Buffer.alloc(bytes));
    } finally {
      await file.close();
    }

    async function writeWhilePossible(data: Buffer): Promise<void> {
      try {
        for (;;) await file.write(data);
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
      }
    }
  }

  async free(): Promise<void> {
    await rm(this.#ballast);
  }

  [Symbol.dispose](): void {
    this.remove();
  }

  remove(): void {
    execFileSync('umount', [this.folder]);
    rmdirSync(this.folder);
  }
}
