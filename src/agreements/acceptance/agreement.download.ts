import { sql } from 'kysely';
import { notFound } from '../../core/context/domain.error.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import type { Reader } from '../../core/database/reader.ts';
import { readById, type Row } from '../../core/database/row.query.ts';
import { fromVisible, tenantOfReader } from '../../core/database/tenancy.ts';
import { readRows } from '../../core/database/transaction.ts';
import { hasId } from '../../core/lists/page.query.ts';
import { fileLink } from '../../files/file.link.ts';
import { AgreementAcceptance } from '../agreement-acceptance.entity.ts';
import { AgreementVersion } from '../agreement-version.entity.ts';
import type { DownloadAgreementArgs } from './agreement-acceptance.inputs.ts';
import { ownVersions } from './own.versions.ts';

/** The name of the check below, which runs again when a link is opened. */
const GATE = 'agreement';

/** NOT_FOUND for a version that the caller cannot read, or without such a copy. */
export async function downloadAgreement(
  ctx: RequestContext,
  { versionId, isCountersigned }: DownloadAgreementArgs,
): Promise<{ url: string; expiresAt: Date }> {
  const version = await readReadable(ctx.reader, versionId);
  const fileId = isCountersigned ? version?.countersignedFileId : version?.fileId;
  if (!version || fileId == null) throw notFound('AgreementVersion');
  return fileLink(ctx, { fileId, gate: GATE, subjectId: version.id });
}

/** Whether the viewer of a link can still read the version. */
async function isReadable(reader: Reader, versionId: string, fileId: string): Promise<boolean> {
  const version = await readReadable(reader, versionId);
  return version?.fileId === fileId || version?.countersignedFileId === fileId;
}

export const agreementGates = { [GATE]: isReadable };

/** Admins read all versions, partners their own. A withdrawn one only if they have accepted it. */
async function readReadable(reader: Reader, id: string): Promise<Row<AgreementVersion> | null> {
  if (tenantOfReader(reader) === undefined) return readById(reader, AgreementVersion, id);
  const accepted = fromVisible(reader, AgreementAcceptance, [hasId('version_id', id)]);
  const isShown = sql`${hasId('id', id)} and (withdrawn_at is null or exists (select ${accepted}))`;
  const [version] = await readRows(reader, ownVersions(isShown));
  return version ?? null;
}
