import { Migration } from '@mikro-orm/migrations';

/** Counts the applications of before in the cubes that the migration before this one has made. */
export class Migration20261128230100 extends Migration {
  override up(): void {
    this.addSql('select rebuild_partner_application_counters()');
  }
}
