import { Migration } from '@mikro-orm/migrations';

/** Whoever changes what access tokens say about a user, also by hand in the database: the tokens are good no more. */
export class Migration20261125090000 extends Migration {
  override up(): void {
    this.addSql(renewClaims);
    this.addSql(on('user_account', ['email', 'name', 'role', 'reseller_id', 'partner_role']));
    this.addSql(on('partner_account', ['partnership_type', 'client_management_enabled']));
  }
}

/** require_caller refuses tokens of the version before; the session goes on, and its next refresh gives right ones. */
const renewClaims = `
  create function renew_claims() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    update user_session set version = version + 1 where revoked_at is null
      and user_id in (select id from user_account where id = new.id or reseller_id = new.id);
    return null;
  end $$;`;

const on = (table: string, claims: string[]) => `
  create trigger renew_claims after update of ${claims.join()} on ${table} for each row
    when ((${of('old', claims)}) is distinct from (${of('new', claims)})) execute function renew_claims();`;

const of = (row: string, columns: string[]) => columns.map((column) => `${row}.${column}`).join();
