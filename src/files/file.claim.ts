import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { validate as isUuid } from 'uuid';
import { conflict, notFound } from '../core/context/domain.error.ts';
import { currentTime } from '../core/database/database.clock.ts';
import type { FilePurpose } from './file.enums.ts';
import { StoredFile } from './stored-file.entity.ts';

/** Milliseconds from the request of its upload in which a file must be claimed. Then it is deleted: see unused.files.ts. */
const CLAIMED_WITHIN = 24 * 60 * 60 * 1_000;

interface Claim {
  id: string;
  purpose: FilePurpose;
  /** The tenant of the file. Null for a file of the platform. */
  resellerId: string | null;
}

/**
 * Claims a READY file once, in the transaction of the object that uses it. Locks the row. The object's own audit event
 * names the file. Throws NOT_FOUND if the file is missing, foreign, used, for another purpose or a day old, and CONFLICT
 * (FILE_NOT_READY) until it has passed the checks.
 */
export async function claimFile(em: EntityManager, { id, purpose, resellerId }: Claim): Promise<StoredFile> {
  // Past the unit of work, which would want an audit event of the file itself.
  const locked = { lockMode: LockMode.PESSIMISTIC_WRITE, disableIdentityMap: true } as const;
  const file = isUuid(id) ? await em.findOne(StoredFile, { id, purpose, resellerId }, locked) : null;
  if (!file || file.claimedAt || isExpired(file)) throw notFound('StoredFile');
  if (!file.isReady())
    throw conflict('FILE_NOT_READY', 'The file has not passed the checks. Wait, or upload another one.');
  const claimedAt = currentTime();
  await sql`update stored_file set claimed_at = ${claimedAt} where id = ${file.id}`.execute(em.getKysely());
  return Object.assign(file, { claimedAt });
}

const isExpired = ({ createdAt }: StoredFile): boolean =>
  createdAt.getTime() < currentTime().getTime() - CLAIMED_WITHIN;
