import { inAuditedTransaction } from '../../audit/audit.recorder.ts';
import { conflict } from '../../core/context/domain.error.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { lockForChange } from '../../core/database/entity.lookup.ts';
import { flushUnlessTaken } from '../../core/database/unique.violation.ts';
import { PartnerApplication } from '../application.entity.ts';
import type { UpdateApplicationArgs } from './edit.inputs.ts';

const openAlready = () =>
  conflict(
    'OPEN_APPLICATION',
    'This contact already has an open application of this type. Decide that one first, or keep the type.',
  );

/**
 * Changes the answers of an undecided application. Counters, search and duplicates follow in the same transaction, by triggers
 * and indexes of PostgreSQL.
 */
export function updateApplication(
  ctx: RequestContext,
  { id, input, expectedVersion }: UpdateApplicationArgs,
): Promise<PartnerApplication> {
  return inAuditedTransaction(ctx, { PartnerApplication: 'application.updated' }, async (em) => {
    const application = await lockForChange(em, PartnerApplication, id, expectedVersion);
    application.edit(input);
    await flushUnlessTaken(em, openAlready());
    return application;
  });
}
