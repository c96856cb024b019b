import { Migration } from '@mikro-orm/migrations';
import { createAuditChain, grantAudit, PLATFORM_CHAIN, requireAuditOf } from '../audit/audit.chain.sql.ts';
import { SESSION_ENDED } from '../core/database.problem.ts';
import { PLATFORM_ROLE, TENANT_ROLE } from '../core/tenancy.ts';

/** Resellers: accounts, tenants, clients, access, audit. */
export class Migration20261122120000 extends Migration {
  override up(): void {
    this.addSql(partners);
    this.addSql(people);
    this.addSql(audit);
    this.addSql(createAuditChain);
    this.addSql(clients);
    this.addSql(answers);
    this.addSql(requireCaller);
    this.addSql(policies);
    this.addSql(grants);
    this.addSql(grantAudit);
    for (const table of ['partner_account', 'client_account', 'client_access_session']) {
      this.addSql(requireAuditOf(table));
    }
    // That a key was used is noted up to once a minute, by nobody in particular.
    this.addSql(requireAuditOf('api_key', 'last_used_at'));
  }
}

const partners = `
  create table partner_account (
    id uuid primary key,
    partner_id uuid not null constraint partner_account_partner_id_unique unique
      constraint partner_account_partner_id_foreign references partner_application (id),
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
    search text not null generated always as (lower(company_name || ' ' || admin_email)) stored
  );
  create index partner_account_created_at_id_index on partner_account (created_at, id);
  create index partner_account_tier_created_at_id_index on partner_account (tier, created_at, id);
  create index partner_account_search_index on partner_account using gin (search gin_trgm_ops);`;

const people = `
  alter table user_account
    add column reseller_id uuid constraint user_account_reseller_id_foreign references partner_account (id),
    add column joined_at timestamptz(3),
    add column partner_role text constraint user_account_partner_role_check check (partner_role in ('OWNER', 'MEMBER')),
    add constraint user_account_check
      check ((role = 'PARTNER') = (reseller_id is not null) and (role = 'PARTNER') = (partner_role is not null));
  create index user_account_reseller_id_created_at_id_index on user_account (reseller_id, created_at, id);
  update user_account set joined_at = created_at where password_hash is not null;
  alter table user_account drop constraint user_account_email_unique;
  create unique index user_account_email_unique on user_account (email) where is_active;

  alter table user_session add column version int not null default 1;

  create table user_token (
    id uuid primary key,
    user_id uuid not null constraint user_token_user_id_foreign references user_account (id),
    purpose text not null constraint user_token_purpose_check check (purpose in ('INVITATION', 'PASSWORD_RESET')),
    expires_at timestamptz(3) not null,
    created_at timestamptz(3) not null,
    constraint user_token_user_id_purpose_unique unique (user_id, purpose)
  );

  create table api_key (
    id uuid primary key,
    reseller_id uuid not null constraint api_key_reseller_id_foreign references partner_account (id),
    name varchar(100) not null,
    prefix varchar(20) not null constraint api_key_prefix_unique unique,
    secret_hash varchar(43) not null,
    created_by uuid not null constraint api_key_created_by_foreign references user_account (id),
    created_at timestamptz(3) not null default now(),
    last_used_at timestamptz(3),
    expires_at timestamptz(3),
    revoked_at timestamptz(3)
  );
  create index api_key_reseller_id_created_at_id_index on api_key (reseller_id, created_at, id);
  create index api_key_created_by_index on api_key (created_by);`;

const audit = `
  create table audit_event (
    id uuid primary key,
    reseller_id uuid,
    occurred_at timestamptz(3) not null,
    action varchar(60) not null,
    actor_email varchar(254) not null,
    actor_id uuid not null,
    actor_role text not null constraint audit_event_actor_role_check check (actor_role in ('ADMIN', 'PARTNER')),
    credential varchar(100) not null,
    target_type varchar(60) not null,
    target_id uuid not null,
    changes text,
    ip_address varchar(45),
    request_id varchar(60),
    chain_id uuid not null default '${PLATFORM_CHAIN}',
    sequence bigint not null default '0',
    transaction_id xid8 not null default '0',
    hash bytea not null,
    constraint audit_event_chain_id_sequence_unique unique (chain_id, sequence)
  );
  create index audit_event_reseller_id_occurred_at_id_index on audit_event (reseller_id, occurred_at, id);
  create index audit_event_occurred_at_id_index on audit_event (occurred_at, id);
  create index audit_event_action_occurred_at_id_index on audit_event (action, occurred_at, id);
  create index audit_event_target_id_occurred_at_id_index on audit_event (target_id, occurred_at, id);`;

