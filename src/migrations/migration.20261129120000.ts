import { Migration } from '@mikro-orm/migrations';
import { addWithdrawalCounters } from '../applications/application.counters.sql.ts';

/** Withdrawn is a state of its own, in the history and in counters; exports have a language. */
export class Migration20261129120000 extends Migration {
  override up(): void {
    this.addSql(history);
    this.addSql(exports);
    this.addSql(addWithdrawalCounters);
  }
}

/**
 * Each withdrawal has left its event in the audit trail: it was the last step of its application until then. Only these rows are
 * looked at.
 */
const history = `
  alter table partner_application_status_change add column withdrawn boolean not null default false;
  update partner_application_status_change set withdrawn = true
  where id in (
    select step.id from audit_event, lateral (
      select id from partner_application_status_change
      where application_id = audit_event.target_id and changed_at <= audit_event.occurred_at and "to" = 'REJECTED'
      order by changed_at desc, id desc limit 1
    ) as step
    where audit_event.action = 'application.withdrawn'
  );`;

const exports = `
  alter table application_export
    add column language text not null default 'EN'
      constraint application_export_language_check check (language in ('EN', 'DE'));`;
