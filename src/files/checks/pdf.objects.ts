import type { FileHandle } from 'node:fs/promises';
import { createInflate } from 'node:zlib';
import { FileRefusal } from '../file.enums.ts';
import { plainNames } from './pdf.names.ts';
import { Refused } from './refused.ts';

interface Part {
  /** Bytes as characters. */
  text: string;
  /** The position of the text in the file. */
  startsAt: number;
  /** Characters of the text that the part before had too. */
  seen: number;
}

/** Bytes of one unpacked object stream. Writers put some hundred objects into one. */
const MOST_UNPACKED = 16 * 1024 * 1024;

/** Characters of the keyword and of the line end behind it. */
const KEYWORD = 'stream\r\n'.length;

/**
 * Unpacks the object streams that begin in a part. Those that are not packed are in the text anyway. Refuses those that are
 * packed otherwise than by Flate alone, or whose dictionary is too long to see.
 */
export async function* objectsIn(file: FileHandle, { text, startsAt, seen }: Part): AsyncGenerator<string> {
  for (const { index, 0: keyword } of text.matchAll(/(?<!end)stream(?:\r\n|\n|\r)?/g)) {
    const isOfThisPart = index + KEYWORD > seen && index + KEYWORD <= text.length;
    const dictionary = isOfThisPart ? dictionaryBefore(text, index) : '';
    if (!has(dictionary, 'ObjStm') && !has(dictionary, 'First')) continue;
    if (!has(dictionary, 'Filter')) {
      yield '';
      continue;
    }
    const isFlate = /\/Filter\s*(?:\/FlateDecode(?=[^\w.-])|\[\s*\/FlateDecode\s*\])/.test(dictionary);
    const isTransformed = has(dictionary, 'DecodeParms') || has(dictionary, 'F');
    if (!isFlate || isTransformed) throw new Refused(FileRefusal.NOT_CHECKABLE);
    yield await unpacked(file, startsAt + index + keyword.length);
  }
}

const has = (dictionary: string, name: string): boolean => new RegExp(`/${name}(?=[^\\w.-])`).test(dictionary);

/** From the number of its object, with plain names. */
function dictionaryBefore(text: string, end: number): string {
  const start = text.lastIndexOf(' obj', end);
  if (start >= 0) return `${plainNames(text.slice(start, end))} `;
  if (
    text
      .slice(Math.max(0, end - 64), end)
      .trimEnd()
      .endsWith('>>')
  )
    throw new Refused(FileRefusal.NOT_CHECKABLE);
  return '';
}

/** Unpacks from a position up to the end of the packed data. */
async function unpacked(file: FileHandle, start: number): Promise<string> {
  const source = file.createReadStream({ start, autoClose: false, highWaterMark: 16 * 1024 });
  const inflate = createInflate();
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of source.pipe(inflate) as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > MOST_UNPACKED) throw new Refused(FileRefusal.NOT_CHECKABLE);
    }
  } catch (error) {
    if (isOfZlib(error)) throw new Refused(FileRefusal.NOT_CHECKABLE);
    throw error;
  } finally {
    source.destroy();
  }
  return Buffer.concat(chunks).toString('latin1');
}

const isOfZlib = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(?:Z_|ERR_ZLIB)/.test(String(error.code));
