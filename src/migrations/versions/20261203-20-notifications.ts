import { Migration } from '@mikro-orm/migrations';

/** Notifications of users, and their settings. */
export class Notifications extends Migration {
  override up(): void {
    this.addSql(notification);
    this.addSql(notificationSetting);
    this.addSql(erasure);
  }
}

/** A tenant's role tells its own users, and marks theirs as read. */
const notification = `
  create table notification (
    id uuid primary key,
    user_id uuid not null constraint notification_user_id_foreign references user_account (id),
    reseller_id uuid,
    kind text not null constraint notification_kind_check check (kind in ('APPLICATION_ASSIGNED', 'APPLICATION_DECIDED',
      'APPLICATION_WITHDRAWN', 'MENTIONED', 'EMAIL_FAILED', 'MEMBER_JOINED', 'ROLE_CHANGED', 'CLIENT_STOPPED')),
    actor_id uuid,
    actor_name varchar(200),
    subject_id uuid,
    subject_name varchar(254),
    detail varchar(200),
    in_app boolean not null,
    emailed_at timestamptz(3),
    created_at timestamptz(3) not null,
    read_at timestamptz(3)
  );
  create index notification_user_id_created_at_id_index on notification (user_id, created_at, id);
  create index notification_created_at_index on notification (created_at);
  create index notification_subject_id_index on notification (subject_id);
  create index notification_unread_index on notification (user_id, kind) where read_at is null and in_app;

  alter table notification enable row level security;
  create policy notification_tenant_policy on notification to reachgenie_tenant
    using (reseller_id = current_setting('mikro.tenant.resellerId')::uuid);
  create policy platform on notification to reachgenie_platform using (true) with check (true);
  grant select, insert, update, delete on notification to reachgenie_platform;
  grant select, insert, update (read_at) on notification to reachgenie_tenant;`;

const notificationSetting = `
  create table notification_setting (
    user_id uuid not null constraint notification_setting_user_id_foreign references user_account (id),
    kind text not null constraint notification_setting_kind_check check (kind in ('APPLICATION_ASSIGNED', 'APPLICATION_DECIDED',
      'APPLICATION_WITHDRAWN', 'MENTIONED', 'EMAIL_FAILED', 'MEMBER_JOINED', 'ROLE_CHANGED', 'CLIENT_STOPPED')),
    reseller_id uuid,
    in_app boolean not null,
    email text not null constraint notification_setting_email_check check (email in ('OFF', 'SOON', 'DAILY')),
    primary key (user_id, kind)
  );

  alter table notification_setting enable row level security;
  create policy notification_setting_tenant_policy on notification_setting to reachgenie_tenant
    using (reseller_id = current_setting('mikro.tenant.resellerId')::uuid);
  create policy platform on notification_setting to reachgenie_platform using (true) with check (true);
  grant select, insert, update on notification_setting to reachgenie_platform;
  grant select, insert, update (in_app, email) on notification_setting to reachgenie_tenant;`;

const erasure = `
  -- As before, and with the notifications about the applications.
  create or replace function erase_applications(ids uuid[], by_id uuid, by_email text) returns int
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    erased uuid[];
  begin
    with changed as (
      update partner_application set
        company_name = case when status = 'APPROVED' then company_name else 'Erased ' || right(id::text, 12) end,
        contact_name = '(erased)', contact_email = 'erased@' || id || '.invalid', contact_mailbox = 'erased@' || id || '.invalid',
        contact_phone = null, website = null, motivation = '(erased)', current_solutions = null, target_market = null,
        additional_information = null, erased_at = now(), version = version + 1
      where id = any (ids) and erased_at is null and status in ('APPROVED', 'REJECTED') returning id
    ) select coalesce(array_agg(id), '{}') into erased from changed;
    delete from partner_application_note where application_id = any (erased);
    delete from email_message where application_id = any (erased);
    delete from notification where subject_id = any (erased);
    update partner_application_status_change set message = null,
      changed_by = case when withdrawn then '(erased)' else changed_by end where application_id = any (erased);
    perform redact_audit_events(
      array(select id from audit_event where target_id = any (erased) and actor_role = 'APPLICANT'),
      array(select id from audit_event where target_id = any (erased)), by_id, by_email);
    return cardinality(erased);
  end $$;`;
