import { Migration } from '@mikro-orm/migrations';

/** Accesses of a reseller's users to the account of a client. */
export class Access extends Migration {
  override up(): void {
    this.addSql(clientAccessSession);
  }
}

/** The foreign key includes the tenant, so an access never belongs to the client of another reseller. */
const clientAccessSession = `
  create table client_access_session (
    id uuid primary key,
    reseller_id uuid not null,
    client_id uuid not null,
    user_id uuid not null constraint client_access_session_user_id_foreign references user_account (id),
    reason varchar(500) not null,
    created_at timestamptz(3) not null,
    expires_at timestamptz(3) not null,
    exchanged_at timestamptz(3),
    revoked_at timestamptz(3),
    constraint client_access_session_client_foreign foreign key (reseller_id, client_id)
      references client_account (reseller_id, id)
  );
  create index client_access_session_reseller_id_created_at_id_index
    on client_access_session (reseller_id, created_at, id);
  create index client_access_session_reseller_id_client_id_created_at_id_index
    on client_access_session (reseller_id, client_id, created_at, id);

  create constraint trigger audited after insert or update on client_access_session deferrable initially deferred
    for each row execute function require_audit_event();

  alter table client_access_session enable row level security;
  create policy client_access_session_tenant_policy on client_access_session
    using (reseller_id = current_setting('mikro.tenant.resellerId')::uuid);
  create policy platform on client_access_session to reachgenie_platform using (true) with check (true);
  grant select, insert, update on client_access_session to reachgenie_platform;
  grant select, insert, update (revoked_at) on client_access_session to reachgenie_tenant;`;
