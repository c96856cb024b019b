import { Migration } from '@mikro-orm/migrations';

/** Until when the audit log was verified, for an alert: src/audit/audit.verify.command.ts. */
export class AuditVerification extends Migration {
  override up(): void {
    this.addSql(auditVerification);
  }
}

const auditVerification = `
  -- One row. All events before this time were verified without a problem.
  create table audit_verification (
    one boolean primary key default true constraint audit_verification_one_check check (one),
    verified_until timestamptz(3) not null
  );
  grant select, insert, update on audit_verification to reachgenie_platform;`;
