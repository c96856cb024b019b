import { Migration } from '@mikro-orm/migrations';
import { SESSION_ENDED } from '../core/database.problem.ts';
import { PLATFORM_ROLE, TENANT_ROLE } from '../core/tenancy.ts';

/** API keys have scopes and addresses, are rotated, and are for all partners and for admins: decision 0102. */
export class Migration20261129230200 extends Migration {
  override up(): void {
    this.addSql(keys);
    this.addSql(uses);
    this.addSql(requireCaller);
  }
}

/** The defaults are for processes of the version before: they make keys for clients. */
const keys = `
  alter table api_key
    alter column reseller_id drop not null,
    add column scopes text[] not null default '{READ,CLIENTS}'
      constraint api_key_scopes_check check ("scopes" <@ array['READ', 'CLIENTS', 'REVIEW']),
    add column allowed_addresses text[] not null default '{}',
    add column replaced_by uuid
      constraint api_key_replaced_by_unique unique constraint api_key_replaced_by_foreign references api_key (id);
  alter table api_key add constraint api_key_check check (cardinality(scopes) > 0 and case when reseller_id is null
    then scopes <@ '{READ,REVIEW}' and expires_at is not null else scopes <@ '{READ,CLIENTS}' end);
  grant select (scopes, allowed_addresses, replaced_by) on api_key to ${TENANT_ROLE};`;

const uses = `
  create table api_key_use (
    id uuid primary key,
    api_key_id uuid not null constraint api_key_use_api_key_id_foreign references api_key (id),
    reseller_id uuid,
    day date not null,
    network varchar(45) not null,
    first_at timestamptz(3) not null,
    last_at timestamptz(3) not null,
    requests int not null,
    refused int not null,
    constraint api_key_use_api_key_id_day_network_unique unique (api_key_id, day, network)
  );
  create index api_key_use_api_key_id_first_at_id_index on api_key_use (api_key_id, first_at, id);
  create index api_key_use_day_index on api_key_use (day);
  alter table api_key_use enable row level security;
  create policy api_key_use_tenant_policy on api_key_use
    using (reseller_id = current_setting('mikro.tenant.resellerId')::uuid);
  create policy platform on api_key_use to ${PLATFORM_ROLE} using (true) with check (true);
  grant select, insert, update, delete on api_key_use to ${PLATFORM_ROLE};
  grant select on api_key_use to ${TENANT_ROLE};`;

/**
 * A key may do no more than its maker may do now. The credential of a key without CLIENTS ends with what the process has seen:
 * whether the partner manages clients, or that it is an admin's. If that is no longer so, the process reads it again. A process
 * of the version before says nothing, so it cannot use keys that it does not understand.
 */
const requireCaller = `
  create function manages_clients(account uuid) returns boolean language sql stable as $$
    select client_management_enabled and exists (select from public.partnership
      where partnership.reseller_id = partner_account.id and partnership.partnership_type = 'RESELLER')
    from public.partner_account where id = account
  $$;

  create or replace function require_caller(credential text) returns void
  language plpgsql stable security definer set search_path = public, pg_temp as $$
  begin
    if split_part(credential, ':', 1) = 'session' then
      perform from user_session
        join user_account on user_account.id = user_session.user_id
        left join partner_account on partner_account.id = user_account.reseller_id
      where user_session.id = split_part(credential, ':', 2)::uuid
        and user_session.version = split_part(credential, ':', 3)::int
        and user_session.revoked_at is null and user_session.expires_at > now()
        and user_account.is_active and (user_account.reseller_id is null or partner_account.is_active);
    else
      perform from api_key
        join user_account on user_account.id = api_key.created_by
        left join partner_account on partner_account.id = api_key.reseller_id
      where api_key.id = split_part(credential, ':', 2)::uuid
        and api_key.revoked_at is null and (api_key.expires_at is null or api_key.expires_at > now())
        and user_account.is_active and user_account.reseller_id is not distinct from api_key.reseller_id
        and case
          when api_key.reseller_id is null then split_part(credential, ':', 3) = 'admin'
            and ('REVIEW' <> all (scopes) or admin_roles && '{REVIEW,ALL}')
          else partner_account.is_active
            and (partner_account.access_ended_at is null or api_key.created_at > partner_account.access_ended_at)
            and case
              when 'CLIENTS' = any (scopes) then partner_role in ('OWNER', 'MEMBER') and manages_clients(api_key.reseller_id)
              else split_part(credential, ':', 3) = manages_clients(api_key.reseller_id)::text
            end
        end;
    end if;
    if not found then
      raise exception 'The session has ended.' using errcode = '${SESSION_ENDED}';
    end if;
  end $$;`;
