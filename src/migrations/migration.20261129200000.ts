import { Migration } from '@mikro-orm/migrations';
import { PLATFORM_ROLE, TENANT_ROLE } from '../core/tenancy.ts';

/** Second factors, recovery codes, and when a session last proved who uses it. An older process goes on without them. */
export class Migration20261129200000 extends Migration {
  override up(): void {
    this.addSql(sessions);
    this.addSql(factors);
    this.addSql(claims);
    this.addSql(grants);
  }
}

const sessions = `
  alter table user_session add column authenticated_at timestamptz(3);`;

const factors = `
  alter table user_account add column second_factor_at timestamptz(3);
  create table second_factor (
    user_id uuid primary key constraint second_factor_user_id_foreign references user_account (id),
    secret varchar(255) not null,
    last_step int not null default 0,
    failures int not null default 0,
    failed_since timestamptz(3),
    created_at timestamptz(3) not null
  );
  create table recovery_code (
    user_id uuid not null constraint recovery_code_user_id_foreign references user_account (id),
    code_hash varchar(43) not null,
    primary key (user_id, code_hash)
  );`;

/** Access tokens say that an admin still has to add a factor: they are renewed when that changes. */
const claims = `
  create trigger renew_claims_of_factor after update of second_factor_at on user_account for each row
    when (old.second_factor_at is distinct from new.second_factor_at and new.role = 'ADMIN')
    execute function renew_claims();`;

/** A tenant's users may see who has a factor, never the factor. */
const grants = `
  grant select, insert, update, delete on second_factor to ${PLATFORM_ROLE};
  grant select, insert, delete on recovery_code to ${PLATFORM_ROLE};
  grant select (second_factor_at) on user_account to ${TENANT_ROLE};`;
