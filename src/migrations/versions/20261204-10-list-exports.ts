import { Migration } from '@mikro-orm/migrations';

/** Requested exports of lists. Only the platform reads and writes them. */
export class ListExports extends Migration {
  override up(): void {
    this.addSql(listExport);
  }
}

const listExport = `
  create table list_export (
    id uuid primary key,
    reseller_id uuid constraint list_export_reseller_id_foreign references partner_account (id),
    list text not null constraint list_export_list_check check (list in ('AUDIT', 'CLIENTS', 'EMAILS', 'PARTNERS')),
    filter text not null,
    sort_by varchar(60),
    sort_order text not null default 'DESC' constraint list_export_sort_order_check check (sort_order in ('ASC', 'DESC')),
    language text not null constraint list_export_language_check check (language in ('EN', 'DE')),
    credential varchar(100) not null,
    created_at timestamptz(3) not null,
    expires_at timestamptz(3) not null
  );
  create index list_export_expires_at_index on list_export (expires_at);

  alter table list_export enable row level security;
  create policy list_export_tenant_policy on list_export to reachgenie_tenant
    using (reseller_id = current_setting('mikro.tenant.resellerId')::uuid);
  create policy platform on list_export to reachgenie_platform using (true) with check (true);
  grant select, insert, delete on list_export to reachgenie_platform;
  grant select on list_export to reachgenie_tenant;`;
