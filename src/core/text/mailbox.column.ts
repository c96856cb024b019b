import { Property } from '@mikro-orm/decorators/legacy';
import { sql, type RawBuilder } from 'kysely';
import { isEmailAddress, mailboxOf, tidyAddress } from './mailbox.ts';

/** Null if the mailbox equals the address, as it mostly does. */
export function mailboxBeside(address: string): string | null {
  const mailbox = mailboxOf(address);
  return mailbox === address ? null : mailbox;
}

/** A column for the mailbox of another property, set on insert. Use `lazy` if some roles cannot read it. */
export const MailboxOf = (address: string, { lazy = false } = {}): ReturnType<typeof Property> =>
  Property({
    type: 'text',
    nullable: true,
    hidden: true,
    lazy,
    onCreate: (row: object) => mailboxBeside(String(Reflect.get(row, address))),
  });

/** 0. Counts up for rows that share a mailbox since a rule changed, so that a unique index can exist. */
export const MailboxRank = ({ lazy = false } = {}): ReturnType<typeof Property> =>
  Property({ type: 'smallint', default: 0, hidden: true, lazy });

/** The unique indexes use this expression. */
export const mailboxIn = (mailbox: string, address: string): RawBuilder<string> =>
  sql`coalesce(${sql.ref(mailbox)}, ${sql.ref(address)})`;

/** Joins `conditions` by `and`. A complete address also matches its mailbox in other spellings. */
export function orAtMailbox(
  conditions: readonly RawBuilder<unknown>[],
  text: string,
  reaches: (mailbox: string) => RawBuilder<unknown>,
): RawBuilder<unknown> {
  const found = sql`(${sql.join(conditions, sql` and `)})`;
  return isEmailAddress(tidyAddress(text)) ? sql`(${found} or ${reaches(mailboxOf(text))})` : found;
}
