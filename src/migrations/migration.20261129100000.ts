import { Migration } from '@mikro-orm/migrations';
import { requireAuditOf } from '../audit/audit.chain.sql.ts';

/** Beside each address that somebody is known by, a place for the mailbox that it reaches. */
export class Migration20261129100000 extends Migration {
  override up(): void {
    this.addSql(`
      alter table user_account add column mailbox text, add column mailbox_rank smallint not null default 0;
      alter table partner_application add column contact_mailbox text, add column mailbox_rank smallint not null default 0;
      alter table client_account add column contact_mailbox text, add column mailbox_rank smallint not null default 0;
      drop trigger audited on client_account;`);
    // The address tells the mailbox: a change of nothing but that is no change of the client.
    this.addSql(requireAuditOf('client_account', 'contact_mailbox', 'mailbox_rank'));
  }
}
