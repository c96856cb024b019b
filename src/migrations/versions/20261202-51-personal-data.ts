import { OnlineMigration } from '../online.migration.ts';

/** Erases personal data, and keeps the chains of the audit log verifiable. */
export class PersonalData extends OnlineMigration {
  override up(): void {
    this.addSql('alter table partner_application add column if not exists erased_at timestamptz(3)');
    this.addIndex(
      'partner_application_retention_index',
      `partner_application (coalesce(withdrawn_at, decided_at)) where status = 'REJECTED' and erased_at is null`,
    );
    this.addSql(redaction);
    this.addSql(erasure);
    this.addSql(retention);
    this.addSql('grant delete on application_receipt to reachgenie_platform');
  }
}

/** The keys of `changes` that can name a person. */
const PERSONAL =
  'email,name,contactName,contactEmail,contactPhone,adminEmail,note,authorName,message,changedBy,reason,filter';

const redaction = `
  -- Takes the actor's address out of some audit events, and personal values out of the changes of others. For each row, an event at
  -- the end of its chain keeps the hash that the row has now: a later change of the row is found as before. Not for the product's roles.
  create or replace function redact_audit_events(acted uuid[], about uuid[], by_id uuid, by_email text) returns int
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    event audit_event;
    former audit_event;
    previous bytea;
    told jsonb;
    hashes jsonb := '{}';
    redacted int := 0;
    chain uuid;
  begin
    for event in select * from audit_event where id = any (acted || about) order by chain_id, sequence loop
      former := event;
      if event.id = any (acted) then
        event.actor_email := '(erased)';
        event.ip_address := null;
      end if;
      if event.id = any (about) and event.changes is not null then
        told := event.changes::jsonb - '{${PERSONAL}}'::text[];
        if told <> event.changes::jsonb then
          event.changes := nullif(told::text, '{}');
        end if;
      end if;
      continue when event is not distinct from former;
      select hash into previous from audit_event
        where chain_id = event.chain_id and sequence = event.sequence - 1;
      update audit_event set actor_email = event.actor_email, ip_address = event.ip_address, changes = event.changes
        where id = event.id;
      hashes := jsonb_set(hashes, array[event.chain_id::text], coalesce(hashes -> event.chain_id::text, '{}')
        || jsonb_build_object(event.sequence::text, encode(audit_event_hash(event, coalesce(previous, '')), 'hex')));
      redacted := redacted + 1;
    end loop;
    for chain in select key::uuid from jsonb_object_keys(hashes) as key order by key loop
      insert into audit_event (id, reseller_id, occurred_at, action, actor_email, actor_id, actor_role, credential, target_type, target_id,
        changes, hash)
      values (gen_random_uuid(), nullif(chain, '00000000-0000-0000-0000-000000000000'), now(), 'audit.redacted', by_email, by_id, 'ADMIN',
        'command', 'AuditEvent', chain, jsonb_build_object('rows', jsonb_build_object('from', null, 'to', hashes -> chain::text)), '');
    end loop;
    return redacted;
  end $$;
  revoke execute on function redact_audit_events from public;`;

const erasure = `
  -- Type, size, industry, state and times stay: counters and statistics count them. So does the company of a partner.
  create or replace function erase_applications(ids uuid[], by_id uuid, by_email text) returns int
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    erased uuid[];
  begin
    with changed as (
      update partner_application set
        company_name = case when status = 'APPROVED' then company_name else 'Erased ' || right(id::text, 12) end,
        contact_name = '(erased)', contact_email = 'erased@' || id || '.invalid', contact_mailbox = 'erased@' || id || '.invalid',
        contact_phone = null, website = null, motivation = '(erased)', current_solutions = null, target_market = null,
        additional_information = null, erased_at = now(), version = version + 1
      where id = any (ids) and erased_at is null and status in ('APPROVED', 'REJECTED') returning id
    ) select coalesce(array_agg(id), '{}') into erased from changed;
    delete from partner_application_note where application_id = any (erased);
    delete from email_message where application_id = any (erased);
    update partner_application_status_change set message = null,
      changed_by = case when withdrawn then '(erased)' else changed_by end where application_id = any (erased);
    perform redact_audit_events(
      array(select id from audit_event where target_id = any (erased) and actor_role = 'APPLICANT'),
      array(select id from audit_event where target_id = any (erased)), by_id, by_email);
    return cardinality(erased);
  end $$;
  revoke execute on function erase_applications from public;`;

/** The platform's role needs no right to change notes, steps or the audit log: it can only start this round. */
const retention = `
  create or replace function erase_old_applications(before timestamptz, batch int) returns int
  language sql security definer set search_path = public, pg_temp
  begin atomic
    select erase_applications(array(
      select id from partner_application
      where status = 'REJECTED' and erased_at is null and coalesce(withdrawn_at, decided_at) < before
      order by coalesce(withdrawn_at, decided_at) limit batch for update skip locked
    ), '00000000-0000-0000-0000-000000000000', 'retention');
  end;
  revoke execute on function erase_old_applications from public;
  grant execute on function erase_old_applications to reachgenie_platform;`;
