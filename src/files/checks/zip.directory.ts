import type { FileHandle } from 'node:fs/promises';
import { FileRefusal } from '../file.enums.ts';
import { OFFICE_PARTS, ZIP } from '../uploads/upload.limits.ts';
import { bytesAt, tailOf } from './file.bytes.ts';
import { Refused } from './refused.ts';

/** Signature of the last record of an archive (APPNOTE 4.3.16). */
export const ZIP_END = Buffer.from('PK\x05\x06', 'latin1');

const END_BYTES = 22;

/** Bytes of the last record with the longest comment. */
export const LONGEST_END = END_BYTES + 0xff_ff;

const ENTRY = 0x02_01_4b_50;
const ENTRY_BYTES = 46;

/** Bytes. That of an archive of 100 MB is far smaller. */
const LARGEST_DIRECTORY = 16 * 1024 * 1024;

export const isZipped = (contentType: string): boolean => contentType === ZIP || contentType in OFFICE_PARTS;

/**
 * Reads the names of an archive's entries from its directory, which reaches up to the last record, and the record to the
 * end of the file: nothing is hidden between or behind them.
 * @throws Refused
 */
export async function namesInZip(file: FileHandle, size: number): Promise<string[]> {
  const tail = await tailOf(file, size, LONGEST_END);
  const at = tail.lastIndexOf(ZIP_END);
  if (at < 0 || at + END_BYTES > tail.length) throw new Refused(FileRefusal.DAMAGED);
  const entries = tail.readUInt16LE(at + 10);
  const length = tail.readUInt32LE(at + 12);
  const start = tail.readUInt32LE(at + 16);
  const end = size - tail.length + at;
  if (at + END_BYTES + tail.readUInt16LE(at + 20) !== tail.length || start + length !== end) {
    throw new Refused(FileRefusal.SECOND_TYPE);
  }
  if (length > LARGEST_DIRECTORY) throw new Refused(FileRefusal.NOT_CHECKABLE);
  const names = namesIn(await bytesAt(file, start, length));
  if (names.length !== entries) throw new Refused(FileRefusal.DAMAGED);
  return names;
}

function namesIn(directory: Buffer): string[] {
  const names: string[] = [];
  let at = 0;
  while (at + ENTRY_BYTES <= directory.length) {
    if (directory.readUInt32LE(at) !== ENTRY) throw new Refused(FileRefusal.DAMAGED);
    const nameLength = directory.readUInt16LE(at + 28);
    const name = directory.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameLength);
    names.push(name);
    at += ENTRY_BYTES + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  if (at !== directory.length) throw new Refused(FileRefusal.DAMAGED);
  return names;
}
