import { OnlineMigration } from '../online.migration.ts';

/** Emails that a staging environment does not send. */
export class HeldBackEmails extends OnlineMigration {
  override up(): void {
    this.addSql(`alter table email_message drop constraint if exists email_message_status_check,
      add constraint email_message_status_check check (status in ('QUEUED', 'SENT', 'FAILED', 'HELD_BACK')) not valid`);
    this.addSql('alter table email_message validate constraint email_message_status_check');
  }
}
