import type { EntityManager } from '@mikro-orm/postgresql';
import { updateEach } from '../../core/bulk/update.each.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { readById, type Row } from '../../core/database/row.query.ts';
import type { EmailPreview } from '../../email/email.preview.ts';
import { renderEmail } from '../../email/email.renderer.ts';
import { registerTemplates } from '../../email/email.template.ts';
import type { AccountAccess } from '../../partners/partner-account.service.ts';
import { ownsAccountFor } from '../../partners/partnership.service.ts';
import { applicationEmails, statusChanged } from '../application.emails.tsx';
import { isStep, PartnerApplication } from '../application.entity.ts';
import { ApplicationStatus } from '../application.enums.ts';
import type { StatusEmailArgs, UpdateStatusesInput } from '../application.inputs.ts';
import { changeStatus } from '../application.service.ts';
import type { StatusUpdate } from './application.updates.ts';

/** A result for each application: see updateEach. */
export const changeStatuses = (
  ctx: RequestContext,
  { applications, status, message }: UpdateStatusesInput,
): Promise<StatusUpdate[]> =>
  updateEach(ctx, 'updatePartnerApplicationStatuses', applications, async (each) => ({
    application: await changeStatus(ctx, { ...each, status, message: message ?? null }),
  }));

const TEMPLATES = registerTemplates(applicationEmails);

/**
 * Null if no email would be sent. Throws CONFLICT (APPLICATION_STATUS) if the status cannot follow. Omits the private
 * link, which only the applicant may have.
 */
export async function previewStatusEmail(
  { em, config }: RequestContext,
  { id, status, message, invitesOther }: StatusEmailArgs,
): Promise<EmailPreview | null> {
  const application = await readById(em, PartnerApplication, id);
  if (!application || !isStep(application.status, status)) return null;
  const wasWithdrawn = application.withdrawnAt != null;
  const access = status === ApplicationStatus.APPROVED ? await accessOf(em, application, invitesOther) : undefined;
  const email = statusChanged({ ...application, status }, { message: message ?? null, wasWithdrawn, access });
  const site = { publicUrl: config.publicUrl, linkSecret: () => 'preview' };
  return { language: application.language, ...(await renderEmail(TEMPLATES, email, site)) };
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
