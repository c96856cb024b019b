import { Migration } from '@mikro-orm/migrations';

/**
 * The audit log. The rows of each tenant and of the platform form a chain. Each row has a hash of its content and of
 * the previous row, which reveals rows that are changed, removed or inserted later.
 */
export class Audit extends Migration {
  override up(): void {
    this.addSql(auditEvent);
    this.addSql(auditChain);
    this.addSql(chaining);
    this.addSql(requirement);
  }
}

/** Rows can only be added and read. */
const auditEvent = `
  create table audit_event (
    id uuid primary key,
    reseller_id uuid,
    occurred_at timestamptz(3) not null,
    action varchar(60) not null,
    actor_email varchar(254) not null,
    actor_id uuid not null,
    actor_role text not null
      constraint audit_event_actor_role_check check (actor_role in ('ADMIN', 'PARTNER', 'APPLICANT')),
    credential varchar(100) not null,
    target_type varchar(60) not null,
    target_id uuid not null,
    changes text,
    ip_address varchar(45),
    request_id varchar(60),
    chain_id uuid not null default '00000000-0000-0000-0000-000000000000',
    sequence bigint not null default '0',
    transaction_id xid8 not null default '0',
    hash bytea not null,
    constraint audit_event_chain_id_sequence_unique unique (chain_id, sequence)
  );
  create index audit_event_reseller_id_occurred_at_id_index on audit_event (reseller_id, occurred_at, id);
  create index audit_event_occurred_at_id_index on audit_event (occurred_at, id);
  create index audit_event_action_occurred_at_id_index on audit_event (action, occurred_at, id);
  create index audit_event_target_id_occurred_at_id_index on audit_event (target_id, occurred_at, id);

  alter table audit_event enable row level security;
  create policy audit_event_tenant_policy on audit_event
    using (reseller_id = current_setting('mikro.tenant.resellerId')::uuid);
  create policy platform on audit_event to reachgenie_platform using (true) with check (true);
  grant select, insert on audit_event to reachgenie_platform, reachgenie_tenant;`;

/**
 * The head of each chain, which only the trigger writes. Its row stays locked until the transaction ends, so audited
 * changes of one tenant commit in the order of their rows. Half-empty pages allow updates in place (HOT).
 */
const auditChain = `
  create table audit_chain (
    chain_id uuid primary key,
    sequence bigint not null,
    hash bytea not null
  ) with (fillfactor = 50);

  alter table audit_chain enable row level security;
  create policy audit_chain_tenant_policy on audit_chain
    using (chain_id = current_setting('mikro.tenant.resellerId')::uuid);
  create policy platform on audit_chain to reachgenie_platform using (true) with check (true);
  grant select on audit_chain to reachgenie_platform, reachgenie_tenant;`;

const chaining = `
  -- The SHA-256 of the hash before and all parts of the row, as a JSON array of texts and nulls: no two rows make the same text.
  -- src/audit/audit.chain.ts computes it in JavaScript.
  create function audit_event_hash(event audit_event, previous bytea) returns bytea
  language sql stable
  return sha256(convert_to(json_build_array(
    encode(previous, 'hex'), event.chain_id::text, event.sequence::text, event.id::text, event.reseller_id::text,
    to_char(event.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), event.action, event.actor_email,
    event.actor_id::text, event.actor_role, event.credential, event.target_type, event.target_id::text, event.changes,
    event.ip_address, event.request_id
  )::text, 'UTF8'));

  -- Numbers and hashes a new row. The chain of the platform has the nil UUID.
  create function chain_audit_event() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    previous bytea;
  begin
    new.chain_id := coalesce(new.reseller_id, '00000000-0000-0000-0000-000000000000');
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
  create trigger chain before insert on audit_event for each row execute function chain_audit_event();`;

const requirement = `
  -- For the trigger "audited" of each table whose changes must be audited. It runs when the transaction commits, for every statement
  -- and role. Its arguments are columns that may change without an audit event.
  create function require_audit_event() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if tg_nargs > 0 and tg_op = 'UPDATE' and to_jsonb(old) - tg_argv = to_jsonb(new) - tg_argv then
      return null;
    end if;
    -- An access to a client is about the client. The newest event first: it is the one, if there is one.
    perform from audit_event where target_id = coalesce((to_jsonb(new) ->> 'client_id')::uuid, new.id) and transaction_id = pg_current_xact_id()
      order by occurred_at desc, id desc limit 1;
    if not found then
      raise exception 'A change of % has no audit event.', tg_table_name using errcode = 'RG500';
    end if;
    return null;
  end $$;`;
