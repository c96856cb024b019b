import { Property } from '@mikro-orm/decorators/legacy';
import { sql, type RawBuilder } from 'kysely';
import { isEmailAddress, mailboxOf, tidyAddress } from './mailbox.ts';

/** What is stored beside an address: the mailbox that it reaches, or null where that is the address itself, as it mostly is. */
export function mailboxBeside(address: string): string | null {
  const mailbox = mailboxOf(address);
  return mailbox === address ? null : mailbox;
}

/**
 * A column for the mailbox of the address in another property, filled when the row is created. What a caller may not see
 * (its database role has no right on it) is `lazy`.
 */
export const MailboxOf = (address: string, { lazy = false } = {}): ReturnType<typeof Property> =>
  Property({
    type: 'text',
    nullable: true,
    hidden: true,
    lazy,
    onCreate: (row: object) => mailboxBeside(String(Reflect.get(row, address))),
  });

/**
 * Beside it: 0, except for rows that share a mailbox since a rule of mailbox.ts changed. The first of those has 0, the others have 1,
 * 2 and so on, so that a unique index can hold all of them and no further one.
 */
export const MailboxRank = ({ lazy = false } = {}): ReturnType<typeof Property> =>
  Property({ type: 'smallint', default: 0, hidden: true, lazy });

/** The mailbox of a row, by the columns of its address and of the mailbox beside it. The unique indexes are on this expression. */
export const mailboxIn = (mailbox: string, address: string): RawBuilder<string> =>
  sql`coalesce(${sql.ref(mailbox)}, ${sql.ref(address)})`;

/**
 * Finds the text of a search. If it is a whole address, also finds its mailbox in other spellings.
 * @param conditions of the search for the text itself, joined by `and`
 */
export function orAtMailbox(
  conditions: readonly RawBuilder<unknown>[],
  text: string,
  reaches: (mailbox: string) => RawBuilder<unknown>,
): RawBuilder<unknown> {
  const found = sql`(${sql.join(conditions, sql` and `)})`;
  return isEmailAddress(tidyAddress(text)) ? sql`(${found} or ${reaches(mailboxOf(text))})` : found;
}
