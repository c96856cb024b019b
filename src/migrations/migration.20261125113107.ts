import { Migration } from '@mikro-orm/migrations';
import { PLATFORM_ROLE } from '../core/tenancy.ts';

/** Applicants see where their application stands, and withdraw it. */
export class Migration20261125113107 extends Migration {
  override up(): void {
    this.addSql(withdrawal);
    this.addSql(receipts);
    this.addSql(applicants);
  }
}

/** Not valid: no row of before can violate it, and nobody waits for all of them to be looked at. */
const withdrawal = `
  alter table partner_application
    add column withdrawn_at timestamptz(3),
    add constraint partner_application_withdrawn_at_check
      check (withdrawn_at is null or status = 'REJECTED') not valid,
    drop constraint partner_application_decided_at_check,
    add constraint partner_application_decided_at_check
      check ((decided_at is not null) = (status in ('APPROVED', 'REJECTED') and withdrawn_at is null)) not valid;`;

const receipts = `
  create table application_receipt (
    id uuid primary key,
    company_name varchar(200) not null,
    partnership_type text not null
      constraint application_receipt_partnership_type_check check (partnership_type in ('RESELLER', 'REFERRAL', 'TECHNOLOGY')),
    created_at timestamptz(3) not null,
    withdrawn_at timestamptz(3)
  );
  grant select, insert, update (withdrawn_at) on application_receipt to ${PLATFORM_ROLE};`;

/** Who has no account leaves a trace too. Not valid, as above. */
const applicants = `
  alter table audit_event
    drop constraint audit_event_actor_role_check,
    add constraint audit_event_actor_role_check check (actor_role in ('ADMIN', 'PARTNER', 'APPLICANT')) not valid;`;
