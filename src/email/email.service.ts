import { LockMode } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { loadById } from '../core/database/entity.lookup.ts';
import { readPage } from '../core/lists/page.query.ts';
import { SortOrder, type Page } from '../core/lists/page.types.ts';
import type { RequestContext } from '../core/context/request.context.ts';
import { inTransaction } from '../core/database/transaction.ts';
import { EmailMessage } from './email-message.entity.ts';
import type { EmailMessagesArgs } from './email.inputs.ts';
import { EMAIL_QUEUE } from './email.queue.ts';

export function listEmails(
  { reader }: RequestContext,
  { filter, ...args }: EmailMessagesArgs,
): Promise<Page<EmailMessage>> {
  const statuses = [...new Set(filter?.status)].toSorted();
  // As literals, so that PostgreSQL can use the partial index of unsent emails.
  const any =
    statuses.length > 0 ? sql`status in (${sql.join(statuses.map((status) => sql.lit(status)))})` : sql`false`;
  const where = filter?.status ? [any] : [];
  return readPage(reader, { entity: EmailMessage, where, sortBy: 'createdAt' }, { ...args, sortOrder: SortOrder.DESC });
}

/** Grants as many attempts as a new email. Throws NOT_FOUND, or CONFLICT (EMAIL_STATUS) unless FAILED or HELD_BACK. */
export function resendEmail(ctx: RequestContext, { id }: { id: string }): Promise<EmailMessage> {
  return inTransaction(ctx.em, async (em) => {
    const email = await loadById(em, EmailMessage, id, LockMode.PESSIMISTIC_WRITE);
    email.queueAgain();
    await ctx.jobs.send(em, EMAIL_QUEUE, [id]);
    return email;
  });
}