const clients = `
  create table client_account (
    id uuid primary key,
    reseller_id uuid not null constraint client_account_reseller_id_foreign references partner_account (id),
    company_name varchar(200) not null,
    contact_name varchar(200) not null,
    contact_email varchar(254) not null,
    contact_phone varchar(40),
    subscription_tier varchar(60) not null,
    subscription_status text not null default 'ACTIVE'
      constraint client_account_subscription_status_check check (subscription_status in ('ACTIVE', 'SUSPENDED', 'CANCELED')),
    billing_owned_by_reseller boolean not null,
    version int not null default 1,
    created_at timestamptz(3) not null,
    updated_at timestamptz(3) not null,
    search text not null generated always as (lower(company_name || ' ' || contact_name || ' ' || contact_email)) stored,
    constraint client_account_reseller_id_id_unique unique (reseller_id, id)
  );
  create index client_account_reseller_id_created_at_id_index on client_account (reseller_id, created_at, id);
  create index client_account_reseller_id_updated_at_id_index on client_account (reseller_id, updated_at, id);
  create index client_account_reseller_id_company_name_id_index on client_account (reseller_id, company_name, id);
  create index client_account_reseller_id_subscription_status_id_index
    on client_account (reseller_id, subscription_status, id);
  create unique index client_account_email_unique on client_account (reseller_id, contact_email)
    where subscription_status <> 'CANCELED';

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
    on client_access_session (reseller_id, client_id, created_at, id);`;

/** An answer that is kept for a tenant holds the tenant's data: it belongs to whoever it is kept for. */
const answers = `
  alter table idempotency_key
    add column reseller_id uuid default nullif(current_setting('mikro.tenant.resellerId', true), '')::uuid;`;

/**
 * Asked first in every transaction of somebody who signed in or came with an API key: where that is good no more, nothing
 * after it happens. The login role asks it too, before it has taken on another: it tells nothing but that.
 */
const requireCaller = `
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
      perform from api_key join partner_account on partner_account.id = api_key.reseller_id
      where api_key.id = split_part(credential, ':', 2)::uuid
        and api_key.revoked_at is null and (api_key.expires_at is null or api_key.expires_at > now())
        and partner_account.is_active and partner_account.client_management_enabled
        and (partner_account.access_ended_at is null or api_key.created_at > partner_account.access_ended_at);
    end if;
    if not found then
      raise exception 'The session has ended.' using errcode = '${SESSION_ENDED}';
    end if;
  end $$;
  drop function require_session(uuid);`;

const TENANT_TABLES = [
  'audit_event',
  'client_account',
  'api_key',
  'client_access_session',
  'user_account',
  'idempotency_key',
];

const policyOf = (table: string, column: string) => `
  alter table ${table} enable row level security;
  create policy ${table}_tenant_policy on ${table} using (${column} = current_setting('mikro.tenant.resellerId')::uuid);
  create policy platform on ${table} to ${PLATFORM_ROLE} using (true) with check (true);`;

const policies = [
  ...TENANT_TABLES.map((table) => policyOf(table, 'reseller_id')),
  policyOf('partner_account', 'id'),
  policyOf('audit_chain', 'chain_id'),
].join('');

/** A tenant's role has no right on applications, notes and mails; and sees no hash of a password or key. */
const grants = `
  grant usage on schema public to ${TENANT_ROLE};
  grant select, insert, update on partner_account, client_account, api_key, client_access_session to ${PLATFORM_ROLE};
  grant select, insert, update, delete on user_token to ${PLATFORM_ROLE};
  grant select on partner_account to ${TENANT_ROLE};
  grant select, insert, update on client_account to ${TENANT_ROLE};
  grant select, insert, update (revoked_at) on client_access_session to ${TENANT_ROLE};
  grant select (id, reseller_id, name, prefix, created_by, created_at, last_used_at, expires_at, revoked_at), insert,
    update (revoked_at) on api_key to ${TENANT_ROLE};
  grant select (id, email, name, role, reseller_id, partner_role, is_active, joined_at, created_at, updated_at) on user_account
    to ${TENANT_ROLE};
  grant select, insert, update on idempotency_key to ${TENANT_ROLE};`;
