import { inAuditedTransaction } from '../../audit/audit.recorder.ts';
import { unauthenticated } from '../../core/context/domain.error.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { loadById } from '../../core/database/entity.lookup.ts';
import { hasId, readPage } from '../../core/lists/page.query.ts';
import { SortOrder, type Page } from '../../core/lists/page.types.ts';
import { PartnerAccount } from '../../tenants/partner-account.entity.ts';
import { PartnerNote } from './partner-note.entity.ts';
import type { AddPartnerNoteArgs, PartnerNotesArgs } from './partner-note.inputs.ts';

/** Newest first. */
export function listNotes(
  { reader }: RequestContext,
  { partnerId, ...args }: PartnerNotesArgs,
): Promise<Page<PartnerNote>> {
  const where = [hasId('account_id', partnerId)];
  return readPage(reader, { entity: PartnerNote, where, sortBy: 'createdAt' }, { ...args, sortOrder: SortOrder.DESC });
}

/** Throws NOT_FOUND if the partner does not exist. */
export function addNote(ctx: RequestContext, { partnerId, note }: AddPartnerNoteArgs): Promise<PartnerNote> {
  const { caller } = ctx;
  if (!caller) throw unauthenticated();
  return inAuditedTransaction(ctx, { PartnerNote: 'partner.note_added' }, async (em) => {
    const { id: accountId } = await loadById(em, PartnerAccount, partnerId);
    return em.create(PartnerNote, { accountId, authorName: caller.name, note });
  });
}
