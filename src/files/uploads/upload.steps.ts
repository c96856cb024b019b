import type { MikroORM } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { databaseProblem } from '../../core/database/database.problem.ts';
import { execute } from '../../core/database/row.insert.ts';
import { asPlatform, forkFor } from '../../core/database/tenancy.ts';
import { inTransaction } from '../../core/database/transaction.ts';
import { sendingJobs } from '../../core/jobs/job.queue.ts';
import { FILE_CHECK_QUEUE } from '../checks/check.queue.ts';
import type { FileRefusal } from '../file.enums.ts';

/* The link is the proof, so each step is the platform's. Between the steps, no connection is held. */

/** Milliseconds of a step. */
const STEP_TIME = 20_000;

interface Begun {
  bytes: number;
  credential: string;
}

/**
 * Begins the one upload of a link. Undefined if the link is used or expired, belongs to another user, or the session of
 * its requester has ended.
 * @param userId the user that the request names, if it names one
 */
export async function beginUpload(orm: MikroORM, id: string, userId: string | undefined): Promise<Begun | undefined> {
  try {
    return await inTransaction(platform(orm), async (em) => {
      const { rows } = await sql<Begun>`update stored_file set upload_started_at = now()
        where id = ${id} and state = 'PENDING' and upload_started_at is null
          and created_at > now() - interval '15 minutes' and created_by = coalesce(${userId ?? null}::uuid, created_by)
        returning bytes, credential`.execute(em.getKysely());
      const [begun] = rows;
      if (begun) await sql`select require_caller(${begun.credential})`.execute(em.getKysely());
      return begun;
    });
  } catch (error) {
    // Reveals no more after a sign-out than for an invalid link.
    if (databaseProblem(error)?.code === 'UNAUTHENTICATED') return undefined;
    throw error;
  }
}

/** Hands the stored bytes to the check of a worker. Returns false if the file no longer exists. */
export const finishUpload = (orm: MikroORM, id: string, sha256: string): Promise<boolean> =>
  endUpload(orm, id, sql`state = 'CHECKING', sha256 = ${sha256}`, true);

export const refuseUpload = (orm: MikroORM, id: string, refusal: FileRefusal): Promise<boolean> =>
  endUpload(orm, id, sql`state = 'REFUSED', refusal = ${refusal}`, false);

const endUpload = (orm: MikroORM, id: string, set: RawBuilder<unknown>, isChecked: boolean): Promise<boolean> =>
  inTransaction(platform(orm), async (em) => {
    const { numAffectedRows = 0n } =
      await sql`update stored_file set ${set} where id = ${id} and state = 'PENDING'`.execute(em.getKysely());
    if (numAffectedRows > 0n && isChecked) await execute(em, sendingJobs(FILE_CHECK_QUEUE, [id]));
    return numAffectedRows > 0n;
  });

const platform = (orm: MikroORM) => asPlatform(forkFor(orm, undefined, AbortSignal.timeout(STEP_TIME)));
