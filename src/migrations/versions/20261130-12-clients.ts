import { Migration } from '@mikro-orm/migrations';

/** The clients of a reseller. */
export class Clients extends Migration {
  override up(): void {
    this.addSql(clientAccount);
  }
}

/** The mailbox follows from the address, so its change needs no audit event. */
const clientAccount = `
  create table client_account (
    id uuid primary key,
    reseller_id uuid not null constraint client_account_reseller_id_foreign references partner_account (id),
    company_name varchar(200) not null,
    contact_name varchar(200) not null,
    contact_email varchar(254) not null,
    contact_mailbox text,
    mailbox_rank smallint not null default 0,
    contact_phone varchar(40),
    subscription_tier varchar(60) not null,
    subscription_status text not null default 'ACTIVE'
      constraint client_account_subscription_status_check check (subscription_status in ('ACTIVE', 'SUSPENDED', 'CANCELED')),
    billing_owned_by_reseller boolean not null,
    version int not null default 1,
    created_at timestamptz(3) not null,
    updated_at timestamptz(3) not null,
    search text not null generated always as (search_text(company_name || ' ' || contact_name || ' ' || contact_email)) stored,
    constraint client_account_reseller_id_id_unique unique (reseller_id, id)
  );
  create index client_account_reseller_id_created_at_id_index on client_account (reseller_id, created_at, id);
  create index client_account_reseller_id_updated_at_id_index on client_account (reseller_id, updated_at, id);
  create index client_account_company_name_index on client_account (reseller_id, company_name collate natural_order, id);
  create index client_account_reseller_id_subscription_status_id_index
    on client_account (reseller_id, subscription_status, id);
  create unique index client_account_email_unique on client_account (reseller_id, contact_email)
    where subscription_status <> 'CANCELED';
  create unique index client_account_mailbox_unique
    on client_account (reseller_id, coalesce(contact_mailbox, contact_email), mailbox_rank)
    where subscription_status <> 'CANCELED';

  create constraint trigger audited after insert or update on client_account deferrable initially deferred
    for each row execute function require_audit_event('contact_mailbox', 'mailbox_rank');

  alter table client_account enable row level security;
  create policy client_account_tenant_policy on client_account
    using (reseller_id = current_setting('mikro.tenant.resellerId')::uuid);
  create policy platform on client_account to reachgenie_platform using (true) with check (true);
  grant select, insert, update on client_account to reachgenie_platform, reachgenie_tenant;`;
