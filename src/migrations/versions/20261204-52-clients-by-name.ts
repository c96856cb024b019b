import { OnlineMigration } from '../online.migration.ts';

/** Finds clients of all resellers by the beginning of their name, for the audit log. */
export class ClientsByName extends OnlineMigration {
  override up(): void {
    this.addIndex('client_account_name_index', 'client_account (company_name collate natural_order, id)');
  }
}
