import { Migration } from '@mikro-orm/migrations';

/** Lets each version of the product see whether it can run on the database: src/core/database/schema.state.ts. */
export class RequiredMigration extends Migration {
  override up(): void {
    this.addSql(requiredMigration);
  }
}

const requiredMigration = `
  -- A version that lacks one of these migrations cannot run on this database.
  create table required_migration (
    name varchar(255) primary key
  );
  grant select on required_migration, mikro_orm_migrations to reachgenie_platform;`;
