import { Migration } from '@mikro-orm/migrations';

/** Refresh tokens carry a generation and a signature. Sessions from before end, because their tokens have neither. */
export class Migration20261129210000 extends Migration {
  override up(): void {
    this.addSql(`
      alter table user_session drop column token_hash, add column generation int not null default 1;
      update user_session set revoked_at = now() where revoked_at is null;`);
  }
}
