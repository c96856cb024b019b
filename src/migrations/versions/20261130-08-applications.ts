import { Migration } from '@mikro-orm/migrations';

/** Partner applications, their notes and history, receipts for applicants, and exports. */
export class Applications extends Migration {
  override up(): void {
    this.addSql(application);
    this.addSql(note);
    this.addSql(statusChange);
    this.addSql(receipt);
    this.addSql(exportLink);
  }
}

/** A tenant's role has no permissions on these tables. */
const application = `
  create table partner_application (
    id uuid primary key,
    company_name varchar(200) not null,
    contact_name varchar(200) not null,
    contact_email varchar(254) not null,
    contact_mailbox text,
    mailbox_rank smallint not null default 0,
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
    assignee_id uuid constraint partner_application_assignee_id_foreign references user_account (id),
    version int not null default 1,
    decided_at timestamptz(3),
    withdrawn_at timestamptz(3)
      constraint partner_application_withdrawn_at_check check (withdrawn_at is null or status = 'REJECTED'),
    created_at timestamptz(3) not null,
    updated_at timestamptz(3) not null,
    search text not null generated always as (search_text(company_name || ' ' || contact_name || ' ' || contact_email)) stored,
    constraint partner_application_decided_at_check
      check ((decided_at is not null) = (status in ('APPROVED', 'REJECTED') and withdrawn_at is null))
  );

  -- Lists: each order, and each filter with the order of submission.
  create index partner_application_created_at_id_index on partner_application (created_at, id);
  create index partner_application_updated_at_id_index on partner_application (updated_at, id);
  create index partner_application_company_name_index on partner_application (company_name collate natural_order, id);
  create index partner_application_status_id_index on partner_application (status, id);
  create index partner_application_partnership_type_id_index on partner_application (partnership_type, id);
  create index partner_application_status_created_at_id_index on partner_application (status, created_at, id);
  create index partner_application_partnership_type_created_at_id_index on partner_application (partnership_type, created_at, id);
  create index partner_application_company_size_created_at_id_index on partner_application (company_size, created_at, id);
  create index partner_application_industry_created_at_id_index on partner_application (industry, created_at, id);
  create index partner_application_assigned_index on partner_application (assignee_id, created_at, id)
    where assignee_id is not null;
  create index partner_application_unassigned_index on partner_application (created_at, id) where assignee_id is null;
  create index partner_application_withdrawn_index on partner_application (created_at, id) where withdrawn_at is not null;
  create index partner_application_withdrawn_at_index on partner_application (withdrawn_at) where withdrawn_at is not null;
  create index partner_application_search_index on partner_application using gin (search gin_trgm_ops);

  -- Possible duplicates: the same mailbox, mail domain or company.
  create index partner_application_mailbox_index
    on partner_application (coalesce(contact_mailbox, contact_email), created_at, id);
  create index partner_application_mail_domain_index
    on partner_application (split_part(coalesce(contact_mailbox, contact_email), '@', 2), created_at, id);
  create index partner_application_company_key_index on partner_application (company_key(company_name), created_at, id);

  -- Statistics: the median of all decisions, the median of a range, and the decisions at the two ends of a range.
  create index partner_application_decision_time_index on partner_application ((decided_at - created_at))
    include (created_at, decided_at) where decided_at is not null;
  create index partner_application_decision_index on partner_application (created_at, decided_at)
    where decided_at is not null;
  create index partner_application_decided_at_index on partner_application (decided_at, status)
    where decided_at is not null;

  -- One open application for each contact and type.
  create unique index partner_application_open_unique on partner_application (contact_email, partnership_type)
    where status in ('PENDING', 'REVIEWING');
  create unique index partner_application_mailbox_unique
    on partner_application (coalesce(contact_mailbox, contact_email), partnership_type, mailbox_rank)
    where status in ('PENDING', 'REVIEWING');

  grant select, insert, update on partner_application to reachgenie_platform;`;

/** A note never changes. */
const note = `
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

  grant select, insert on partner_application_note to reachgenie_platform;`;

/** A step of a review never changes. */
const statusChange = `
  create table partner_application_status_change (
    id uuid primary key,
    application_id uuid not null
      constraint partner_application_status_change_application_id_foreign references partner_application (id),
    "from" text not null
      constraint partner_application_status_change_from_check check ("from" in ('PENDING', 'REVIEWING', 'APPROVED', 'REJECTED')),
    "to" text not null
      constraint partner_application_status_change_to_check check ("to" in ('PENDING', 'REVIEWING', 'APPROVED', 'REJECTED')),
    withdrawn boolean not null default false,
    changed_by varchar(200) not null,
    message varchar(5000),
    changed_at timestamptz(3) not null
  );
  create index partner_application_status_change_history_index
    on partner_application_status_change (application_id, changed_at, id);

  grant select, insert on partner_application_status_change to reachgenie_platform;`;

const receipt = `
  create table application_receipt (
    id uuid primary key,
    company_name varchar(200) not null,
    partnership_type text not null
      constraint application_receipt_partnership_type_check check (partnership_type in ('RESELLER', 'REFERRAL', 'TECHNOLOGY')),
    created_at timestamptz(3) not null,
    withdrawn_at timestamptz(3)
  );

  grant select, insert, update (withdrawn_at) on application_receipt to reachgenie_platform;`;

const exportLink = `
  create table application_export (
    id uuid primary key,
    filter jsonb not null,
    sort_by text not null constraint application_export_sort_by_check
      check (sort_by in ('createdAt', 'updatedAt', 'companyName', 'status', 'partnershipType')),
    sort_order text not null constraint application_export_sort_order_check check (sort_order in ('ASC', 'DESC')),
    language text not null default 'EN' constraint application_export_language_check check (language in ('EN', 'DE')),
    credential varchar(100) not null,
    created_at timestamptz(3) not null,
    expires_at timestamptz(3) not null
  );
  create index application_export_expires_at_index on application_export (expires_at);

  grant select, insert, delete on application_export to reachgenie_platform;`;
