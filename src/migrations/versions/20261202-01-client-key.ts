import { OnlineMigration } from '../online.migration.ts';

/** The key of a client begins with its tenant, so that the server of the tenant alone can check it: decision 59. */
export class ClientKey extends OnlineMigration {
  override up(): void {
    this.addIndex('client_account_id_index', 'client_account (id)');
    this.addIndex('client_account_key', 'client_account (reseller_id, id)', 'unique index');
    this.addSql(`alter table client_account drop constraint client_account_pkey,
      add constraint client_account_pkey primary key using index client_account_key`);
  }
}
