import { OnlineMigration } from '../online.migration.ts';

/** Says on the channel `live` what kinds of things have changed. */
export class LiveHints extends OnlineMigration {
  override up(): void {
    for (const kind of KINDS) this.addSql(`create sequence if not exists live_${kind} minvalue 0`);
    this.addSql(hint);
    for (const [table, kind, changes] of STATEMENTS) {
      this.addSql(`create or replace trigger live after ${changes} on ${table}
        for each statement execute function tell_live('${kind}')`);
    }
    // A distributed table has triggers for rows only.
    this.addSql(`create or replace trigger live after insert or update on client_account
      for each row execute function tell_live('clients')`);
  }
}

const KINDS = ['applications', 'emails', 'partners', 'clients', 'notifications'];

const STATEMENTS = [
  ['partner_application', 'applications', 'insert or update'],
  ['partner_application_note', 'applications', 'insert'],
  ['email_message', 'emails', 'insert or update of status'],
  ['partner_account', 'partners', 'insert or update'],
  ['notification', 'notifications', 'insert'],
] as const;

const hint = `
  -- At most about four messages a second for each kind, because commits with a message wait for each other. The sequence holds the quarter
  -- of a second of the last one, and is read without a lock. A listener waits half a second, so that it sees the changes after the message too.
  create or replace function tell_live() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    quarter bigint := floor(extract(epoch from clock_timestamp()) * 4);
    last regclass := 'live_' || tg_argv[0];
  begin
    if pg_sequence_last_value(last) is distinct from quarter then
      perform setval(last, quarter);
      perform pg_notify('live', tg_argv[0]);
    end if;
    return null;
  end $$;`;
