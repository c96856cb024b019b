import { inAuditedTransaction } from '../audit/audit.recorder.ts';
import { unauthenticated } from '../core/context/domain.error.ts';
import type { RequestContext } from '../core/context/request.context.ts';
import { currentTime } from '../core/database/database.clock.ts';
import { asPlatformFor } from '../core/database/tenancy.ts';
import { linkSecret } from '../core/secrets/mailed.link.ts';
import { FileLink } from './downloads/file-link.entity.ts';
import { fileGate } from './file.gates.ts';

/** Milliseconds. Running downloads continue. */
const LIFETIME = 5 * 60 * 1_000;

export const DOWNLOAD = 'FILE DOWNLOAD';

interface Requested {
  fileId: string;
  /** Name of a check of `Feature.fileGates`, which runs when the link is opened. */
  gate: string;
  /** The object whose file this is, for the check. */
  subjectId: string;
}

/**
 * Returns a download link for 5 minutes, which ends with the caller's session. Check before that the caller may have the
 * file. The audit log records the requester and the file.
 */
export async function fileLink(
  ctx: RequestContext,
  { fileId, gate, subjectId }: Requested,
): Promise<{ url: string; expiresAt: Date }> {
  const { caller } = ctx;
  if (!caller) throw unauthenticated();
  fileGate(gate);
  const { credential, resellerId = null } = caller;
  const expiresAt = new Date(currentTime().getTime() + LIFETIME);
  const values = { fileId, gate, subjectId, credential, resellerId, expiresAt };
  // As the platform, because a tenant's role cannot store links.
  const audited = { ...ctx, em: asPlatformFor(ctx) };
  const { id } = await inAuditedTransaction(audited, { FileLink: 'file.downloaded' }, async (em) =>
    em.create(FileLink, values),
  );
  return { url: `${ctx.config.publicUrl}/files/${fileId}?token=${linkSecret(ctx.secrets, DOWNLOAD, id)}`, expiresAt };
}
