import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { inAuditedTransaction } from '../audit/audit.recorder.ts';
import { conflict, forbidden, invalidInput, notFound, unauthenticated } from '../core/context/domain.error.ts';
import type { Caller, RequestContext } from '../core/context/request.context.ts';
import { readById, type Row } from '../core/database/row.query.ts';
import { countsOf, createdWithin, hasId, oneOf, readPage, rowsBy } from '../core/lists/page.query.ts';
import { SortOrder, type Page } from '../core/lists/page.types.ts';
import { linkSecret } from '../core/secrets/mailed.link.ts';
import { FileState } from './file.enums.ts';
import type { RequestUploadArgs, RequestUploadInput, StoredFileFilter, StoredFilesArgs } from './file.inputs.ts';
import { LIMITS } from './uploads/upload.limits.ts';
import { fileLink } from './file.link.ts';
import { StoredFile } from './stored-file.entity.ts';

/** Milliseconds in which an upload must begin. */
const UPLOAD_WITHIN = 15 * 60 * 1_000;

export const UPLOAD = 'FILE UPLOAD';

/** The gate of links for admins. */
export const ADMIN_GATE = 'file';

/** Files of a user that nothing uses, in 24 hours. About: two requests at once can pass it together. */
const MOST_UNUSED = 50;

/** Returns a link for one PUT of these bytes. */
export async function requestUpload(ctx: RequestContext, { input }: RequestUploadArgs) {
  const { caller } = ctx;
  if (!caller) throw unauthenticated();
  requireWithin(caller, input);
  const { resellerId = null, userId: createdBy, credential } = caller;
  const file = await inAuditedTransaction(ctx, { StoredFile: 'file.upload_requested' }, async (em) => {
    await requireFewUnused(em, createdBy);
    return em.create(StoredFile, { ...input, resellerId, createdBy, credential });
  });
  const url = `${ctx.config.publicUrl}/files/upload?token=${linkSecret(ctx.secrets, UPLOAD, file.id)}`;
  return { file, url, expiresAt: new Date(file.createdAt.getTime() + UPLOAD_WITHIN) };
}

const UPLOADERS: Readonly<Record<Caller['role'], string>> = { ADMIN: 'admins', PARTNER: 'owners of partners' };

function requireWithin({ role }: Caller, { purpose, contentType, bytes }: RequestUploadInput): void {
  const limits = LIMITS[purpose];
  if (role !== limits.role) throw forbidden(`Only ${UPLOADERS[limits.role]} upload files for this purpose.`);
  if (!limits.types.includes(contentType)) {
    const message = `must be ${limits.types.join(', ')}`;
    throw invalidInput([{ path: 'input.contentType', message, rule: 'FILE_TYPE' }]);
  }
  if (bytes < 1 || bytes > limits.mostBytes) {
    const params = { min: 1, max: limits.mostBytes };
    const message = `must be ${params.min} to ${params.max}`;
    throw invalidInput([{ path: 'input.bytes', message, rule: 'RANGE', params }]);
  }
}

async function requireFewUnused(em: EntityManager, userId: string): Promise<void> {
  const { rows } = await sql`select from stored_file where created_by = ${userId} and claimed_at is null
    limit ${MOST_UNUSED}`.execute(em.getKysely());
  if (rows.length < MOST_UNUSED) return;
  throw conflict('UPLOAD_LIMIT', `You have ${MOST_UNUSED} files that nothing uses. They are deleted after 24 hours.`);
}

/** Null if the caller's account has no such file. */
export const getFile = ({ reader }: RequestContext, { id }: { id: string }): Promise<Row<StoredFile> | null> =>
  readById(reader, StoredFile, id);

/** Newest first. */
export function listFiles({ reader }: RequestContext, args: StoredFilesArgs): Promise<Page<StoredFile>> {
  const filter = args.filter ?? {};
  const ofAnyState = conditionsOn({ ...filter, state: null });
  const counts = () => countsOf(Object.values(FileState), rowsBy(reader, StoredFile, sql`state`, ofAnyState));
  const query = { entity: StoredFile, where: conditionsOn(filter), sortBy: 'createdAt', counts } as const;
  return readPage(reader, query, { ...args, sortOrder: SortOrder.DESC });
}

function conditionsOn({ purpose, state, partnerId, createdFrom, createdTo }: StoredFileFilter): RawBuilder<unknown>[] {
  const where = createdWithin(createdFrom, createdTo);
  if (purpose) where.push(oneOf('purpose', purpose));
  if (state) where.push(oneOf('state', state));
  if (partnerId != null) where.push(hasId('reseller_id', partnerId));
  return where;
}

/** For admins. Throws NOT_FOUND, and CONFLICT (FILE_NOT_READY). */
export async function downloadFile(ctx: RequestContext, { id }: { id: string }) {
  const file = await readById(ctx.reader, StoredFile, id);
  if (!file) throw notFound('StoredFile');
  if (file.state !== FileState.READY)
    throw conflict('FILE_NOT_READY', 'Only files that passed the checks can be downloaded.');
  return fileLink(ctx, { fileId: file.id, gate: ADMIN_GATE, subjectId: file.id });
}
