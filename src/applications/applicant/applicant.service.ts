import { LockMode } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { inAuditedTransaction } from '../../audit/audit.recorder.ts';
import { notFound } from '../../core/context/domain.error.ts';
import { loadById } from '../../core/database/entity.lookup.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { readById } from '../../core/database/row.query.ts';
import { asPlatform, tenantOf } from '../../core/database/tenancy.ts';
import { inTransaction, readRows } from '../../core/database/transaction.ts';
import { writeEmails } from '../../email/email.outbox.ts';
import { linkedId } from '../../core/secrets/mailed.link.ts';
import { NotificationKind } from '../../notifications/notification.kinds.ts';
import type { ApplicantView } from './applicant.types.ts';
import { ApplicationReceipt } from '../submission/application-receipt.entity.ts';
import { ApplicationStatusChange } from '../review/application-status-change.entity.ts';
import { tellAssignee } from '../review/review.notices.ts';
import { PartnerApplication } from '../application.entity.ts';
import { APPLICATION_LINK, LINK_YEARS } from './application.link.ts';
import { withdrawalConfirmed, withdrawalNoticed } from './withdrawal.emails.tsx';

interface PrivateLink {
  token: string;
}

const unknownLink = () => notFound('PartnerApplication');

/** Null if the link is not valid, or has ended. */
export async function viewApplication(ctx: RequestContext, { token }: PrivateLink): Promise<ApplicantView | null> {
  const id = linkedId(ctx.secrets, APPLICATION_LINK, token);
  return id === undefined ? null : readView(ctx, id);
}

/**
 * Emails the contact and the admins, except for a receipt. Throws NOT_FOUND if the link is not valid, and CONFLICT
 * (APPLICATION_STATUS) if the application is decided or withdrawn.
 */
export async function withdrawApplication(ctx: RequestContext, { token }: PrivateLink): Promise<ApplicantView> {
  const id = linkedId(ctx.secrets, APPLICATION_LINK, token);
  if (id === undefined || !(await readView(ctx, id))) throw unknownLink();
  // As the platform, because only the link identifies the applicant.
  const application = await readById(asPlatform(ctx.em), PartnerApplication, id);
  await (application ? withdraw(ctx, application) : withdrawReceipt(ctx, id));
  const view = await readView(ctx, id);
  if (!view) throw unknownLink();
  return view;
}

async function withdraw(ctx: RequestContext, { id, contactEmail, contactName }: PartnerApplicant): Promise<void> {
  const applicant = {
    userId: id,
    email: contactEmail,
    name: contactName,
    role: 'APPLICANT',
    credential: 'link',
  } as const;
  const doer = { ...ctx, em: asPlatform(ctx.em), caller: applicant };
  await inAuditedTransaction(doer, { PartnerApplication: 'application.withdrawn' }, async (em) => {
    const application = await loadById(em, PartnerApplication, id, LockMode.PESSIMISTIC_WRITE);
    const from = application.status;
    const changedAt = application.withdraw();
    em.create(ApplicationStatusChange, {
      applicationId: id,
      from,
      to: application.status,
      withdrawn: true,
      changedBy: contactName,
      changedAt,
    });
    await tellAssignee(em, NotificationKind.APPLICATION_WITHDRAWN, application, undefined);
    await writeEmails(em, ctx.jobs, [
      withdrawalConfirmed(application),
      ...ctx.config.email.adminRecipients.map((recipient) => withdrawalNoticed(application, recipient)),
    ]);
  });
}

type PartnerApplicant = Pick<PartnerApplication, 'id' | 'contactEmail' | 'contactName'>;

function withdrawReceipt(ctx: RequestContext, id: string): Promise<void> {
  return inTransaction(asPlatform(ctx.em), async (em) => {
    const receipt = await em.findOne(ApplicationReceipt, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!receipt) throw unknownLink();
    receipt.withdraw();
  });
}

/**
 * Reads an application or a receipt, in the same form, while its link is valid. As the platform, because only the link
 * identifies the applicant.
 */
async function readView({ em }: RequestContext, id: string): Promise<ApplicantView | null> {
  const isValid = sql`id = ${id} and created_at > now() - ${LINK_YEARS} * interval '1 year'`;
  const [view] = await readRows(
    asPlatform(em),
    sql<ApplicantView>`
      select company_name as "companyName", partnership_type as "partnershipType", status, language,
        created_at as "submittedAt", withdrawn_at as "withdrawnAt",
        (select coalesce(json_agg(json_build_object('status', "to", 'withdrawn', withdrawn, 'message', message, 'changedAt', changed_at)
          order by changed_at, id), '[]') from partner_application_status_change where application_id = ${id}) as history
      from partner_application where ${isValid}
      union all
      select company_name, partnership_type, case when withdrawn_at is null then 'PENDING' else 'REJECTED' end, language,
        created_at, withdrawn_at, case when withdrawn_at is null then '[]'
          else json_build_array(json_build_object('status', 'REJECTED', 'withdrawn', true, 'message', null, 'changedAt', withdrawn_at)) end
      from application_receipt where ${isValid}`,
  );
  return view ? withTimes(view) : null;
}

/** PostgreSQL formats times in JSON differently. */
const withTimes = (view: ApplicantView): ApplicantView => ({
  ...view,
  history: view.history.map((step) => ({ ...step, changedAt: new Date(step.changedAt) })),
});

/**
 * The applications of the caller's partnerships, oldest first. A partner has no permission on applications, so a function of
 * the database returns only what their contact was told.
 */
export async function listOwnApplications(ctx: RequestContext): Promise<ApplicantView[]> {
  tenantOf(ctx); // FORBIDDEN for admins, whose role must not call the function either
  const views = await readRows(
    ctx.reader,
    sql<ApplicantView>`select company_name as "companyName", partnership_type as "partnershipType", status, language,
      created_at as "submittedAt", withdrawn_at as "withdrawnAt", history from own_applications()`,
  );
  return views.map(withTimes);
}
