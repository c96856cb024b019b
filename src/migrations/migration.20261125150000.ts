import { Migration } from '@mikro-orm/migrations';
import { PLATFORM_ROLE } from '../core/tenancy.ts';

/** What admins work with together: who looks after an application, what else is like it, lists to take along, failed mails. */
export class Migration20261125150000 extends Migration {
  override up(): void {
    this.addSql(likeness);
    this.addSql(assignment);
    this.addSql(lists);
    this.addSql(exports);
  }
}

/**
 * Applications with the same key may come from the same people. The contact's is the domain of the address, but where anybody
 * gets an address there the whole address; the company's is its name without case, punctuation and legal form.
 */
const likeness = `
  create function contact_key(address text) returns text language sql immutable parallel safe
  return case
    when split_part(address, '@', 2) in ('gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'live.com', 'msn.com',
      'yahoo.com', 'icloud.com', 'me.com', 'aol.com', 'gmx.de', 'gmx.net', 'gmx.com', 'web.de', 't-online.de', 'mail.com',
      'proton.me', 'protonmail.com', 'zoho.com', 'yandex.com', 'orange.fr', 'free.fr', 'qq.com', '163.com') then address
    else split_part(address, '@', 2)
  end;
  create function company_key(name text) returns text language sql immutable parallel safe
  return trim(regexp_replace(
    regexp_replace(lower(name), '[[:space:][:punct:]]+', ' ', 'g'),
    '( (gmbh|mbh|ag|kg|ug|se|co|inc|llc|llp|ltd|limited|corp|corporation|company|plc|pty|sa|sas|sarl|srl|spa|bv|nv|ab|oy|as))+ *$', ''
  ));`;

/** Without a look at the rows of before: none has an assignee. */
const assignment = `
  alter table partner_application
    add column assignee_id uuid constraint partner_application_assignee_id_foreign references user_account (id);`;

const lists = `
  create index partner_application_assigned_index on partner_application (assignee_id, created_at, id)
    where assignee_id is not null;
  create index partner_application_unassigned_index on partner_application (created_at, id) where assignee_id is null;
  create index partner_application_industry_created_at_id_index on partner_application (industry, created_at, id);
  create index partner_application_contact_key_index on partner_application (contact_key(contact_email), created_at, id);
  create index partner_application_company_key_index on partner_application (company_key(company_name), created_at, id);
  create index email_message_unsent_index on email_message (status, created_at, id) where status <> 'SENT';`;

const exports = `
  create table application_export (
    id uuid primary key,
    filter jsonb not null,
    sort_by text not null constraint application_export_sort_by_check
      check (sort_by in ('createdAt', 'updatedAt', 'companyName', 'status', 'partnershipType')),
    sort_order text not null constraint application_export_sort_order_check check (sort_order in ('ASC', 'DESC')),
    credential varchar(100) not null,
    created_at timestamptz(3) not null,
    expires_at timestamptz(3) not null
  );
  create index application_export_expires_at_index on application_export (expires_at);
  grant select, insert, delete on application_export to ${PLATFORM_ROLE};`;
