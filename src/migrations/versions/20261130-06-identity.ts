import { Migration } from '@mikro-orm/migrations';

/** Users and their sign-ins, API keys, and the functions that refuse callers without access. */
export class Identity extends Migration {
  override up(): void {
    this.addSql(userAccount);
    this.addSql(userSession);
    this.addSql(userToken);
    this.addSql(secondFactors);
    this.addSql(apiKey);
    this.addSql(apiKeyUse);
    this.addSql(requireCaller);
    this.addSql(renewClaims);
  }
}

/** A tenant's role cannot read a user's password hash or mailbox. */
const userAccount = `
  create table user_account (
    id uuid primary key,
    email varchar(254) not null,
    mailbox text,
    mailbox_rank smallint not null default 0,
    name varchar(200) not null,
    role text not null constraint user_account_role_check check (role in ('ADMIN', 'PARTNER')),
    reseller_id uuid constraint user_account_reseller_id_foreign references partner_account (id),
    partner_role text constraint user_account_partner_role_check
      check (partner_role in ('OWNER', 'BILLING', 'MEMBER', 'READ_ONLY')),
    admin_roles text[] constraint user_account_admin_roles_check
      check (admin_roles <@ array['REVIEW', 'PARTNERS', 'FINANCE', 'ALL']),
    password_hash varchar(200),
    second_factor_at timestamptz(3),
    is_active boolean not null default true,
    joined_at timestamptz(3),
    version int not null default 1,
    created_at timestamptz(3) not null,
    updated_at timestamptz(3) not null,
    constraint user_account_check
      check ((role = 'PARTNER') = (reseller_id is not null) and (role = 'PARTNER') = (partner_role is not null)
        and (role = 'ADMIN') = (admin_roles is not null) and coalesce(cardinality(admin_roles), 1) > 0)
  );
  create index user_account_reseller_id_created_at_id_index on user_account (reseller_id, created_at, id);
  create unique index user_account_email_unique on user_account (email) where is_active;
  create unique index user_account_mailbox_unique on user_account (coalesce(mailbox, email), mailbox_rank) where is_active;

  alter table user_account enable row level security;
  create policy user_account_tenant_policy on user_account
    using (reseller_id = current_setting('mikro.tenant.resellerId')::uuid);
  create policy platform on user_account to reachgenie_platform using (true) with check (true);
  grant select, insert, update on user_account to reachgenie_platform;
  grant select (id, email, name, role, reseller_id, partner_role, admin_roles, second_factor_at, is_active, joined_at, version, created_at,
    updated_at) on user_account to reachgenie_tenant;`;

const userSession = `
  create table user_session (
    id uuid primary key,
    user_id uuid not null constraint user_session_user_id_foreign references user_account (id),
    version int not null default 1,
    generation int not null default 1,
    rotated_at timestamptz(6) not null default clock_timestamp(),
    authenticated_at timestamptz(3),
    created_at timestamptz(3) not null,
    expires_at timestamptz(3) not null,
    revoked_at timestamptz(3),
    address varchar(45) not null,
    user_agent varchar(400)
  );
  create index user_session_user_id_index on user_session (user_id);
  create index user_session_expires_at_index on user_session (expires_at);

  grant select, insert, update, delete on user_session to reachgenie_platform;`;

const userToken = `
  create table user_token (
    id uuid primary key,
    user_id uuid not null constraint user_token_user_id_foreign references user_account (id),
    purpose text not null
      constraint user_token_purpose_check check (purpose in ('INVITATION', 'PASSWORD_RESET', 'SIGN_IN')),
    expires_at timestamptz(3) not null,
    created_at timestamptz(3) not null
  );
  create index user_token_user_id_purpose_created_at_index on user_token (user_id, purpose, created_at);

  grant select, insert, update, delete on user_token to reachgenie_platform;`;

/** A tenant's role sees whether a user has a factor (`second_factor_at`), but never the factor. */
const secondFactors = `
  create table second_factor (
    user_id uuid primary key constraint second_factor_user_id_foreign references user_account (id),
    secret varchar(255) not null,
    last_step int not null default 0,
    failures int not null default 0,
    failed_since timestamptz(3),
    created_at timestamptz(3) not null
  );
  grant select, insert, update, delete on second_factor to reachgenie_platform;

  create table recovery_code (
    user_id uuid not null constraint recovery_code_user_id_foreign references user_account (id),
    code_hash varchar(43) not null,
    primary key (user_id, code_hash)
  );
  grant select, insert, delete on recovery_code to reachgenie_platform;`;

