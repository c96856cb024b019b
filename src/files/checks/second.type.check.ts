import type { FileHandle } from 'node:fs/promises';
import { FileRefusal } from '../file.enums.ts';
import { JPEG, PDF, PNG } from '../uploads/upload.limits.ts';
import { bytesAt, tailOf } from './file.bytes.ts';
import { Refused } from './refused.ts';
import { isZipped, LONGEST_END, ZIP_END } from './zip.directory.ts';

/** PDF readers accept bytes before the header. */
const PDF_HEAD = 1_024;

/** The last bytes of types that have some. Nothing may follow. */
const LAST: Readonly<Record<string, Buffer>> = {
  [PNG]: Buffer.from('0000000049454e44ae426082', 'hex'),
  [JPEG]: Buffer.from('ffd9', 'hex'),
};

/** Refuses a file that readers of two types accept: a PDF or an image with an archive at its end, a PDF in an archive. */
export async function refuseSecondType(file: FileHandle, size: number, contentType: string): Promise<void> {
  const head = await bytesAt(file, 0, PDF_HEAD);
  const tail = await tailOf(file, size, LONGEST_END);
  const isAlsoPdf = contentType !== PDF && head.includes('%PDF-');
  const isAlsoZip = !isZipped(contentType) && tail.includes(ZIP_END);
  const last = LAST[contentType];
  const hasMore = last !== undefined && !tail.subarray(-last.length).equals(last);
  if (isAlsoPdf || isAlsoZip || hasMore) throw new Refused(FileRefusal.SECOND_TYPE);
}
