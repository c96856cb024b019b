import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  paginateListObjectsV2,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { validate as isUuid } from 'uuid';
import type { FileStorage, Presentation, StoredBytes } from './file.storage.ts';

export interface S3Options {
  bucket: string;
  region: string;
  /** Undefined: AWS itself. */
  endpoint: string | undefined;
  /** Whether the bucket is in the path of URLs, not in the host. */
  forcePathStyle: boolean;
}

/** Seconds. */
const LINK_LIFETIME = 60;

/** Milliseconds to connect, and of silence. */
const PATIENCE = { connectionTimeout: 5_000, socketTimeout: 60_000 };

const nothing = () => undefined;
const SILENT = { trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing };

/** Keeps each file under its ID, in a bucket for this product alone. AWS's own variables and files have the credentials. */
export class S3Storage implements FileStorage {
  readonly #bucket: string;
  readonly #client: S3Client;

  constructor({ bucket, region, endpoint, forcePathStyle }: S3Options) {
    this.#bucket = bucket;
    this.#client = new S3Client({
      region,
      forcePathStyle,
      ...(endpoint === undefined ? {} : { endpoint }),
      // Our own SHA-256 protects the bytes. Other servers do not know the newer checksums.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: PATIENCE,
      logger: SILENT, // its errors are thrown
    });
  }

  async write(id: string, source: Readable, bytes: number): Promise<void> {
    // The client would wait for the rest of a stream that has failed.
    const stop = new AbortController();
    source.once('error', (error) => stop.abort(error));
    try {
      const put = new PutObjectCommand({ ...this.#place(id), Body: source, ContentLength: bytes });
      await this.#client.send(put, { abortSignal: stop.signal });
    } catch (error) {
      await this.remove(id).catch(() => undefined); // some servers keep the part that came
      throw source.errored ?? error;
    }
  }

  async read(id: string): Promise<Readable> {
    const { Body } = await this.#client.send(new GetObjectCommand(this.#place(id)));
    if (!(Body instanceof Readable)) throw new Error('S3 answered without a body.');
    return Body;
  }

  async withLocal<Result>(id: string, work: (path: string) => Promise<Result>): Promise<Result> {
    const folder = await mkdtemp(join(tmpdir(), 'reachgenie-file-'));
    try {
      const path = join(folder, 'file');
      await pipeline(await this.read(id), createWriteStream(path));
      return await work(path);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  async remove(id: string): Promise<void> {
    await this.#client.send(new DeleteObjectCommand(this.#place(id)));
  }

  async *list(): AsyncGenerator<StoredBytes> {
    for await (const { Contents = [] } of paginateListObjectsV2({ client: this.#client }, { Bucket: this.#bucket })) {
      for (const { Key: id = '', Size: bytes = 0, LastModified: changedAt } of Contents) {
        if (isUuid(id) && changedAt) yield { id, bytes, changedAt };
      }
    }
  }

  linkTo(id: string, { contentType, disposition }: Presentation): Promise<string> {
    const get = new GetObjectCommand({
      ...this.#place(id),
      ResponseContentType: contentType,
      ResponseContentDisposition: disposition,
      ResponseCacheControl: 'no-store',
    });
    return getSignedUrl(this.#client, get, { expiresIn: LINK_LIFETIME });
  }

  #place(id: string): { Bucket: string; Key: string } {
    return { Bucket: this.#bucket, Key: id.toLowerCase() };
  }
}
