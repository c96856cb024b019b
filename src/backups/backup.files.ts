import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { decrypted } from './backup.cipher.ts';

/** A file in BACKUP_DIR: `reachgenie-20261130T021500Z-0123456789abcdef.dump`, and `.age` if encrypted. */
export interface Backup {
  path: string;
  /** When its data was read. To the second. */
  takenAt: Date;
  /** The beginning of the file's SHA-256. */
  checksum: string;
  isEncrypted: boolean;
}

const NAME = /^reachgenie-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-([\da-f]{16})\.dump(\.age)?$/;

/** The ending of a file that is being written. */
export const UNFINISHED = '.unfinished';

const DAY = 24 * 60 * 60 * 1_000;

/** Kept at any age, for the case that backups or a clock were wrong for a while. */
const ALWAYS_KEPT = 7;

const READ_AHEAD = 1024 * 1024;

export const checksumOf = (hash: Hash): string => hash.digest('hex').slice(0, 16);

export function nameOf({ takenAt, checksum, isEncrypted }: Omit<Backup, 'path'>): string {
  const time = takenAt.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  return `reachgenie-${time}-${checksum}.dump${isEncrypted ? '.age' : ''}`;
}

/** @throws Error if `db:backup` does not name files like this */
export function backupAt(path: string): Backup {
  const [, year, month, day, hour, minute, second, checksum = '', age] = NAME.exec(basename(path)) ?? [];
  if (!year)
    throw new Error(`${path}: a backup keeps the name that db:backup gave it, which has its time and checksum`);
  const takenAt = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return { path, takenAt, checksum, isEncrypted: age !== undefined };
}

/** Newest first. */
async function listBackups(folder: string): Promise<Backup[]> {
  const names = (await readdir(folder)).filter((name) => NAME.test(name));
  return names
    .toSorted()
    .reverse()
    .map((name) => backupAt(join(folder, name)));
}

/**
 * With a key, only an encrypted one: others may be forged.
 *
 * @throws Error if there is none
 */
export async function newestBackup(folder: string, key: string | undefined): Promise<Backup> {
  const backup = (await listBackups(folder)).find(({ isEncrypted }) => isEncrypted || !key);
  if (!backup) throw new Error(`${folder} has no ${key ? 'encrypted ' : ''}backup: run npm run db:backup`);
  return backup;
}

/** Its dump. Fails before the end if the file is not as it was written. */
export async function openBackup(backup: Backup, key: string | undefined): Promise<Readable> {
  const { path, isEncrypted } = backup;
  if (isEncrypted && !key) throw new Error(`${path} is encrypted: set BACKUP_KEY`);
  if (!isEncrypted && key) throw new Error(`${path} is not encrypted. To use it all the same, unset BACKUP_KEY`);
  const file = Readable.from(checkedParts(backup), { objectMode: false });
  if (!key) return file;
  try {
    return await decrypted(file, key);
  } catch (cause) {
    throw new Error(`${path}: BACKUP_KEY does not open this backup`, { cause });
  }
}

async function* checkedParts({ path, checksum }: Backup): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(path, { highWaterMark: READ_AHEAD })) {
    hash.update(part as Buffer);
    yield part as Buffer;
  }
  if (checksumOf(hash) !== checksum) {
    throw new Error(`${path} is damaged: its content does not match the checksum in its name`);
  }
}

/** Removes backups older than this, but never the newest ones. Returns their paths. */
export async function removeOldBackups(folder: string, days: number): Promise<string[]> {
  const backups = await listBackups(folder);
  const oldest = (backups[0]?.takenAt.getTime() ?? 0) - days * DAY;
  const old = backups.slice(ALWAYS_KEPT).filter(({ takenAt }) => takenAt.getTime() < oldest);
  for (const { path } of old) await rm(path);
  return old.map(({ path }) => path);
}

/** Removes what killed runs left. */
export async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder)) if (name.endsWith(UNFINISHED)) await rm(join(folder, name));
}

/** Makes a new name in it durable. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
