import type { Config } from '../../config.ts';
import { FolderStorage } from './folder.storage.ts';
import type { FileStorage } from './file.storage.ts';

/**
 * The storage that the configuration names. Its client of S3 is only loaded if it is needed: it takes a second.
 * @throws Error if the optional packages of S3 are missing
 */
export async function openFileStorage({ folder, s3 }: Config['files']): Promise<FileStorage> {
  if (!s3) return new FolderStorage(folder);
  try {
    const { S3Storage } = await import('./s3.storage.ts');
    return new S3Storage(s3);
  } catch (error) {
    if (!isMissingPackage(error)) throw error;
    const message =
      'S3_BUCKET is set, but the packages @aws-sdk/client-s3 and @aws-sdk/s3-request-presigner are not installed; run npm install without --omit=optional';
    throw new Error(message, { cause: error });
  }
}

const isMissingPackage = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  error.code === 'ERR_MODULE_NOT_FOUND' &&
  error.message.includes('@aws-sdk');
