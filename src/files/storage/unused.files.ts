import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { outboundIsPaused } from '../../core/jobs/outbound.pause.ts';
import type { WorkerOptions } from '../../feature.ts';
import type { StoredBytes } from './file.storage.ts';

/** In one round. The next one follows within the hour. */
const MOST_REMOVED = 100;

/** Bytes whose row is looked up together. */
const BATCH = 1_000;

/** From this number on, the storage may be that of another database: see removeStrayBytes. */
const SUSPICIOUS = 10;

const DAY = 24 * 60 * 60 * 1_000;

type Worker = Pick<WorkerOptions, 'storage' | 'log'>;

/**
 * Deletes files that nothing uses a day after their request. The bytes go first: the rows are locked, and claimFile takes
 * none of that age, so a row without bytes is never used.
 */
export async function removeUnusedFiles(em: EntityManager, { storage }: Pick<Worker, 'storage'>): Promise<void> {
  if (!storage) return;
  const { rows } = await sql<{ id: string }>`select id from stored_file
    where claimed_at is null and created_at < now() - interval '24 hours'
    order by created_at limit ${MOST_REMOVED} for update skip locked`.execute(em.getKysely());
  for (const { id } of rows) await storage.remove(id);
  const ids = rows.map(({ id }) => id);
  await sql`delete from stored_file where id = any(${ids}::uuid[])`.execute(em.getKysely());
}

/**
 * Removes bytes of more than a day that have no row, such as those of a killed upload. Does nothing after a restore, whose
 * database may be older than the files. Does nothing either if most have no row: the storage is probably that of another
 * database.
 */
export async function removeStrayBytes(em: EntityManager, { storage, log }: Worker): Promise<void> {
  if (!storage || (await isPaused(em))) return;
  const stray: string[] = [];
  let listed = 0;
  for await (const batch of inBatches(storage.list())) {
    listed += batch.length;
    stray.push(...(await withoutRow(em, batch)));
  }
  if (stray.length > SUSPICIOUS && stray.length > listed / 2) {
    log.error(
      { listed, stray: stray.length },
      'stored files kept: most have no row, so they may be of another database',
    );
    return;
  }
  for (const id of stray.slice(0, MOST_REMOVED)) await storage.remove(id);
  if (stray.length > 0) log.info({ stray: stray.length }, 'stored files without a row removed');
}

async function isPaused(em: EntityManager): Promise<boolean> {
  const { rows } = await sql<{ paused: boolean }>`select ${outboundIsPaused} as paused`.execute(em.getKysely());
  return rows[0]?.paused !== false;
}

async function withoutRow(em: EntityManager, batch: readonly StoredBytes[]): Promise<string[]> {
  const old = batch.filter(({ changedAt }) => changedAt.getTime() < Date.now() - DAY).map(({ id }) => id);
  if (old.length === 0) return [];
  const { rows } = await sql<{ id: string }>`select wanted.id::text from unnest(${old}::uuid[]) as wanted (id)
    where not exists (select from stored_file where stored_file.id = wanted.id)`.execute(em.getKysely());
  return rows.map(({ id }) => id);
}

async function* inBatches(listed: AsyncIterable<StoredBytes>): AsyncGenerator<StoredBytes[]> {
  let batch: StoredBytes[] = [];
  for await (const each of listed) {
    batch.push(each);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
