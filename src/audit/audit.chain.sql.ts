import { PLATFORM_ROLE, TENANT_ROLE } from '../core/tenancy.ts';

/** The chain of what belongs to no partner. */
export const PLATFORM_CHAIN = '00000000-0000-0000-0000-000000000000';

/**
 * Every tenant's audit rows form a chain, and so do the platform's own: each row holds the hash of its content and of the row
 * before, so that a row that was changed, removed or put in later does not fit. The head of a chain is kept apart.
 *
 * The chain's row in audit_chain stays locked until the transaction ends: changes of one tenant that are audited commit one
 * after the other, in the order of their rows; those of different tenants do not meet. It is overwritten in place (HOT), hence
 * the room in its pages.
 *
 * The hash is the SHA-256 of the row before's hash and all parts of the row, in order, as a JSON array of texts and nulls: no
 * two rows make the same. audit.chain.ts computes it in JavaScript.
 */
export const createAuditChain = `
  create table audit_chain (
    chain_id uuid primary key,
    sequence bigint not null,
    hash bytea not null
  ) with (fillfactor = 50);

  create function audit_event_hash(event audit_event, previous bytea) returns bytea
  language sql stable
  return sha256(convert_to(json_build_array(
    encode(previous, 'hex'), event.chain_id::text, event.sequence::text, event.id::text, event.reseller_id::text,
    to_char(event.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), event.action, event.actor_email,
    event.actor_id::text, event.actor_role, event.credential, event.target_type, event.target_id::text, event.changes,
    event.ip_address, event.request_id
  )::text, 'UTF8'));

  create function chain_audit_event() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    previous bytea;
  begin
    new.chain_id := coalesce(new.reseller_id, '${PLATFORM_CHAIN}');
    new.transaction_id := pg_current_xact_id();
    loop
      select sequence + 1, hash into new.sequence, previous from audit_chain where chain_id = new.chain_id for update;
      exit when found;
      insert into audit_chain values (new.chain_id, 0, '') on conflict do nothing;
    end loop;
    new.hash := audit_event_hash(new, previous);
    update audit_chain set sequence = new.sequence, hash = new.hash where chain_id = new.chain_id;
    return new;
  end $$;
  create trigger chain before insert on audit_event for each row execute function chain_audit_event();

  create function require_audit_event() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if tg_nargs > 0 and tg_op = 'UPDATE' and to_jsonb(old) - tg_argv = to_jsonb(new) - tg_argv then
      return null;
    end if;
    -- An access to a client is about the client. The newest first: it is the one, where there is one.
    perform from audit_event where target_id = coalesce((to_jsonb(new) ->> 'client_id')::uuid, new.id) and transaction_id = pg_current_xact_id()
      order by occurred_at desc, id desc limit 1;
    if not found then
      raise exception 'A change of % has no audit event.', tg_table_name using errcode = 'RG500';
    end if;
    return null;
  end $$;`;

/**
 * For each table whose changes must be written down: looked at when the transaction commits, whoever wrote the statement. A
 * change of nothing but the columns that are left out needs no audit row.
 */
export const requireAuditOf = (table: string, ...leftOut: string[]): string => `
  create constraint trigger audited after insert or update on ${table} deferrable initially deferred
    for each row execute function require_audit_event(${leftOut.map((column) => `'${column}'`).join()});`;

/** Rows are added and read, nothing else; the chains are the triggers' alone to write. */
export const grantAudit = `
  grant select, insert on audit_event to ${PLATFORM_ROLE}, ${TENANT_ROLE};
  grant select on audit_chain to ${PLATFORM_ROLE}, ${TENANT_ROLE};`;
