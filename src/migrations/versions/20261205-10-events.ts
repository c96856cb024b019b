import { OnlineMigration } from '../online.migration.ts';

/** Consumers of the audit log with their cursors, and the system as an actor. */
export class Events extends OnlineMigration {
  override up(): void {
    this.addSql(eventCursor);
    this.addSql(`alter table audit_event drop constraint if exists audit_event_actor_role_check,
      add constraint audit_event_actor_role_check check (actor_role in ('ADMIN', 'PARTNER', 'APPLICANT', 'SYSTEM')) not valid`);
    this.addSql('alter table audit_event validate constraint audit_event_actor_role_check');
  }
}

const eventCursor = `
  create table if not exists event_consumer (
    name varchar(60) primary key,
    began_at timestamptz(3) not null
  );
  grant select, insert on event_consumer to reachgenie_platform;

  create table if not exists event_cursor (
    consumer varchar(60) not null constraint event_cursor_consumer_foreign references event_consumer (name),
    chain_id uuid not null,
    sequence bigint not null,
    primary key (consumer, chain_id)
  ) with (fillfactor = 50);
  grant select, insert, update (sequence) on event_cursor to reachgenie_platform;

  create or replace function keep_cursor_growing() returns trigger
  language plpgsql set search_path = public, pg_temp as $$
  begin
    if new.sequence < old.sequence then
      raise exception 'The cursor of % goes back.', old.consumer using errcode = 'RG500';
    end if;
    return new;
  end $$;
  create or replace trigger growing before update on event_cursor for each row execute function keep_cursor_growing();`;
