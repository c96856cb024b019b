import type { EntityManager } from '@mikro-orm/postgresql';
import { databaseProblem } from '../../core/database/database.problem.ts';
import { DomainError, type ErrorCode } from '../../core/context/domain.error.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { readById, type Row } from '../../core/database/row.query.ts';
import { renderEmail, type RenderedEmail } from '../../email/email.renderer.ts';
import { registerTemplates } from '../../email/email.template.ts';
import type { AccountAccess } from '../../partners/partner-account.service.ts';
import { ownsAccountFor } from '../../partners/partnership.service.ts';
import { applicationEmails, statusChanged } from '../application.emails.tsx';
import { isStep, PartnerApplication } from '../application.entity.ts';
import { ApplicationStatus } from '../application.enums.ts';
import type { StatusEmailArgs, UpdateStatusesInput } from '../application.inputs.ts';
import { changeStatus } from '../application.service.ts';

export interface StatusUpdate {
  id: string;
  application?: PartnerApplication;
  error?: { code: ErrorCode | 'INTERNAL_SERVER_ERROR'; message: string; reason?: string; version?: number };
}

/**
 * Changes each application in its own transaction. One failure does not stop the others. Throws only if the caller's
 * session has ended before the first change.
 */
export async function changeStatuses(
  ctx: RequestContext,
  { applications, status, message }: UpdateStatusesInput,
): Promise<StatusUpdate[]> {
  const updates: StatusUpdate[] = [];
  for (const { id, expectedVersion } of applications) {
    try {
      const change = { id, status, message: message ?? null, expectedVersion: expectedVersion ?? null };
      updates.push({ id, application: await changeStatus(ctx, change) });
    } catch (problem) {
      const known = problem instanceof DomainError ? problem : databaseProblem(problem);
      if (known?.code === 'UNAUTHENTICATED' && updates.length === 0) throw problem;
      if (!known) ctx.log.error({ err: problem, applicationId: id }, 'unhandled error');
      updates.push({
        id,
        error: known ? toldOf(known) : { code: 'INTERNAL_SERVER_ERROR', message: 'Something went wrong.' },
      });
    }
  }
  return updates;
}

const toldOf = ({ code, message, details: { reason, version } }: DomainError) => ({
  code,
  message,
  ...(reason === undefined ? {} : { reason }),
  ...(version === undefined ? {} : { version }),
});

const TEMPLATES = registerTemplates(applicationEmails);

/**
 * Null if no email would be sent. Throws CONFLICT (APPLICATION_STATUS) if the status cannot follow. Omits the private
 * link, which only the applicant may have.
 */
export async function previewStatusEmail(
  { em, config }: RequestContext,
  { id, status, message, invitesOther }: StatusEmailArgs,
): Promise<RenderedEmail | null> {
  const application = await readById(em, PartnerApplication, id);
  if (!application || !isStep(application.status, status)) return null;
  const wasWithdrawn = application.withdrawnAt != null;
  const access = status === ApplicationStatus.APPROVED ? await accessOf(em, application, invitesOther) : undefined;
  const email = statusChanged({ ...application, status }, { message: message ?? null, wasWithdrawn, access });
  return renderEmail(TEMPLATES, email, { publicUrl: config.publicUrl, linkSecret: () => 'preview' });
}

/** The contact's access after the approval. If the approval would fail, assumes a new account. */
async function accessOf(
  em: EntityManager,
  application: Row<PartnerApplication>,
  invitesOther: boolean | null | undefined,
): Promise<AccountAccess> {
  if (invitesOther) return 'OTHER_INVITED';
  return (await ownsAccountFor(em, application)) ? 'OWNED' : 'INVITED';
}
