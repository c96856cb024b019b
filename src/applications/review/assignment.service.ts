import { inAuditedTransaction } from '../../audit/audit.recorder.ts';
import { conflict } from '../../core/context/domain.error.ts';
import { lockForChange } from '../../core/database/entity.lookup.ts';
import { mayReview } from '../../core/graphql/permissions.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { lockActiveAdmin } from '../../identity/users/admin.service.ts';
import { rolesOf } from '../../identity/users/user.entity.ts';
import { PartnerApplication } from '../application.entity.ts';
import type { AssignArgs } from '../application.inputs.ts';

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
    application.assigneeId = assignee?.id ?? null;
    return application;
  });
}
