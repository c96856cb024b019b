import { Migration } from '@mikro-orm/migrations';

/** Data that users keep for themselves: saved views, the state of their pages, and drafts. */
export class Workspace extends Migration {
  override up(): void {
    this.addSql(callingUser);
    this.addSql(savedView);
    this.addSql(interfaceState);
    this.addSql(draft);
  }
}

const callingUser = `
  -- The user of the transaction's session. Null for API keys, and for the worker, which has no caller.
  create function calling_user() returns uuid
  language sql stable security definer set search_path = public, pg_temp as $$
    select user_id from user_session where id = case
      when split_part(current_setting('reachgenie.caller', true), ':', 1) = 'session'
      then split_part(current_setting('reachgenie.caller', true), ':', 2)::uuid end
  $$;`;

const NO_CALLER = `coalesce(current_setting('reachgenie.caller', true), '') = ''`;
const OWN = `${NO_CALLER} or user_id = (select calling_user())`;
const SHARED = `is_shared and reseller_id is not distinct from nullif(current_setting('mikro.tenant.resellerId', true), '')::uuid`;

const policies = (table: string) => `
  alter table ${table} enable row level security;
  create policy ${table}_tenant_policy on ${table} to reachgenie_tenant
    using (reseller_id = current_setting('mikro.tenant.resellerId')::uuid);
  create policy platform on ${table} to reachgenie_platform using (true) with check (true);
  grant select, insert, update, delete on ${table} to reachgenie_platform;
  grant select on ${table} to reachgenie_tenant;`;

const savedView = `
  create table saved_view (
    id uuid primary key,
    reseller_id uuid constraint saved_view_reseller_id_foreign references partner_account (id),
    user_id uuid not null constraint saved_view_user_id_foreign references user_account (id),
    list text not null constraint saved_view_list_check
      check (list in ('APPLICATIONS', 'PARTNERS', 'CLIENTS', 'MEMBERS', 'ADMINS', 'EMAILS', 'AUDIT', 'API_KEYS')),
    name varchar(60) not null,
    search varchar(2000) not null,
    is_shared boolean not null default false,
    position smallint not null,
    created_at timestamptz(3) not null,
    updated_at timestamptz(3) not null
  );
  create index saved_view_user_id_list_index on saved_view (user_id, list);
  create index saved_view_shared_index on saved_view (reseller_id, list) where is_shared;
  ${policies('saved_view')}
  create policy own_or_shared on saved_view as restrictive using (${OWN} or ${SHARED}) with check (${OWN});
  create policy own_deletes on saved_view as restrictive for delete using (${OWN});`;

const interfaceState = `
  create table interface_state (
    user_id uuid not null constraint interface_state_user_id_foreign references user_account (id),
    key varchar(40) not null,
    reseller_id uuid constraint interface_state_reseller_id_foreign references partner_account (id),
    value varchar(4000) not null,
    updated_at timestamptz(3) not null,
    primary key (user_id, key)
  );
  ${policies('interface_state')}
  create policy own_rows on interface_state as restrictive using (${OWN}) with check (${OWN});`;

const draft = `
  create table draft (
    user_id uuid not null constraint draft_user_id_foreign references user_account (id),
    key varchar(200) not null,
    reseller_id uuid constraint draft_reseller_id_foreign references partner_account (id),
    text varchar(10000) not null,
    updated_at timestamptz(3) not null,
    primary key (user_id, key)
  );
  create index draft_updated_at_index on draft (updated_at);
  ${policies('draft')}
  create policy own_rows on draft as restrictive using (${OWN}) with check (${OWN});`;
