import { Migration } from '@mikro-orm/migrations';
import { addApplicationCounters } from '../applications/application.counters.sql.ts';

/**
 * Totals of who looks after applications, totals of industries together with anything else, and medians of a range cost the same in
 * any table.
 */
export class Migration20261128230000 extends Migration {
  override up(): void {
    this.addSql(addApplicationCounters);
  }
}
