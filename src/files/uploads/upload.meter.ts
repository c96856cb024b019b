import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import { FileRefusal } from '../file.enums.ts';

const STATUS: Partial<Record<FileRefusal, number>> = { [FileRefusal.TOO_LARGE]: 413 };

/** Ends an upload that is not what was requested. */
export class UploadProblem extends Error {
  constructor(
    readonly refusal: FileRefusal.TOO_LARGE | FileRefusal.INCOMPLETE,
    message: string,
    readonly status = STATUS[refusal] ?? 400,
  ) {
    super(message);
  }
}

/**
 * Passes bytes on, counts and hashes them, and fails if they are not as many as requested. Holds the last bytes back until
 * the end, so that storage never has all of an upload that fails.
 */
export class UploadMeter extends Transform {
  readonly #hash = createHash('sha256');
  #bytes = 0;
  #held: Buffer | undefined;

  constructor(private readonly requested: number) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#bytes += chunk.length;
    if (this.#bytes > this.requested) return done(tooLarge(this.requested));
    this.#hash.update(chunk);
    const passed = this.#held;
    this.#held = chunk;
    done(null, passed);
  }

  override _flush(done: TransformCallback): void {
    if (this.#bytes === this.requested) return done(null, this.#held);
    done(incomplete(`The upload has ${this.#bytes} bytes, but ${this.requested} were requested.`));
  }

  /** In hexadecimal, once all bytes have passed. */
  sha256(): string {
    return this.#hash.digest('hex');
  }
}

export const tooLarge = (requested: number): UploadProblem =>
  new UploadProblem(FileRefusal.TOO_LARGE, `The upload has more than the ${requested} bytes that were requested.`);

export const incomplete = (message: string, status?: number): UploadProblem =>
  new UploadProblem(FileRefusal.INCOMPLETE, message, status);
