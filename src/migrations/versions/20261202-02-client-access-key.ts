import { OnlineMigration } from '../online.migration.ts';

/** The key of an access begins with its tenant. Its foreign key refers to the new key of the client. */
export class ClientAccessKey extends OnlineMigration {
  override up(): void {
    this.addIndex('client_access_session_id_index', 'client_access_session (id)');
    this.addIndex('client_access_session_key', 'client_access_session (reseller_id, id)', 'unique index');
    this.addSql(`alter table client_access_session drop constraint client_access_session_pkey,
      add constraint client_access_session_pkey primary key using index client_access_session_key`);
    this.addSql(`alter table client_access_session
      drop constraint if exists client_access_session_reseller_id_client_id_foreign,
      add constraint client_access_session_reseller_id_client_id_foreign
        foreign key (reseller_id, client_id) references client_account not valid`);
    this.addSql(
      'alter table client_access_session validate constraint client_access_session_reseller_id_client_id_foreign',
    );
    this.addSql('alter table client_access_session drop constraint if exists client_access_session_client_foreign');
    this.addSql('alter table client_account drop constraint if exists client_account_reseller_id_id_unique');
  }
}