/** A tenant's role cannot read the hash of a key. The use of a key is stored at most once a minute, without an audit event. */
const apiKey = `
  create table api_key (
    id uuid primary key,
    reseller_id uuid constraint api_key_reseller_id_foreign references partner_account (id),
    name varchar(100) not null,
    prefix varchar(20) not null constraint api_key_prefix_unique unique,
    secret_hash varchar(43) not null,
    scopes text[] not null constraint api_key_scopes_check check (scopes <@ array['READ', 'CLIENTS', 'REVIEW']),
    allowed_addresses text[] not null default '{}',
    replaced_by uuid
      constraint api_key_replaced_by_unique unique constraint api_key_replaced_by_foreign references api_key (id),
    created_by uuid not null constraint api_key_created_by_foreign references user_account (id),
    created_at timestamptz(3) not null default now(),
    last_used_at timestamptz(3),
    expires_at timestamptz(3),
    revoked_at timestamptz(3),
    constraint api_key_check check (cardinality(scopes) > 0 and case when reseller_id is null
      then scopes <@ '{READ,REVIEW}' and expires_at is not null else scopes <@ '{READ,CLIENTS}' end)
  );
  create index api_key_reseller_id_created_at_id_index on api_key (reseller_id, created_at, id);
  create index api_key_created_by_index on api_key (created_by);

  create constraint trigger audited after insert or update on api_key deferrable initially deferred
    for each row execute function require_audit_event('last_used_at');

  alter table api_key enable row level security;
  create policy api_key_tenant_policy on api_key using (reseller_id = current_setting('mikro.tenant.resellerId')::uuid);
  create policy platform on api_key to reachgenie_platform using (true) with check (true);
  grant select, insert, update on api_key to reachgenie_platform;
  grant select (id, reseller_id, name, prefix, scopes, allowed_addresses, replaced_by, created_by, created_at, last_used_at, expires_at, revoked_at), insert,
    update (revoked_at) on api_key to reachgenie_tenant;`;

/** A key's requests by day and network, for its log. */
const apiKeyUse = `
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
  create policy platform on api_key_use to reachgenie_platform using (true) with check (true);
  grant select, insert, update, delete on api_key_use to reachgenie_platform;
  grant select on api_key_use to reachgenie_tenant;`;

const requireCaller = `
  -- The first statement of every transaction of a user or an API key: if the credential is no longer valid, nothing after it happens.
  -- The login role calls it too, before it takes on another role: it reveals nothing else.
  -- An API key can do no more than its creator can do now. The credential of a key without CLIENTS ends with what the process has
  -- seen: if the partner manages clients, or that the key is an admin's. If that has changed, the process reads the key again.
  create function require_caller(credential text) returns void
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
  end $$;`;

const renewClaims = `
  -- Access tokens carry claims about the user and the partner. If those change, also by hand, require_caller refuses the tokens. The
  -- session goes on, and its next refresh issues a token with the new claims.
  create function renew_claims() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    update user_session set version = version + 1 where revoked_at is null
      and user_id in (select id from user_account where id = new.id or reseller_id = new.id);
    return null;
  end $$;

  create trigger renew_claims after update of email, name, role, reseller_id, partner_role, admin_roles on user_account for each row
    when ((old.email, old.name, old.role, old.reseller_id, old.partner_role, old.admin_roles)
      is distinct from (new.email, new.name, new.role, new.reseller_id, new.partner_role, new.admin_roles))
    execute function renew_claims();
  -- The token of an admin says if the admin still has to add a factor.
  create trigger renew_claims_of_factor after update of second_factor_at on user_account for each row
    when (old.second_factor_at is distinct from new.second_factor_at and new.role = 'ADMIN')
    execute function renew_claims();
  create trigger renew_claims after update of partnership_type, client_management_enabled on partner_account for each row
    when ((old.partnership_type, old.client_management_enabled)
      is distinct from (new.partnership_type, new.client_management_enabled))
    execute function renew_claims();`;
