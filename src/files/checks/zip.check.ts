import type { FileHandle } from 'node:fs/promises';
import { FileRefusal } from '../file.enums.ts';
import { Refused } from './refused.ts';
import { namesInZip } from './zip.directory.ts';

/** Of macros. */
const MACROS = /(?:^|\/)vbaProject\.bin$/i;

export async function inspectZip(file: FileHandle, size: number): Promise<void> {
  await namesInZip(file, size);
}

/** Needs the list of types and the main part that make an archive a document of its type. Refuses macros. */
export async function inspectOffice(file: FileHandle, size: number, mainPart: string): Promise<void> {
  const names = await namesInZip(file, size);
  if (!names.includes('[Content_Types].xml') || !names.includes(mainPart)) throw new Refused(FileRefusal.WRONG_TYPE);
  if (names.some((name) => MACROS.test(name))) throw new Refused(FileRefusal.ACTIVE_CONTENT);
}
