import type { FileHandle } from 'node:fs/promises';
import { FileRefusal } from '../file.enums.ts';
import { bytesAt } from './file.bytes.ts';
import { Refused } from './refused.ts';

const HEADER_BYTES = 16;

/** Boxes on the first level. Fragmented films have some hundred. */
const MOST_BOXES = 20_000;

/** Follows the boxes of a film (ISO 14496-12), which must end with the file. */
export async function inspectMp4(file: FileHandle, size: number): Promise<void> {
  let at = 0;
  for (let box = 0; at < size; box++) {
    const header = await bytesAt(file, at, HEADER_BYTES);
    const length = header.length < 8 ? 0 : lengthOf(header, size - at);
    if (length < 8 || box >= MOST_BOXES) throw new Refused(FileRefusal.DAMAGED);
    at += length;
  }
  if (at !== size) throw new Refused(FileRefusal.DAMAGED);
}

function lengthOf(header: Buffer, rest: number): number {
  const length = header.readUInt32BE(0);
  if (length === 0) return rest;
  if (length !== 1) return length;
  return header.length < HEADER_BYTES ? 0 : Number(header.readBigUInt64BE(8));
}
