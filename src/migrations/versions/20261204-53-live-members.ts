import { OnlineMigration } from '../online.migration.ts';

/** Says on the channel `live` that users of some account have changed. */
export class LiveMembers extends OnlineMigration {
  override up(): void {
    this.addSql('create sequence if not exists live_members minvalue 0');
    this.addSql(`create or replace trigger live
      after insert or update of name, email, partner_role, admin_roles, is_active, joined_at, second_factor_at on user_account
      for each statement execute function tell_live('members')`);
  }
}
