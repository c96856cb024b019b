import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { encrypted } from './backup.cipher.ts';
import {
  checksumOf,
  nameOf,
  openBackup,
  removeOldBackups,
  removeUnfinished,
  syncFolder,
  UNFINISHED,
  type Backup,
} from './backup.files.ts';
import { asOwner, record, takeLock, type BackupSettings } from './backup.session.ts';
import { findPostgresTools, type PostgresTools } from './postgres.tools.ts';

interface NewBackup {
  backup: Backup;
  bytes: number;
  /** Paths of old backups that made way. */
  removed: string[];
}

interface Writing {
  tools: PostgresTools;
  folder: string;
  takenAt: Date;
  signal: AbortSignal;
}

/**
 * Writes a backup of the whole database as of one moment. It has its name only once it is complete, on the disk, and
 * read again. Then removes old ones. Leaves nothing behind if it fails.
 *
 * @throws Error if another backup is running, or if PostgreSQL, its programs or the disk fail
 */
export function backUp(settings: BackupSettings, outer: AbortSignal): Promise<NewBackup> {
  const { ownerUrl, days } = settings;
  const folder = settings.folder();
  return asOwner(ownerUrl, outer, async (owner, signal) => {
    await takeLock(owner, 'backup');
    const tools = await findPostgresTools(owner);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await removeUnfinished(folder);
    const { rows } = await owner.query<{ now: Date }>(`select date_trunc('second', now()) as now`);
    const takenAt = rows[0]?.now ?? new Date();
    const written = await write(settings, { tools, folder, takenAt, signal });
    await record(owner, 'BACKUP', takenAt);
    return { ...written, removed: await removeOldBackups(folder, days) };
  });
}

async function write(
  { ownerUrl, key }: BackupSettings,
  { tools, folder, takenAt, signal }: Writing,
): Promise<Omit<NewBackup, 'removed'>> {
  const unfinished = join(folder, `${nameOf({ takenAt, checksum: '', isEncrypted: false })}${UNFINISHED}`);
  const dump = tools.start('pg_dump', ['--format=custom'], ownerUrl);
  try {
    const content = key ? await encrypted(dump.stdout, key) : dump.stdout;
    const hash = createHash('sha256');
    let bytes = 0;
    const measure = async function* (parts: Readable) {
      for await (const part of parts as AsyncIterable<Buffer>) {
        hash.update(part);
        bytes += part.length;
        yield part;
      }
    };
    await pipeline(content, measure, createWriteStream(unfinished, { flags: 'wx', mode: 0o600, flush: true }), {
      signal,
    });
    await dump.ended;
    const named = { takenAt, checksum: checksumOf(hash), isEncrypted: key !== undefined };
    await verifyBackup(tools, { ...named, path: unfinished }, key, signal);
    const path = join(folder, nameOf(named));
    await rename(unfinished, path);
    await syncFolder(folder);
    return { backup: { ...named, path }, bytes };
  } finally {
    dump.kill();
    await rm(unfinished, { force: true });
  }
}

/**
 * Reads a backup to its end, without a database: checksum, encryption, and every row of the dump.
 *
 * @throws Error if any of it is damaged
 */
export async function verifyBackup(
  tools: PostgresTools,
  backup: Backup,
  key: string | undefined,
  signal: AbortSignal,
): Promise<void> {
  const content = await openBackup(backup, key);
  const reader = tools.start('pg_restore', ['--file=/dev/null']);
  reader.stdout.resume();
  try {
    const [fed, read] = await Promise.allSettled([pipeline(content, reader.stdin, { signal }), reader.ended]);
    throwFirst([fed, read]);
  } finally {
    reader.kill();
  }
}

/** Codes of streams whose other end has failed. */
const CONSEQUENCES = new Set<unknown>(['EPIPE', 'ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_DESTROYED']);

/** Throws the first cause, not a consequence of it. */
export function throwFirst(results: readonly PromiseSettledResult<unknown>[]): void {
  const errors = results.flatMap((result): unknown[] => (result.status === 'rejected' ? [result.reason] : []));
  const isConsequence = (error: unknown) => error instanceof Error && 'code' in error && CONSEQUENCES.has(error.code);
  if (errors.length > 0) throw errors.find((error) => !isConsequence(error)) ?? errors[0];
}
