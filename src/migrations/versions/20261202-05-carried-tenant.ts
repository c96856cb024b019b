import { Migration } from '@mikro-orm/migrations';

/** Policies compare the tenant with a setting. Citus carries only settings of SET LOCAL to its other servers. */
export class CarriedTenant extends Migration {
  override up(): void {
    this.addSql(carryTenant);
    this.addSql(requireCaller);
  }
}

const carryTenant = `
  -- Sets the tenant again, to the same, by SET LOCAL instead of set_config.
  create function carry_tenant() returns void
  language plpgsql set search_path = public, pg_temp as $$
  begin
    execute format('set local mikro.tenant.resellerId = %L', current_setting('mikro.tenant.resellerId'));
  end $$;`;

const requireCaller = `
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
      raise exception 'The session has ended.' using errcode = 'RG401';
    end if;
    -- Without Citus, there is no such setting.
    if current_setting('citus.propagate_set_commands', true) = 'local'
      and current_setting('mikro.tenant.resellerId', true) <> '' then
      perform carry_tenant();
    end if;
  end $$;`;
