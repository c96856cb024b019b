import { Migration } from '@mikro-orm/migrations';
import pg from 'pg';
import { fillMailboxes } from './mailbox.backfill.ts';

/**
 * One mailbox, one identity, also for the rows of before. No transaction around all of it: writers wait for one index at a time,
 * and each row is mended alone, so that one whose mailbox is taken stops nothing. Stopped in between, it can simply run again.
 *
 * The indexes are not built CONCURRENTLY, which waits for every statement of before: also for that of a second process that waits
 * until this migration is over.
 */
export class Migration20261129100100 extends Migration {
  override isTransactional(): boolean {
    return false;
  }

  override async up(): Promise<void> {
    const owner = new pg.Client(this.config.get('clientUrl'));
    await owner.connect();
    try {
      // The unique ones first, while every address still is its own mailbox: from then on PostgreSQL says who is first.
      for (const [name, definition] of Object.entries(INDEXES)) {
        await owner.query(`drop index if exists ${name}`);
        await owner.query(`create ${definition.replace(' on ', ` ${name} on `)}`);
      }
      await fillMailboxes(owner);
      // The function stays, for processes of the version before.
      await owner.query('drop index if exists partner_application_contact_key_index');
    } finally {
      await owner.end();
    }
  }
}

const INDEXES = {
  user_account_mailbox_unique: `unique index on user_account (coalesce(mailbox, email), mailbox_rank) where is_active`,
  partner_application_mailbox_unique: `unique index on partner_application
    (coalesce(contact_mailbox, contact_email), partnership_type, mailbox_rank) where status in ('PENDING', 'REVIEWING')`,
  client_account_mailbox_unique: `unique index on client_account
    (reseller_id, coalesce(contact_mailbox, contact_email), mailbox_rank) where subscription_status <> 'CANCELED'`,
  partner_application_mailbox_index: `index on partner_application
    (coalesce(contact_mailbox, contact_email), created_at, id)`,
  partner_application_mail_domain_index: `index on partner_application
    (split_part(coalesce(contact_mailbox, contact_email), '@', 2), created_at, id)`,
};
