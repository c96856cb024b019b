import { OnlineMigration } from '../online.migration.ts';

const LANGUAGES = `language in ('EN', 'DE')`;

/** Settings of users, and the languages of applicants and of emails. */
export class Languages extends OnlineMigration {
  override up(): void {
    this.addSql(`alter table user_account add column if not exists language text,
      add column if not exists time_zone varchar(64), add column if not exists date_format text`);
    this.addSql(`alter table partner_application add column if not exists language text not null default 'EN'`);
    this.addSql(`alter table application_receipt add column if not exists language text not null default 'EN'`);
    this.addSql(`alter table email_message add column if not exists language text not null default 'EN',
      add column if not exists time_zone varchar(64)`);
    this.addCheck('user_account', 'language', LANGUAGES);
    this.addCheck('user_account', 'date_format', `date_format in ('DAY_FIRST', 'MONTH_FIRST', 'ISO')`);
    for (const table of ['partner_application', 'application_receipt', 'email_message']) {
      this.addCheck(table, 'language', LANGUAGES);
    }
    this.addSql('grant select (language, time_zone, date_format) on user_account to reachgenie_tenant');
    this.addSql(emailSettings);
  }

  private addCheck(table: string, column: string, condition: string): void {
    const name = `${table}_${column}_check`;
    this.addSql(
      `alter table ${table} drop constraint if exists ${name}, add constraint ${name} check (${condition}) not valid`,
    );
    this.addSql(`alter table ${table} validate constraint ${name}`);
  }
}

/** The settings for an email to a user, by the exact address. Without a user, no row. */
const emailSettings = `
  create or replace function email_settings(address text, out language text, out time_zone text) returns setof record
  language sql stable as $$
    select language, time_zone from user_account where email = address and is_active
  $$;
  revoke execute on function email_settings from public;
  grant execute on function email_settings to reachgenie_platform;`;
