import { LockMode } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { updateEach } from '../core/bulk/update.each.ts';
import { loadById } from '../core/database/entity.lookup.ts';
import { countsOf, createdWithin, readPage, rowsBy, type PageQuery } from '../core/lists/page.query.ts';
import { SortOrder, type Page } from '../core/lists/page.types.ts';
import type { RequestContext } from '../core/context/request.context.ts';
import { inTransaction, readRows } from '../core/database/transaction.ts';
import { EmailMessage, EmailStatus } from './email-message.entity.ts';
import type { EmailMessageFilter, EmailMessagesArgs, ResendEmailsArgs } from './email.inputs.ts';
import { EMAIL_QUEUE } from './email.queue.ts';
import type { EmailUpdate } from './email.updates.ts';

export function listEmails(
  { reader }: RequestContext,
  { filter, ...args }: EmailMessagesArgs,
): Promise<Page<EmailMessage>> {
  const ofAnyStatus = [hasStatus(UNSENT), ...conditionsOn({ ...filter, status: null })];
  const counts = () => countsOf(UNSENT, rowsBy(reader, EmailMessage, sql`status`, ofAnyStatus));
  return readPage(reader, { ...emailQuery(filter ?? {}), counts }, { ...args, sortOrder: SortOrder.DESC });
}

/** The list of a filter. */
export const emailQuery = (filter: EmailMessageFilter): PageQuery<EmailMessage> => ({
  entity: EmailMessage,
  where: conditionsOn(filter),
  sortBy: 'createdAt',
});

function conditionsOn({ status, search, createdFrom, createdTo }: EmailMessageFilter): RawBuilder<unknown>[] {
  const where = createdWithin(createdFrom, createdTo);
  if (status) where.push(hasStatus(status));
  if (search) where.push(sql`recipient ilike ${`%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`}`);
  return where;
}

const UNSENT = Object.values(EmailStatus).filter((status) => status !== EmailStatus.SENT);

/** As literals, so that PostgreSQL can use the partial index of unsent emails. */
function hasStatus(statuses: readonly EmailStatus[]) {
  const unique = [...new Set(statuses)].toSorted();
  return unique.length > 0 ? sql`status in (${sql.join(unique.map((status) => sql.lit(status)))})` : sql`false`;
}

export async function countFailedEmails({ reader }: RequestContext): Promise<number> {
  // A literal, so that PostgreSQL can use the partial index of unsent emails.
  const [row] = await readRows(
    reader,
    sql<{ n: number }>`select count(*)::int as n from email_message where status = ${sql.lit(EmailStatus.FAILED)}`,
  );
  return row?.n ?? 0;
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

/** A result for each email: see updateEach. */
export const resendEmails = (ctx: RequestContext, { ids }: ResendEmailsArgs): Promise<EmailUpdate[]> =>
  updateEach(
    ctx,
    'resendEmails',
    ids.map((id) => ({ id })),
    async (each) => ({ email: await resendEmail(ctx, each) }),
  );
