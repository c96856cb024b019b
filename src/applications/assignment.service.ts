import { inAuditedTransaction } from '../audit/audit.recorder.ts';
import { lockForChange } from '../core/entity.lookup.ts';
import type { RequestContext } from '../core/request.context.ts';
import { lockActiveAdmin } from '../identity/admin.service.ts';
import { PartnerApplication } from './application.entity.ts';
import type { AssignArgs } from './application.inputs.ts';

/**
 * Gives an application to an admin, or to nobody. NOT_FOUND where there is no such application, or no such active admin;
 * CONFLICT, STALE_VERSION. Whoever has it already keeps it: nothing changes.
 */
export function assign(
  ctx: RequestContext,
  { id, assigneeId, expectedVersion }: AssignArgs,
): Promise<PartnerApplication> {
  return inAuditedTransaction(ctx, { PartnerApplication: 'application.assigned' }, async (em) => {
    const application = await lockForChange(em, PartnerApplication, id, expectedVersion);
    const assignee = assigneeId == null ? null : await lockActiveAdmin(em, assigneeId);
    application.assigneeId = assignee?.id ?? null;
    return application;
  });
}
