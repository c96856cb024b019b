import { Migration } from '@mikro-orm/migrations';

/** The functions of the audit log look for events by their chain, and also run on a part of a table: decision 59. */
export class AuditByChain extends Migration {
  override up(): void {
    this.addSql(chaining);
    this.addSql(requirement);
    this.addSql(partnerships);
  }
}

/** A part of a table has a row type of its own, so the hash gets the row as one of the whole table. */
const chaining = `
  create or replace function chain_audit_event() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    previous bytea;
    event audit_event;
  begin
    -- A part of the table has rows of its own chains only, and another name.
    if tg_table_name <> 'audit_event' and new.chain_id <> coalesce(new.reseller_id, '00000000-0000-0000-0000-000000000000') then
      raise exception 'An audit event of a distributed table names its chain.';
    end if;
    new.chain_id := coalesce(new.reseller_id, '00000000-0000-0000-0000-000000000000');
    new.transaction_id := pg_current_xact_id();
    loop
      select sequence + 1, hash into new.sequence, previous from audit_chain where chain_id = new.chain_id for update;
      exit when found;
      insert into audit_chain values (new.chain_id, 0, '') on conflict do nothing;
    end loop;
    event := new;
    new.hash := audit_event_hash(event, previous);
    update audit_chain set sequence = new.sequence, hash = new.hash where chain_id = new.chain_id;
    return new;
  end $$;`;

/** As the caller: Citus refuses that two roles use the same rows in one transaction. */
const requirement = `
  create or replace function require_audit_event() returns trigger
  language plpgsql security invoker set search_path = public, pg_temp as $$
  declare
    facts jsonb := to_jsonb(new);
  begin
    if tg_nargs > 0 and tg_op = 'UPDATE' and to_jsonb(old) - tg_argv = facts - tg_argv then
      return null;
    end if;
    -- The chain of the row's tenant: a partner account is its own, and rows without a tenant belong to the platform.
    -- An access to a client is about the client. The newest event first: it is the one, if there is one.
    perform from audit_event
      where chain_id = case when facts ? 'reseller_id'
          then coalesce((facts ->> 'reseller_id')::uuid, '00000000-0000-0000-0000-000000000000') else new.id end
        and target_id = coalesce((facts ->> 'client_id')::uuid, new.id) and transaction_id = pg_current_xact_id()
      order by occurred_at desc, id desc limit 1;
    if not found then
      raise exception 'A change of % has no audit event.', tg_table_name using errcode = 'RG500';
    end if;
    return null;
  end $$;`;

const partnerships = `
  create or replace function require_partnership_event() returns trigger
  language plpgsql security invoker set search_path = public, pg_temp as $$
  begin
    perform from partner_account where id = new.reseller_id and partner_id = new.application_id;
    if found then
      return null;
    end if;
    perform from audit_event where chain_id = new.reseller_id and target_id = new.reseller_id
      and action = 'partner.partnership_added' and transaction_id = pg_current_xact_id()
      order by occurred_at desc, id desc limit 1;
    if not found then
      raise exception 'A change of % has no audit event.', tg_table_name using errcode = 'RG500';
    end if;
    return null;
  end $$;`;
