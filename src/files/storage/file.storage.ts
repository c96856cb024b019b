import type { Readable } from 'node:stream';

export interface StoredBytes {
  id: string;
  bytes: number;
  changedAt: Date;
}

/** Headers that tell a browser to save a download, and not to run it. */
export interface Presentation {
  contentType: string;
  /** `Content-Disposition`. */
  disposition: string;
}

/** The bytes of files, by the ID of the file. Two makers: a folder, and S3. */
export interface FileStorage {
  /** Stores a stream of this many bytes as a whole, or not at all. Replaces what is there. Fails as the stream does. */
  write(id: string, source: Readable, bytes: number): Promise<void>;
  /** Fails before the first byte if there is no such file. */
  read(id: string): Promise<Readable>;
  /** Runs `work` with the path of a local file that has the bytes. It only exists, and must not change, meanwhile. */
  withLocal<Result>(id: string, work: (path: string) => Promise<Result>): Promise<Result>;
  /** Succeeds if there is no such file. */
  remove(id: string): Promise<void>;
  /** All files. */
  list(): AsyncIterable<StoredBytes>;
  /** A URL of the storage itself that downloads the file within a minute. Undefined if the product sends the bytes. */
  linkTo?(id: string, presentation: Presentation): Promise<string>;
}
