import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { RequestContext } from '../../core/context/request.context.ts';
import type { ExportKind, Viewer } from '../../exports/export.kind.ts';
import { exportLink } from '../../exports/export.link.ts';
import { adminNames } from '../../identity/users/admin.service.ts';
import { readAll } from '../list/application-list.service.ts';
import { ApplicationExport } from './application-export.entity.ts';
import { exportColumns, type ExportedApplication } from './export.columns.ts';
import type { ExportArgs } from './export.inputs.ts';

/** Older than the other exports, so it has a table and an audit action of its own. */
export const applicationExport: ExportKind<ApplicationExport, ExportedApplication> = {
  entity: ApplicationExport,
  action: 'application.exported',
  path: '/exports/applications',
  purpose: 'EXPORT',
  file: 'partner-applications',
  read: (viewer, stored) => withAssignees(viewer, readAll(viewer, stored)),
  columns: ({ language }) => exportColumns(language),
};

/** Returns a download link. The audit log records the requester and the list. */
export const exportApplications = (
  ctx: RequestContext,
  { filter, sortBy, sortOrder, language }: ExportArgs,
): Promise<{ url: string; expiresAt: Date }> =>
  exportLink(ctx, applicationExport, { filter: filter ?? {}, sortBy, sortOrder, language });

/** Adds assignee names, with one look-up per batch. */
async function* withAssignees(
  viewer: Viewer,
  batches: ReturnType<typeof readAll>,
): AsyncGenerator<ExportedApplication[]> {
  for await (const applications of batches) {
    const names = await adminNames(
      viewer,
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
