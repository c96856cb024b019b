import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { currentTime } from '../../core/database/database.clock.ts';
import { databaseProblem } from '../../core/database/database.problem.ts';
import type { Reader } from '../../core/database/reader.ts';
import { readById, type Row } from '../../core/database/row.query.ts';
import { asPlatform, readerFor, signalOf } from '../../core/database/tenancy.ts';
import { readRows } from '../../core/database/transaction.ts';
import { linkedId } from '../../core/secrets/mailed.link.ts';
import type { Secrets } from '../../core/secrets/secrets.ts';
import { FileState } from '../file.enums.ts';
import { fileGate } from '../file.gates.ts';
import { DOWNLOAD } from '../file.link.ts';
import { StoredFile } from '../stored-file.entity.ts';
import { FileLink } from './file-link.entity.ts';

interface Parts {
  em: EntityManager;
  secrets: Secrets;
}

/** The file of a link. Undefined if the link is not valid or has expired, or its requester may no longer have the file. */
export async function openFileLink({ em, secrets }: Parts, token: string): Promise<Row<StoredFile> | undefined> {
  const id = linkedId(secrets, DOWNLOAD, token);
  // As the platform, because only the link identifies the request.
  const platform = asPlatform(em);
  const link = id === undefined ? null : await readById(platform, FileLink, id);
  if (!link || Date.parse(link.expiresAt) < currentTime().getTime()) return undefined;
  const { credential, resellerId } = link;
  const caller = resellerId == null ? { credential } : { credential, resellerId };
  const reader = readerFor({ em }, caller, signalOf(em));
  if (!(await isAllowed(reader, link))) return undefined;
  // As the platform, because a partner gets files of the platform too. The gate decides.
  const file = await readById(platform, StoredFile, link.fileId);
  return file?.state === FileState.READY ? file : undefined;
}

async function isAllowed(reader: Reader, { gate, subjectId, fileId }: Row<FileLink>): Promise<boolean> {
  try {
    // A gate may read nothing, so ask for the session too.
    const [allowed] = await Promise.all([fileGate(gate)(reader, subjectId, fileId), readRows(reader, sql`select 1`)]);
    return allowed;
  } catch (error) {
    // Reveals no more after a sign-out than for an invalid link.
    if (databaseProblem(error)?.code === 'UNAUTHENTICATED') return false;
    throw error;
  }
}
