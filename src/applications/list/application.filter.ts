import { sql, type RawBuilder } from 'kysely';
import { validate as isUuid } from 'uuid';
import type { Reader } from '../../core/database/reader.ts';
import { mailboxIn, orAtMailbox } from '../../core/text/mailbox.column.ts';
import { createdWithin, hasId, oneOf } from '../../core/lists/page.query.ts';
import { TextSearch } from '../../core/lists/text.search.ts';
import { spellingsOf } from '../../core/text/text.tidy.ts';
import type { PartnerApplicationFilter } from './application-list.inputs.ts';

const texts = new TextSearch('partner_application');

const isAtMailbox = (mailbox: string) => sql`${mailboxIn('contact_mailbox', 'contact_email')} = ${mailbox}`;

export async function conditionsOn(reader: Reader, filter: PartnerApplicationFilter): Promise<RawBuilder<unknown>[]> {
  const { search, createdFrom, createdTo } = filter;
  const where = rowConditions(filter);
  if (search) where.push(orAtMailbox(await texts.conditions(reader, search), search, isAtMailbox));
  return [...where, ...createdWithin(createdFrom, createdTo)];
}

/** Conditions that counters can answer, except the time of submission. */
export function rowConditions(filter: PartnerApplicationFilter): RawBuilder<unknown>[] {
  const { assigneeId, assigneeIds, unassigned, withdrawn } = filter;
  const where = factConditions(filter);
  if (assigneeId != null) where.push(hasId('assignee_id', assigneeId));
  if (assigneeIds) where.push(assignedTo(assigneeIds));
  if (unassigned != null) where.push(unassigned ? sql`assignee_id is null` : sql`assignee_id is not null`);
  if (withdrawn != null) where.push(withdrawn ? sql`withdrawn_at is not null` : sql`withdrawn_at is null`);
  return where;
}

const assignedTo = (ids: readonly (string | null)[]) => {
  const admins = oneOf('assignee_id', ids.filter((id) => id !== null).filter(isUuid));
  return ids.includes(null) ? sql`(${admins} or assignee_id is null)` : admins;
};

/** The subset on columns that counters have under the same names. */
export function factConditions(filter: PartnerApplicationFilter): RawBuilder<unknown>[] {
  const { status, partnershipType, companySize, industry } = filter;
  const where = [];
  if (status) where.push(oneOf('status', status));
  if (partnershipType) where.push(oneOf('partnership_type', partnershipType));
  if (companySize) where.push(oneOf('company_size', companySize));
  if (industry) where.push(oneOf('industry', spellingsOf(industry)));
  return where;
}
