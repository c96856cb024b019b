import { open, type FileHandle } from 'node:fs/promises';

const OWNER_ONLY = 0o600;

/** Opens a file to write it anew. Only its owner can read it, even if others could read the file before. */
export async function openPrivately(path: string): Promise<FileHandle> {
  const file = await open(path, 'w', OWNER_ONLY);
  const isFile = (await file.stat()).isFile(); // a device or pipe is everyone's
  if (isFile) await file.chmod(OWNER_ONLY);
  return file;
}
