import { OnlineMigration } from '../online.migration.ts';

/** Finds users by a part of their name or address, and users and partners by the beginning of their name. */
export class SearchByName extends OnlineMigration {
  override up(): void {
    this.addIndex('user_account_name_index', 'user_account (name collate natural_order, id)');
    this.addIndex(
      'user_account_search_index',
      `user_account using gin (search_text(name || ' ' || email) gin_trgm_ops)`,
    );
    this.addIndex('partner_account_company_name_index', 'partner_account (company_name collate natural_order, id)');
  }
}
