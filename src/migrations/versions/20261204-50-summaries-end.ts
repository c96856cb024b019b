import { OnlineMigration } from '../online.migration.ts';

/** Sent summaries of notifications end after two days, and a user has one notification of failed emails at a time. */
export class SummariesEnd extends OnlineMigration {
  override up(): void {
    this.addIndex('email_message_summary_index', `email_message (created_at) where template = 'notification.summary'`);
    this.addSql(forgetOldSummaries);
    this.addBatches({ table: 'notification', set: 'read_at = now()', where: IS_REPEATED });
    this.addIndex(
      'notification_failed_email_unique',
      `notification (user_id) where kind = 'EMAIL_FAILED' and read_at is null and emailed_at is null`,
      'unique index',
    );
  }
}

/** The worker's role can delete no other email. */
const forgetOldSummaries = `
  create or replace function forget_old_summaries(most int) returns int
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    forgotten int;
  begin
    delete from email_message where id in (
      select id from email_message
      where template = 'notification.summary' and status <> 'QUEUED' and created_at < now() - interval '2 days'
      order by created_at limit most for update skip locked);
    get diagnostics forgotten = row_count;
    return forgotten;
  end $$;
  revoke execute on function forget_old_summaries from public;
  grant execute on function forget_old_summaries to reachgenie_platform;`;

const isOpen = (row: string) => `${row}.kind = 'EMAIL_FAILED' and ${row}.read_at is null and ${row}.emailed_at is null`;

/** Two workers could tell a user twice. The newest one stays unread. */
const IS_REPEATED = `${isOpen('notification')} and exists (select from notification as newer
  where newer.user_id = notification.user_id and ${isOpen('newer')}
    and (newer.created_at, newer.id) > (notification.created_at, notification.id))`;
