import { createWriteStream } from 'node:fs';
import { mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { validate as isUuid } from 'uuid';
import type { FileStorage, StoredBytes } from './file.storage.ts';

const OWNER_ONLY = { folder: 0o700, file: 0o600 };

/** The ending of a file that is being written. */
const UNFINISHED = '.part';

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** Keeps each file under its ID. The folder is created for the first file. */
export class FolderStorage implements FileStorage {
  constructor(private readonly folder: string) {}

  async write(id: string, source: Readable): Promise<void> {
    const path = this.#path(id);
    await mkdir(this.folder, { recursive: true, mode: OWNER_ONLY.folder });
    try {
      await pipeline(source, createWriteStream(path + UNFINISHED, { mode: OWNER_ONLY.file, flush: true }));
      await rename(path + UNFINISHED, path);
    } catch (error) {
      await rm(path + UNFINISHED, { force: true });
      throw error;
    }
  }

  async read(id: string): Promise<Readable> {
    const file = await open(this.#path(id));
    return file.createReadStream();
  }

  withLocal<Result>(id: string, work: (path: string) => Promise<Result>): Promise<Result> {
    return work(this.#path(id));
  }

  /** Also what a killed process has left half-written. */
  async remove(id: string): Promise<void> {
    const path = this.#path(id);
    await rm(path, { force: true });
    await rm(path + UNFINISHED, { force: true });
  }

  /** Only whole files. */
  async *list(): AsyncGenerator<StoredBytes> {
    const entries = await opendir(this.folder).catch((error: unknown) => {
      if (!isMissing(error)) throw error;
    });
    for await (const { name: id } of entries ?? []) {
      if (!isUuid(id)) continue;
      const found = await stat(join(this.folder, id)).catch((error: unknown) => {
        if (!isMissing(error)) throw error; // removed meanwhile
      });
      if (found) yield { id, bytes: found.size, changedAt: found.mtime };
    }
  }

  #path(id: string): string {
    if (!isUuid(id)) throw new Error('A file has a UUID.');
    return join(this.folder, id.toLowerCase());
  }
}
