import { Migration } from '@mikro-orm/migrations';

/** A user may have several valid links of one kind: nobody can end a fresh one by asking for another. */
export class Migration20261129210100 extends Migration {
  override up(): void {
    this.addSql(`
      alter table user_token drop constraint user_token_user_id_purpose_unique;
      create index user_token_user_id_purpose_created_at_index on user_token (user_id, purpose, created_at);`);
  }
}
