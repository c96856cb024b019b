import { createHash } from 'node:crypto';
import type { DatabaseClient } from '../../core/database/hosts/database.client.ts';
import type { FileStorage, StoredBytes } from './file.storage.ts';

interface Kept {
  id: string;
  bytes: number;
  sha256: string;
}

/** Rows that are read together. */
const BATCH = 500;

/** Files that have passed the checks: the others come and go. */
const KEPT = `select id, bytes, sha256 from stored_file where state = 'READY' and id > $1 order by id limit ${BATCH}`;

const KNOWN = 'select id::text from stored_file where id = any($1::uuid[])';

/**
 * Compares all rows with the bytes in storage: missing, of another size or hash, without a row. Reads all bytes. Exact while
 * nobody uploads, and otherwise may name a file that was removed or added meanwhile.
 */
export async function* findWrongFiles(owner: DatabaseClient, storage: FileStorage): AsyncGenerator<string> {
  const stored = new Map<string, StoredBytes>();
  for await (const each of storage.list()) stored.set(each.id.toLowerCase(), each);
  let last = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await owner.query<Kept>(KEPT, [last]);
    for (const row of rows) {
      const problem = await problemOf(row, stored.get(row.id), storage);
      if (problem) yield `${row.id}: ${problem}`;
    }
    const next = rows.at(-1)?.id;
    if (next === undefined) break;
    last = next;
  }
  const ids = [...stored.keys()];
  for (let at = 0; at < ids.length; at += BATCH) {
    const some = ids.slice(at, at + BATCH);
    const { rows } = await owner.query<{ id: string }>(KNOWN, [some]);
    const known = new Set(rows.map(({ id }) => id));
    for (const id of some) if (!known.has(id)) yield `${id}: bytes without a row`;
  }
}

async function problemOf(
  { id, bytes, sha256 }: Kept,
  found: StoredBytes | undefined,
  storage: FileStorage,
): Promise<string | undefined> {
  if (!found) return 'no bytes';
  if (found.bytes !== bytes) return `${found.bytes} bytes instead of ${bytes}`;
  const hash = createHash('sha256');
  for await (const chunk of (await storage.read(id)) as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest('hex') === sha256 ? undefined : 'other bytes: its SHA-256 differs';
}
