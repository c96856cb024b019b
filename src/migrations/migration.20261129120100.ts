import { Migration } from '@mikro-orm/migrations';

/** Finds withdrawn applications by indexes, and counts those of before in the cubes that the migration before this one has made. */
export class Migration20261129120100 extends Migration {
  override up(): void {
    this.addSql(index('partner_application_withdrawn_index', 'created_at, id'));
    this.addSql(index('partner_application_withdrawn_at_index', 'withdrawn_at'));
    this.addSql('select rebuild_partner_application_counters()');
  }

  /** Each statement by itself, or changes would wait for all of them. Each may be repeated if the process is killed in between. */
  override isTransactional(): boolean {
    return false;
  }
}

/** Changes wait for one look at the table. `concurrently` would wait for ever for another process that waits to migrate. */
const index = (name: string, columns: string) =>
  `create index if not exists ${name} on partner_application (${columns}) where withdrawn_at is not null`;
