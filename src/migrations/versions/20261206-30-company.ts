import { withValues } from '../column.values.ts';
import { OnlineMigration } from '../online.migration.ts';

/** The company's own data, its reviewed changes, and a partner's view of its own applications. */
export class Company extends OnlineMigration {
  override up(): void {
    this.addSql(companyData);
    this.addSql(companyChange);
    this.addSql(ownApplications);
    for (const table of ['notification', 'notification_setting']) {
      this.addSql(withValues(table, 'kind', ['COMPANY_CHANGE_REQUESTED', 'COMPANY_CHANGE_DECIDED']));
      this.addSql(`alter table ${table} validate constraint ${table}_kind_check`);
    }
    // The website of an approved application is the company's. Phone numbers belong to its contact.
    this.addSql(auditedExcept(`'website'`));
    this.addBatches({
      table: 'partner_account',
      set: 'website = (select website from partner_application where partner_application.id = partner_id)',
      where: 'website is null',
    });
    this.addSql(auditedExcept(''));
  }
}

const companyData = `
  alter table partner_account
    add column if not exists website varchar(2048),
    add column if not exists phone varchar(40),
    add column if not exists description varchar(2000),
    add column if not exists legal_name varchar(200),
    add column if not exists street varchar(200),
    add column if not exists postal_code varchar(20),
    add column if not exists city varchar(100),
    add column if not exists country_code varchar(2),
    add column if not exists vat_id varchar(30)`;

/** Partners read their own. Only the platform writes, because a partner must not approve its own change. */
const companyChange = `
  create table if not exists company_change (
    reseller_id uuid not null constraint company_change_reseller_id_foreign references partner_account (id),
    id uuid not null,
    before jsonb not null,
    after jsonb not null,
    status text not null default 'PENDING'
      constraint company_change_status_check check (status in ('PENDING', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
    message varchar(5000),
    requested_by uuid not null constraint company_change_requested_by_foreign references user_account (id),
    decided_by uuid constraint company_change_decided_by_foreign references user_account (id),
    closed_at timestamptz(3),
    version int not null default 1,
    created_at timestamptz(3) not null,
    updated_at timestamptz(3) not null,
    primary key (reseller_id, id),
    constraint company_change_closed_check check ((status = 'PENDING') = (closed_at is null)),
    constraint company_change_decided_check check ((status in ('APPROVED', 'REJECTED')) = (decided_by is not null)),
    constraint company_change_message_check check (status <> 'REJECTED' or message is not null)
  );
  create index if not exists company_change_id_index on company_change (id);
  create index if not exists company_change_created_at_id_index on company_change (created_at, id);
  create index if not exists company_change_status_created_at_id_index on company_change (status, created_at, id);
  create index if not exists company_change_reseller_id_created_at_id_index on company_change (reseller_id, created_at, id);
  create unique index if not exists company_change_pending_unique on company_change (reseller_id) where status = 'PENDING';

  -- Like require_audit_event, but the event is about the account.
  create or replace function require_company_event() returns trigger
  language plpgsql security invoker set search_path = public, pg_temp as $$
  begin
    perform from audit_event where chain_id = new.reseller_id and target_id = new.reseller_id
      and action like 'company.change_%' and transaction_id = pg_current_xact_id()
      order by occurred_at desc, id desc limit 1;
    if not found then
      raise exception 'A change of % has no audit event.', tg_table_name using errcode = 'RG500';
    end if;
    return null;
  end $$;
  drop trigger if exists audited on company_change;
  create constraint trigger audited after insert or update on company_change deferrable initially deferred
    for each row execute function require_company_event();
  create or replace trigger live after insert or update on company_change
    for each row execute function tell_live('partners');

  alter table company_change enable row level security;
  drop policy if exists company_change_tenant_policy on company_change;
  create policy company_change_tenant_policy on company_change to reachgenie_tenant
    using (reseller_id = current_setting('mikro.tenant.resellerId')::uuid);
  drop policy if exists platform on company_change;
  create policy platform on company_change to reachgenie_platform using (true) with check (true);
  grant select, insert, update (status, message, decided_by, closed_at, version, updated_at) on company_change to reachgenie_platform;
  grant select on company_change to reachgenie_tenant`;

const ownApplications = `
  -- The tenant's role has no permission on applications. This is all that it can read of them: what their contact was told.
  create or replace function own_applications()
  returns table (company_name text, partnership_type text, status text, language text, created_at timestamptz, withdrawn_at timestamptz, history json)
  language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select application.company_name, application.partnership_type, application.status, application.language,
      application.created_at, application.withdrawn_at,
      (select coalesce(json_agg(json_build_object('status', step."to", 'withdrawn', step.withdrawn, 'message', step.message,
          'changedAt', step.changed_at) order by step.changed_at, step.id), '[]')
        from partner_application_status_change as step where step.application_id = application.id)
    from partnership join partner_application as application on application.id = partnership.application_id
    where partnership.reseller_id = current_setting('mikro.tenant.resellerId', true)::uuid
    order by application.created_at, application.id;
  end;
  revoke execute on function own_applications from public;
  grant execute on function own_applications to reachgenie_tenant`;

/** Columns that may change without an audit event. */
const auditedExcept = (columns: string): string => `
  drop trigger audited on partner_account;
  create constraint trigger audited after insert or update on partner_account deferrable initially deferred
    for each row execute function require_audit_event(${columns})`;
