import type { FileHandle } from 'node:fs/promises';
import { FileRefusal } from '../file.enums.ts';
import { bytesAt, tailOf } from './file.bytes.ts';
import { isActive, isEncrypted, plainNames, streamsNamed } from './pdf.names.ts';
import { objectsIn } from './pdf.objects.ts';
import { Refused } from './refused.ts';

/** Bytes read together, and those that the next part repeats: no name or dictionary is cut in two. */
const PART = 1024 * 1024;
const REPEATED = 64 * 1024;

/** The last bytes, which have the mark of the end. */
const END_BYTES = 1_024;

/**
 * Refuses a PDF that runs something. Reads it in parts, once, and unpacks its object streams.
 * @throws Refused
 */
export async function inspectPdf(file: FileHandle, size: number): Promise<void> {
  if (!(await tailOf(file, size, END_BYTES)).includes('%%EOF')) throw new Refused(FileRefusal.DAMAGED);
  let named = 0;
  let read = 0;
  let before = '';
  for (let at = 0; at < size; at += PART) {
    const isLast = at + PART >= size;
    const text = before + (await bytesAt(file, at, PART)).toString('latin1') + (isLast ? '\n' : '');
    refuse(plainNames(text));
    named += streamsNamed(text, before.length);
    for await (const objects of objectsIn(file, { text, startsAt: at - before.length, seen: before.length })) {
      refuse(`${plainNames(objects)}\n`);
      read++;
    }
    before = text.slice(-REPEATED);
  }
  // One that was not read hides its objects.
  if (named > read) throw new Refused(FileRefusal.NOT_CHECKABLE);
}

function refuse(text: string): void {
  if (isActive(text)) throw new Refused(FileRefusal.ACTIVE_CONTENT);
  if (isEncrypted(text)) throw new Refused(FileRefusal.NOT_CHECKABLE);
}
