import { Migration } from '@mikro-orm/migrations';

/** Links that sign in once, for accounts that are closed to passwords. */
export class Migration20261129210200 extends Migration {
  override up(): void {
    this.addSql(`
      alter table user_token
        drop constraint user_token_purpose_check,
        add constraint user_token_purpose_check check (purpose in ('INVITATION', 'PASSWORD_RESET', 'SIGN_IN'));`);
  }
}
