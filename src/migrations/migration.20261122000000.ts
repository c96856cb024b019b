import { Migration } from '@mikro-orm/migrations';
import { createApplicationCounters } from '../applications/application.counters.sql.ts';
import { SESSION_ENDED } from '../core/database.problem.ts';
import { PLATFORM_ROLE } from '../core/tenancy.ts';

/** Partner applications, the people who decide on them, and the mails. */
export class Migration20261122000000 extends Migration {
  override up(): void {
    this.addSql('create extension if not exists pg_trgm');
    this.addSql(applications);
    this.addSql(createApplicationCounters);
    this.addSql(identity);
    this.addSql(requireSession);
    this.addSql(mechanics);
    this.addSql(grants);
  }
}

const applications = `
  create table partner_application (
    id uuid primary key,
    company_name varchar(200) not null,
    contact_name varchar(200) not null,
    contact_email varchar(254) not null,
    contact_phone varchar(40),
    website varchar(2048),
    partnership_type text not null
      constraint partner_application_partnership_type_check check (partnership_type in ('RESELLER', 'REFERRAL', 'TECHNOLOGY')),
    company_size text not null
      constraint partner_application_company_size_check check (company_size in ('1-10', '11-50', '51-200', '201-500', '501+')),
    industry varchar(200) not null,
    current_solutions varchar(5000),
    target_market varchar(5000),
    motivation varchar(5000) not null,
    additional_information varchar(5000),
    status text not null default 'PENDING'
      constraint partner_application_status_check check (status in ('PENDING', 'REVIEWING', 'APPROVED', 'REJECTED')),
    version int not null default 1,
    decided_at timestamptz(3)
      constraint partner_application_decided_at_check check ((decided_at is not null) = (status in ('APPROVED', 'REJECTED'))),
    created_at timestamptz(3) not null,
    updated_at timestamptz(3) not null,
    search text not null generated always as (lower(company_name || ' ' || contact_name || ' ' || contact_email)) stored
  );
  create index partner_application_created_at_id_index on partner_application (created_at, id);
  create index partner_application_updated_at_id_index on partner_application (updated_at, id);
  create index partner_application_company_name_id_index on partner_application (company_name, id);
  create index partner_application_status_id_index on partner_application (status, id);
  create index partner_application_partnership_type_id_index on partner_application (partnership_type, id);
  create index partner_application_status_created_at_id_index on partner_application (status, created_at, id);
  create index partner_application_partnership_type_created_at_id_index on partner_application (partnership_type, created_at, id);
  create index partner_application_company_size_created_at_id_index on partner_application (company_size, created_at, id);
  create index partner_application_search_index on partner_application using gin (search gin_trgm_ops);
  create unique index partner_application_open_unique on partner_application (contact_email, partnership_type)
    where status in ('PENDING', 'REVIEWING');

  create table partner_application_note (
    id uuid primary key,
    application_id uuid not null
      constraint partner_application_note_application_id_foreign references partner_application (id),
    author_name varchar(200) not null,
    note varchar(5000) not null,
    created_at timestamptz(3) not null
  );
  create index partner_application_note_application_id_created_at_id_index
    on partner_application_note (application_id, created_at, id);

  create table partner_application_status_change (
    id uuid primary key,
    application_id uuid not null
      constraint partner_application_status_change_application_id_foreign references partner_application (id),
    "from" text not null
      constraint partner_application_status_change_from_check check ("from" in ('PENDING', 'REVIEWING', 'APPROVED', 'REJECTED')),
    "to" text not null
      constraint partner_application_status_change_to_check check ("to" in ('PENDING', 'REVIEWING', 'APPROVED', 'REJECTED')),
    changed_by varchar(200) not null,
    message varchar(5000),
    changed_at timestamptz(3) not null
  );
  create index partner_application_status_change_history_index
    on partner_application_status_change (application_id, changed_at, id);`;

const identity = `
  create table user_account (
    id uuid primary key,
    email varchar(254) not null constraint user_account_email_unique unique,
    name varchar(200) not null,
    role text not null constraint user_account_role_check check (role in ('ADMIN', 'PARTNER')),
    password_hash varchar(200),
    is_active boolean not null default true,
    created_at timestamptz(3) not null,
    updated_at timestamptz(3) not null
  );

  create table user_session (
    id uuid primary key,
    user_id uuid not null constraint user_session_user_id_foreign references user_account (id),
    token_hash varchar(43) not null,
    rotated_at timestamptz(6) not null default clock_timestamp(),
    created_at timestamptz(3) not null,
    expires_at timestamptz(3) not null,
    revoked_at timestamptz(3),
    address varchar(45) not null,
    user_agent varchar(400)
  );
  create index user_session_user_id_index on user_session (user_id);
  create index user_session_expires_at_index on user_session (expires_at);`;

/**
 * Asked first in every transaction of somebody who signed in: where the session has ended, nothing after it happens. The
 * login role asks it too, before it has taken on another: it tells nothing but that.
 */
const requireSession = `
  create function require_session(session_id uuid) returns void
  language plpgsql stable security definer set search_path = public, pg_temp as $$
  begin
    perform from user_session join user_account on user_account.id = user_session.user_id
      where user_session.id = session_id and revoked_at is null and expires_at > now() and is_active;
    if not found then
      raise exception 'The session has ended.' using errcode = '${SESSION_ENDED}';
    end if;
  end $$;`;

const mechanics = `
  create table email_message (
    id uuid primary key,
    application_id uuid,
    recipient varchar(254) not null,
    template varchar(60) not null,
    data jsonb not null,
    status text not null default 'QUEUED'
      constraint email_message_status_check check (status in ('QUEUED', 'SENT', 'FAILED')),
    tries int not null default 0,
    last_error varchar(1000),
    created_at timestamptz(3) not null,
    sent_at timestamptz(3)
  );
  create index email_message_created_at_id_index on email_message (created_at, id);
  create index email_message_application_id_created_at_id_index on email_message (application_id, created_at, id);

  create table idempotency_key (
    key_hash varchar(43) primary key,
    input_hash varchar(43) not null,
    answer jsonb,
    created_at timestamptz(3) not null
  );
  create index idempotency_key_created_at_index on idempotency_key (created_at);`;

/** Nothing is deleted but what was kept for a day only; a note and a step of a review are never changed. */
const grants = `
  revoke create on schema public from public;
  grant usage on schema public to ${PLATFORM_ROLE};
  grant select, insert, update on partner_application, user_account, user_session, email_message to ${PLATFORM_ROLE};
  grant delete on user_session to ${PLATFORM_ROLE};
  grant select, insert on partner_application_note, partner_application_status_change to ${PLATFORM_ROLE};
  grant select, insert, update, delete on idempotency_key to ${PLATFORM_ROLE};`;
