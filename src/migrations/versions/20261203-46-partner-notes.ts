import { Migration } from '@mikro-orm/migrations';

/** Internal notes on partners. Partners have no permission on them. */
export class PartnerNotes extends Migration {
  override up(): void {
    this.addSql(partnerNote);
  }
}

/** A note never changes. */
const partnerNote = `
  create table partner_note (
    id uuid primary key,
    account_id uuid not null constraint partner_note_account_id_foreign references partner_account (id),
    author_name varchar(200) not null,
    note varchar(5000) not null,
    created_at timestamptz(3) not null
  );
  create index partner_note_account_id_created_at_id_index on partner_note (account_id, created_at, id);

  grant select, insert on partner_note to reachgenie_platform;`;
