import type { FileHandle } from 'node:fs/promises';

/** Reads bytes from a position: fewer at the end of the file. */
export async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let read = 0;
  while (read < length) {
    const { bytesRead } = await file.read(buffer, read, length - read, position + read);
    if (bytesRead === 0) break;
    read += bytesRead;
  }
  return buffer.subarray(0, read);
}

/** The last bytes of a file. */
export const tailOf = (file: FileHandle, size: number, length: number): Promise<Buffer> =>
  bytesAt(file, Math.max(0, size - length), Math.min(size, length));
