import { Migration } from '@mikro-orm/migrations';

/** Webhook endpoints, and the events on their way to them. */
export class Webhooks extends Migration {
  override up(): void {
    this.addSql(endpoint);
    this.addSql(message);
    this.addSql(delivery);
    this.addSql(ownEvents);
  }
}

const policies = (table: string) => `
  alter table ${table} enable row level security;
  create policy ${table}_tenant_policy on ${table} to reachgenie_tenant
    using (reseller_id = current_setting('mikro.tenant.resellerId')::uuid);
  create policy platform on ${table} to reachgenie_platform using (true) with check (true);`;

/** Failures are counted without an audit event. */
const endpoint = `
  create table webhook_endpoint (
    id uuid primary key,
    reseller_id uuid constraint webhook_endpoint_reseller_id_foreign references partner_account (id),
    url varchar(2048) not null,
    description varchar(200),
    types text[] not null default '{}',
    status text not null default 'ENABLED' constraint webhook_endpoint_status_check
      check (status in ('ENABLED', 'DISABLED', 'FAILING_DISABLED', 'ARCHIVED')),
    generation int not null default 1 constraint webhook_endpoint_generation_check check (generation > 0),
    previous_until timestamptz(3),
    failures_in_a_row int not null default 0,
    failing_since timestamptz(3),
    version int not null default 1,
    created_at timestamptz(3) not null,
    updated_at timestamptz(3) not null
  );
  create index webhook_endpoint_reseller_id_created_at_id_index on webhook_endpoint (reseller_id, created_at, id);

  create constraint trigger audited after insert or update on webhook_endpoint deferrable initially deferred
    for each row execute function require_audit_event('failures_in_a_row', 'failing_since');
  ${policies('webhook_endpoint')}
  grant select, insert, update on webhook_endpoint to reachgenie_platform;
  grant select, insert, update (url, description, types, status, generation, previous_until, failures_in_a_row, failing_since, version, updated_at)
    on webhook_endpoint to reachgenie_tenant;`;

const message = `
  create table webhook_message (
    id uuid primary key,
    event_id uuid constraint webhook_message_event_id_unique unique,
    reseller_id uuid constraint webhook_message_reseller_id_foreign references partner_account (id),
    type varchar(60) not null,
    payload text not null constraint webhook_message_payload_check check (octet_length(payload) <= 65536),
    created_at timestamptz(3) not null
  );
  create index webhook_message_created_at_index on webhook_message (created_at);
  ${policies('webhook_message')}
  grant select, insert, delete on webhook_message to reachgenie_platform;
  grant select, insert on webhook_message to reachgenie_tenant;`;

/** A tenant's role adds deliveries of its own, and fails open ones of an endpoint that its user disables. */
const delivery = `
  create table webhook_delivery (
    id uuid primary key,
    endpoint_id uuid not null constraint webhook_delivery_endpoint_id_foreign references webhook_endpoint (id),
    message_id uuid not null
      constraint webhook_delivery_message_id_foreign references webhook_message (id) on delete cascade,
    replay_of uuid
      constraint webhook_delivery_replay_of_foreign references webhook_delivery (id) on delete cascade,
    reseller_id uuid constraint webhook_delivery_reseller_id_foreign references partner_account (id),
    type varchar(60) not null,
    status text not null default 'PENDING'
      constraint webhook_delivery_status_check check (status in ('PENDING', 'DELIVERED', 'FAILED')),
    failure text constraint webhook_delivery_failure_check check (failure in ('URL', 'NOT_PUBLIC', 'NOT_FOUND', 'NOT_REACHED',
      'REFUSED', 'CERTIFICATE', 'CLOSED', 'TOO_SLOW', 'NOT_HTTP', 'STATUS', 'INTERRUPTED', 'OFF', 'HELD')),
    tries jsonb not null default '[]',
    trying_since timestamptz(3),
    next_try_at timestamptz(3),
    created_at timestamptz(3) not null
  );
  create index webhook_delivery_endpoint_id_created_at_id_index on webhook_delivery (endpoint_id, created_at, id);
  create index webhook_delivery_message_id_index on webhook_delivery (message_id);
  create index webhook_delivery_open_index on webhook_delivery (endpoint_id, next_try_at) where status = 'PENDING';
  create unique index webhook_delivery_message_unique on webhook_delivery (endpoint_id, message_id) where replay_of is null;
  create unique index webhook_delivery_replay_unique on webhook_delivery (replay_of) where replay_of is not null;
  ${policies('webhook_delivery')}
  grant select, insert, delete, update (status, failure, tries, trying_since, next_try_at) on webhook_delivery to reachgenie_platform;
  grant select, insert, update (status, failure, next_try_at) on webhook_delivery to reachgenie_tenant;`;

const ownEvents = `
  -- An endpoint of a tenant gets only events of this tenant. Their places in a delivery never change.
  create function require_own_event() returns trigger
  language plpgsql set search_path = public, pg_temp as $$
  begin
    perform from added as delivery
      left join webhook_endpoint as endpoint on endpoint.id = delivery.endpoint_id
      left join webhook_message as message on message.id = delivery.message_id
    where delivery.reseller_id is distinct from endpoint.reseller_id
      or message.id is null or endpoint.id is null or endpoint.reseller_id <> message.reseller_id
      or endpoint.reseller_id is not null and message.reseller_id is null;
    if found then
      raise exception 'A webhook delivery has an event of another tenant.' using errcode = 'RG500';
    end if;
    return null;
  end $$;
  create trigger own_event after insert on webhook_delivery referencing new table as added
    for each statement execute function require_own_event();`;
