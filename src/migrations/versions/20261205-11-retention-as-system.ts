import { Migration } from '@mikro-orm/migrations';

/** The system erases old applications: jobs act as SYSTEM, and commands as the first admin. */
export class RetentionAsSystem extends Migration {
  override up(): void {
    this.addSql(redaction);
  }
}

/** The keys of `changes` that can name a person. */
const PERSONAL =
  'email,name,contactName,contactEmail,contactPhone,adminEmail,note,authorName,message,changedBy,reason,filter,allowedAddresses';

const redaction = `
  -- As before, but without an ID of an admin, the job named in by_email acts as the system.
  create or replace function redact_audit_events(acted uuid[], about uuid[], by_id uuid, by_email text) returns int
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    found record;
    event audit_event;
    previous bytea;
    told jsonb;
    chains uuid[] := '{}';
    sequences bigint[] := '{}';
    hashes text[] := '{}';
    is_job boolean := by_id = '00000000-0000-0000-0000-000000000000';
  begin
    for found in
      select stored as event, id in (select unnest(acted)) as has_acted, id in (select unnest(about)) as is_about
      from audit_event as stored where id = any (acted || about) order by chain_id, sequence
    loop
      event := found.event;
      if found.has_acted then
        event.actor_email := '(erased)';
        event.ip_address := null;
      end if;
      if found.is_about and event.changes is not null then
        told := event.changes::jsonb - '{${PERSONAL}}'::text[];
        if told <> event.changes::jsonb then
          event.changes := nullif(told::text, '{}');
        end if;
      end if;
      continue when event is not distinct from found.event;
      select hash into previous from audit_event
        where chain_id = event.chain_id and sequence = event.sequence - 1;
      update audit_event set actor_email = event.actor_email, ip_address = event.ip_address, changes = event.changes
        where chain_id = event.chain_id and id = event.id;
      chains := chains || event.chain_id;
      sequences := sequences || event.sequence;
      hashes := hashes || encode(audit_event_hash(event, coalesce(previous, '')), 'hex');
    end loop;
    insert into audit_event (id, reseller_id, occurred_at, action, actor_email, actor_id, actor_role, credential, target_type, target_id,
      changes, hash)
    select gen_random_uuid(), nullif(chain, '00000000-0000-0000-0000-000000000000'), now(), 'audit.redacted',
      case when is_job then 'ReachGenie' else by_email end, by_id, case when is_job then 'SYSTEM' else 'ADMIN' end,
      case when is_job then 'job:' || by_email else 'command' end, 'AuditEvent', chain,
      jsonb_build_object('rows', jsonb_build_object('from', null, 'to', hashes_of_part)), ''
    from (
      select chain, part, jsonb_object_agg(sequence::text, hash) as hashes_of_part
      from (
        select chain, sequence, hash, (row_number() over (partition by chain order by sequence) - 1) / 1000 as part
        from unnest(chains, sequences, hashes) as redacted (chain, sequence, hash)
      ) as numbered group by chain, part order by chain, part
    ) as parts;
    return cardinality(chains);
  end $$;`;
