import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { MikroORM } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { readById } from '../../core/database/row.query.ts';
import { asPlatform } from '../../core/database/tenancy.ts';
import { inTransaction } from '../../core/database/transaction.ts';
import type { WorkerParts } from '../../feature.ts';
import { FileState } from '../file.enums.ts';
import type { FileStorage } from '../storage/file.storage.ts';
import { StoredFile } from '../stored-file.entity.ts';
import { FILE_CHECK_QUEUE } from './check.queue.ts';
import { inspect } from './file.inspection.ts';
import { Refused } from './refused.ts';

/** Two at a time: a check of a large file reads all of it. */
export const startChecking = ({ jobs, orm, log, pollingSeconds }: WorkerParts, storage: FileStorage): Promise<void> =>
  jobs.workEach(FILE_CHECK_QUEUE, { batchSize: 2, concurrency: 1, pollingSeconds }, async (fileId) => {
    const refusal = await checkFile(orm, storage, fileId);
    if (refusal) log.warn({ event: 'file_refused', fileId, refusal }, 'file refused');
  });

/** Marks a file that is CHECKING as READY, or as REFUSED and removes its bytes. Safe to repeat. Returns why, if refused. */
export async function checkFile(orm: MikroORM, storage: FileStorage, id: string) {
  // As the platform, because no user asks.
  const file = await readById(asPlatform(orm.em), StoredFile, id);
  if (file?.state !== FileState.CHECKING) return undefined;
  try {
    const changed = await storage.withLocal(id, (path) => inspect(path, file));
    if (changed) await storage.write(id, Readable.from([changed]), changed.length);
    await end(orm, id, changed ? sql`state = 'READY', ${valuesOf(changed)}` : sql`state = 'READY'`);
    return undefined;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    await end(orm, id, sql`state = 'REFUSED', refusal = ${error.refusal}`);
    await storage.remove(id);
    return error.refusal;
  }
}

function valuesOf(content: Buffer): RawBuilder<unknown> {
  const sha256 = createHash('sha256').update(content).digest('hex');
  return sql`bytes = ${content.length}, sha256 = ${sha256}`;
}

const end = (orm: MikroORM, id: string, set: RawBuilder<unknown>): Promise<unknown> =>
  inTransaction(asPlatform(orm.em), (em) =>
    sql`update stored_file set ${set} where id = ${id} and state = 'CHECKING'`.execute(em.getKysely()),
  );
