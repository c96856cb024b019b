import { OnlineMigration } from '../online.migration.ts';

/** Finds emails by a part of the recipient's address. */
export class EmailSearch extends OnlineMigration {
  override up(): void {
    this.addIndex('email_message_recipient_index', 'email_message using gin (recipient gin_trgm_ops)');
  }
}
