import { Migration } from '@mikro-orm/migrations';

/** The partner account: the tenant that users, clients and API keys belong to. */
export class Tenants extends Migration {
  override up(): void {
    this.addSql(partnerAccount);
  }
}

const partnerAccount = `
  create table partner_account (
    id uuid primary key,
    partner_id uuid not null constraint partner_account_partner_id_unique unique,
    company_name varchar(200) not null,
    admin_email varchar(254) not null,
    partnership_type text not null
      constraint partner_account_partnership_type_check check (partnership_type in ('RESELLER', 'REFERRAL', 'TECHNOLOGY')),
    tier text not null default 'SILVER'
      constraint partner_account_tier_check check (tier in ('SILVER', 'GOLD', 'PLATINUM')),
    is_active boolean not null default true,
    access_ended_at timestamptz(3),
    client_management_enabled boolean not null,
    whitelabel_enabled boolean not null default false,
    version int not null default 1,
    created_at timestamptz(3) not null,
    updated_at timestamptz(3) not null,
    search text not null generated always as (search_text(company_name || ' ' || admin_email)) stored
  );
  create index partner_account_created_at_id_index on partner_account (created_at, id);
  create index partner_account_tier_created_at_id_index on partner_account (tier, created_at, id);
  create index partner_account_search_index on partner_account using gin (search gin_trgm_ops);

  create constraint trigger audited after insert or update on partner_account deferrable initially deferred
    for each row execute function require_audit_event();

  alter table partner_account enable row level security;
  create policy partner_account_tenant_policy on partner_account
    using (id = current_setting('mikro.tenant.resellerId')::uuid);
  create policy platform on partner_account to reachgenie_platform using (true) with check (true);
  grant select, insert, update on partner_account to reachgenie_platform;
  grant select on partner_account to reachgenie_tenant;`;
