import { Migration } from '@mikro-orm/migrations';
import { TENANT_ROLE } from '../core/tenancy.ts';

/** People have a version too. A constant default touches no row; a process of the version before goes on beside it. */
export class Migration20261129140000 extends Migration {
  override up(): void {
    this.addSql(`alter table user_account add column version int not null default 1;
      grant select (version) on user_account to ${TENANT_ROLE};`);
  }
}
