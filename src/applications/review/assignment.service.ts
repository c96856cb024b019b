import { inAuditedTransaction } from '../../audit/audit.recorder.ts';
import { updateEach } from '../../core/bulk/update.each.ts';
import { conflict } from '../../core/context/domain.error.ts';
import { lockForChange } from '../../core/database/entity.lookup.ts';
import { mayReview } from '../../core/graphql/permissions.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { lockActiveAdmin } from '../../identity/users/admin.service.ts';
import { rolesOf } from '../../identity/users/user.entity.ts';
import { PartnerApplication } from '../application.entity.ts';
import type { AssignApplicationsInput, AssignArgs } from '../application.inputs.ts';
import { NotificationKind } from '../../notifications/notification.kinds.ts';
import type { StatusUpdate } from './application.updates.ts';
import { tellAssignee } from './review.notices.ts';

/**
 * Throws NOT_FOUND if the application or an active admin does not exist, and CONFLICT (ADMIN_CANNOT_REVIEW,
 * STALE_VERSION).
 */
export function assign(
  ctx: RequestContext,
  { id, assigneeId, expectedVersion }: AssignArgs,
): Promise<PartnerApplication> {
  return inAuditedTransaction(ctx, { PartnerApplication: 'application.assigned' }, async (em) => {
    const application = await lockForChange(em, PartnerApplication, id, expectedVersion);
    const assignee = assigneeId == null ? null : await lockActiveAdmin(em, assigneeId);
    if (assignee && !mayReview({ roles: rolesOf(assignee) })) {
      throw conflict(
        'ADMIN_CANNOT_REVIEW',
        'This admin cannot review applications. Choose an admin with REVIEW or ALL.',
      );
    }
    const isNew = application.assigneeId !== assignee?.id;
    application.assigneeId = assignee?.id ?? null;
    if (isNew) await tellAssignee(em, NotificationKind.APPLICATION_ASSIGNED, application, ctx.caller);
    return application;
  });
}

/** A result for each application: see updateEach. */
export const assignAll = (
  ctx: RequestContext,
  { applications, assigneeId }: AssignApplicationsInput,
): Promise<StatusUpdate[]> =>
  updateEach(ctx, 'assignPartnerApplications', applications, async (each) => ({
    application: await assign(ctx, { ...each, assigneeId: assigneeId ?? null }),
  }));
