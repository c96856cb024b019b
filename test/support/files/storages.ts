import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, vi } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import type { FileStorage } from '../../../src/files/storage/file.storage.ts';
import { openFileStorage } from '../../../src/files/storage/open.storage.ts';

/** A storage to run tests on, and the settings of a product that uses it. */
export interface GivenStorage {
  name: string;
  environment: Record<string, string>;
  storage: FileStorage;
}

interface S3Server {
  run(): Promise<{ port: number }>;
  close(): Promise<void>;
}

/** It has no types, and no exports for modules. */
const S3Rver = createRequire(import.meta.url)('s3rver') as new (options: object) => S3Server;

const BUCKET = 'reachgenie-files';

async function givenFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'reachgenie-files-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder of its own, until the end of the test file. */
export async function folderStorage(): Promise<GivenStorage> {
  return opened('a folder', { DATA_DIR: await givenFolder() });
}

/** A server of S3 in this process, until the end of the test file. */
export async function s3Storage(): Promise<GivenStorage> {
  const directory = await givenFolder();
  const options = { address: '127.0.0.1', port: 0, silent: true, directory, configureBuckets: [{ name: BUCKET }] };
  const server = new S3Rver(options);
  const { port } = await server.run();
  afterAll(() => server.close());
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'S3RVER');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'S3RVER');
  return opened('S3', {
    DATA_DIR: directory,
    S3_BUCKET: BUCKET,
    S3_REGION: 'eu-central-1',
    S3_ENDPOINT: `http://127.0.0.1:${port}`,
    S3_FORCE_PATH_STYLE: 'true',
  });
}

async function opened(name: string, environment: Record<string, string>): Promise<GivenStorage> {
  const { files } = readConfig({ NODE_ENV: 'test', ...environment });
  return { name, environment, storage: await openFileStorage(files) };
}

/** The IDs of all files in storage. */
export async function storedIds(storage: FileStorage): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of storage.list()) ids.push(id);
  return ids;
}

export const contentOf = async (storage: FileStorage, id: string): Promise<Buffer> =>
  Buffer.concat((await (await storage.read(id)).toArray()) as Buffer[]);
