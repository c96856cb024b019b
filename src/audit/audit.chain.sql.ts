import { PLATFORM_ROLE, TENANT_ROLE } from '../core/tenancy.ts';

/** The chain of what belongs to no partner. */
export const PLATFORM_CHAIN = '00000000-0000-0000-0000-000000000000';

/**
 * Every tenant's audit rows form a chain: each holds the hash of its content and of the row before, so that a row that was
 * changed, removed or put in later does not fit. The head of each chain is kept apart. docs/decisions tells what this can
 * prove and what not.
 */
export const createAuditChain = `
  create table audit_chain (
    chain_id uuid primary key,
    sequence bigint not null,
    hash bytea not null
  );

  create function audit_event_hash(event audit_event, previous bytea) returns bytea
  language sql stable set search_path = public, pg_temp
  return sha256(previous || convert_to((select string_agg(octet_length(part) || ':' || part, ',' order by place) from unnest(array[
    event.id::text, coalesce(event.reseller_id::text, ''), event.sequence::text,
    to_char(event.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), event.action, event.actor_email,
    event.actor_id::text, event.credential, event.target_type, event.target_id::text, coalesce(event.changes, ''),
    coalesce(event.ip_address, ''), coalesce(event.request_id, '')
  ]) with ordinality parts (part, place)), 'UTF8'));

  create function chain_audit_event() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    head audit_chain;
    own_chain uuid := coalesce(new.reseller_id, '${PLATFORM_CHAIN}');
  begin
    insert into audit_chain values (own_chain, 0, '') on conflict do nothing;
    select * into head from audit_chain where chain_id = own_chain for update;
    new.sequence := head.sequence + 1;
    new.transaction_id := pg_current_xact_id();
    new.hash := audit_event_hash(new, head.hash);
    update audit_chain set sequence = new.sequence, hash = new.hash where chain_id = own_chain;
    return new;
  end $$;
  create trigger chain before insert on audit_event for each row execute function chain_audit_event();

  create function require_audit_event() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform from audit_event where target_id = new.id and transaction_id = pg_current_xact_id();
    if not found then
      raise exception 'A change of % has no audit event.', tg_table_name using errcode = 'RG500';
    end if;
    return null;
  end $$;`;

/** For each table whose changes must be written down: looked at when the transaction commits, whoever wrote the statement. */
export const requireAuditOf = (table: string): string => `
  create constraint trigger audited after insert or update on ${table}
    deferrable initially deferred for each row execute function require_audit_event();`;

export const grantAudit = `
  grant select, insert on audit_event to ${PLATFORM_ROLE}, ${TENANT_ROLE};`;
