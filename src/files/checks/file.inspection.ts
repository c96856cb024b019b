import { open, type FileHandle } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { FilePurpose, FileRefusal } from '../file.enums.ts';
import { MP4, OFFICE_PARTS, PDF, PNG, ZIP, JPEG } from '../uploads/upload.limits.ts';
import { encodedAnew } from './logo.check.ts';
import { inspectMp4 } from './mp4.check.ts';
import { inspectPdf } from './pdf.check.ts';
import { Refused } from './refused.ts';
import { refuseSecondType } from './second.type.check.ts';
import { inspectOffice, inspectZip } from './zip.check.ts';

interface Declared {
  purpose: FilePurpose;
  contentType: string;
}

/** Checks of each type, besides those of its first bytes. */
const CHECKS: Readonly<Record<string, (file: FileHandle, size: number) => Promise<void>>> = {
  [PDF]: inspectPdf,
  [MP4]: inspectMp4,
  [ZIP]: inspectZip,
  [PNG]: async () => undefined,
  [JPEG]: async () => undefined,
  ...Object.fromEntries(
    Object.entries(OFFICE_PARTS).map(([type, part]) => [
      type,
      (file: FileHandle, size: number) => inspectOffice(file, size, part),
    ]),
  ),
};

/**
 * Checks that the file is only of its declared type, and runs nothing. Returns other bytes to keep, if any.
 * @throws Refused if it fails
 */
export async function inspect(path: string, { purpose, contentType }: Declared): Promise<Buffer | undefined> {
  const check = CHECKS[contentType];
  const detected = await fileTypeFromFile(path);
  if (!check || detected?.mime !== contentType) throw new Refused(FileRefusal.WRONG_TYPE);
  const file = await open(path);
  try {
    const { size } = await file.stat();
    // A logo is encoded anew, which leaves nothing else of it.
    if (purpose === FilePurpose.LOGO) return encodedAnew(await file.readFile());
    await refuseSecondType(file, size, contentType);
    await check(file, size);
    return undefined;
  } finally {
    await file.close();
  }
}
