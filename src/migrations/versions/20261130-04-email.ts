import { Migration } from '@mikro-orm/migrations';

/** Emails, written in the transaction that causes them. */
export class Email extends Migration {
  override up(): void {
    this.addSql(emailMessage);
  }
}

const emailMessage = `
  create table email_message (
    id uuid primary key,
    application_id uuid,
    recipient varchar(254) not null,
    template varchar(60) not null,
    data jsonb not null,
    status text not null default 'QUEUED'
      constraint email_message_status_check check (status in ('QUEUED', 'SENT', 'FAILED')),
    tries int not null default 0,
    last_error varchar(1000),
    created_at timestamptz(3) not null,
    sent_at timestamptz(3)
  );
  create index email_message_created_at_id_index on email_message (created_at, id);
  create index email_message_application_id_created_at_id_index on email_message (application_id, created_at, id);
  create index email_message_unsent_index on email_message (status, created_at, id) where status <> 'SENT';

  grant select, insert, update on email_message to reachgenie_platform;`;
