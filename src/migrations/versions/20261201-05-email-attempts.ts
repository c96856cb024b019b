import { Migration } from '@mikro-orm/migrations';

/** When an attempt to send began whose outcome is not known. */
export class EmailAttempts extends Migration {
  override up(): void {
    this.addSql('alter table email_message add column sending_since timestamptz(3);');
  }
}
