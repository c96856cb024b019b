import type { EntityManager } from '@mikro-orm/postgresql';
import type { RequestContext } from '../core/context/request.context.ts';
import { writeEmails } from '../email/email.outbox.ts';
import { PartnerRole, User } from '../identity/users/user.entity.ts';
import { NotificationKind } from '../notifications/notification.kinds.ts';
import { membersOf, tell } from '../notifications/notification.tell.ts';
import type { CompanyChange } from './company-change.entity.ts';
import { changeMail } from './company.emails.tsx';

/** Emails the owners and our team, and tells the admins. */
export async function tellOfRequest(ctx: RequestContext, em: EntityManager, change: CompanyChange): Promise<void> {
  const { id, before } = change;
  const kind = NotificationKind.COMPANY_CHANGE_REQUESTED;
  await tell(em, { kind, to: membersOf(null), by: ctx.caller, subject: { id, name: before.companyName } });
  await mailAbout(ctx, em, change);
}

/** Emails the owners and our team, and tells the owners. */
export async function tellOfDecision(ctx: RequestContext, em: EntityManager, change: CompanyChange): Promise<void> {
  const { id, resellerId, before, status: detail } = change;
  const kind = NotificationKind.COMPANY_CHANGE_DECIDED;
  await tell(em, {
    kind,
    to: membersOf(resellerId),
    by: ctx.caller,
    subject: { id, name: before.companyName },
    detail,
  });
  await mailAbout(ctx, em, change);
}

async function mailAbout({ jobs, config }: RequestContext, em: EntityManager, change: CompanyChange): Promise<void> {
  const { resellerId } = change;
  const owners = await em.find(
    User,
    { resellerId, partnerRole: PartnerRole.OWNER, isActive: true, joinedAt: { $ne: null } },
    { orderBy: { id: 'asc' } },
  );
  await writeEmails(em, jobs, [
    ...owners.map(({ email }) => changeMail(email, change, { isForTeam: false })),
    ...config.email.adminRecipients.map((recipient) => changeMail(recipient, change, { isForTeam: true })),
  ]);
}
