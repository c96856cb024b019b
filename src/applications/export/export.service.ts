import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { currentTime } from '../../core/database/database.clock.ts';
import { inAuditedTransaction } from '../../audit/audit.recorder.ts';
import { unauthenticated } from '../../core/context/domain.error.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { readById } from '../../core/database/row.query.ts';
import { asPlatform, readerFor, signalOf } from '../../core/database/tenancy.ts';
import { adminNames } from '../../identity/users/admin.service.ts';
import { linkedId, linkSecret } from '../../core/secrets/mailed.link.ts';
import { ApplicationExport } from './application-export.entity.ts';
import { readAll } from '../list/application-list.service.ts';
import type { ExportedApplication } from './export.columns.ts';
import { Language, type ExportArgs } from './export.inputs.ts';

/** Lifetime of a link in milliseconds. Running downloads continue. */
const LIFETIME = 5 * 60 * 1000;

/** Served by export.endpoints.ts. */
export const EXPORT_PATH = '/exports/applications';

const EXPORT_LINK = 'EXPORT';

/** Returns a download link. The audit log records the requester and the list. */
export async function exportApplications(
  ctx: RequestContext,
  { filter, sortBy, sortOrder, language }: ExportArgs,
): Promise<{ url: string; expiresAt: Date }> {
  const { caller } = ctx;
  if (!caller) throw unauthenticated();
  const expiresAt = new Date(currentTime().getTime() + LIFETIME);
  const { id } = await inAuditedTransaction(ctx, { ApplicationExport: 'application.exported' }, async (em) =>
    em.create(ApplicationExport, {
      filter: filter ?? {},
      sortBy,
      sortOrder,
      language: language ?? Language.EN,
      credential: caller.credential,
      expiresAt,
    }),
  );
  return { url: `${ctx.config.publicUrl}${EXPORT_PATH}?token=${linkSecret(ctx.secrets, EXPORT_LINK, id)}`, expiresAt };
}

export interface Exported {
  language: Language;
  /** Read on demand. */
  batches: AsyncGenerator<ExportedApplication[]>;
}

/**
 * Reads a link's applications on demand. Undefined if the link is not valid or has expired. Fails, even midway, if the
 * requester's session has ended.
 */
export async function exportedApplications(
  { em, secrets }: Pick<RequestContext, 'em' | 'secrets'>,
  { token }: { token: string },
): Promise<Exported | undefined> {
  const id = linkedId(secrets, EXPORT_LINK, token);
  // As the platform, because only the link identifies the request.
  const found = id === undefined ? null : await readById(asPlatform(em), ApplicationExport, id);
  if (!found || Date.parse(found.expiresAt) < currentTime().getTime()) return undefined;
  const { filter, sortBy, sortOrder, language, credential } = found;
  const ctx = { reader: readerFor({ em }, { credential }, signalOf(em)) };
  return { language, batches: withAssignees(ctx, readAll(ctx, { filter, sortBy, sortOrder })) };
}

/** Adds assignee names, with one look-up per batch. */
async function* withAssignees(
  ctx: Pick<RequestContext, 'reader'>,
  batches: ReturnType<typeof readAll>,
): Exported['batches'] {
  for await (const applications of batches) {
    const names = await adminNames(
      ctx,
      applications.flatMap(({ assigneeId }) => assigneeId ?? []),
    );
    yield applications.map((application) => ({
      ...application,
      assigneeName: names.get(application.assigneeId ?? ''),
    }));
  }
}

export const forgetExpiredExports = (em: EntityManager) =>
  sql`delete from application_export where expires_at < now()`.execute(em.getKysely());
