import { Migration } from '@mikro-orm/migrations';

/** Access to the schema, and stored answers for repeated requests. */
export class Core extends Migration {
  override up(): void {
    this.addSql(schema);
    this.addSql(idempotencyKey);
    this.addSql(claimIdempotencyKey);
  }
}

const schema = `
  revoke create on schema public from public;
  grant usage on schema public to reachgenie_platform, reachgenie_tenant;`;

/** A stored answer contains data of its tenant, so it belongs to that tenant. */
const idempotencyKey = `
  create table idempotency_key (
    key_hash varchar(43) primary key,
    reseller_id uuid default nullif(current_setting('mikro.tenant.resellerId', true), '')::uuid,
    input_hash varchar(43) not null,
    answer jsonb,
    created_at timestamptz(3) not null
  );
  create index idempotency_key_created_at_index on idempotency_key (created_at);

  alter table idempotency_key enable row level security;
  create policy idempotency_key_tenant_policy on idempotency_key
    using (reseller_id = current_setting('mikro.tenant.resellerId')::uuid);
  create policy platform on idempotency_key to reachgenie_platform using (true) with check (true);
  grant select, insert, update, delete on idempotency_key to reachgenie_platform;
  grant select, insert, update on idempotency_key to reachgenie_tenant;`;

const claimIdempotencyKey = `
  -- Stores the answer for a new key, or for one older than 24 hours. Fails for any other, and so undoes what the transaction writes.
  create function claim_idempotency_key(key text, input text, stored jsonb) returns void
  language plpgsql set search_path = public, pg_temp as $$
  begin
    insert into idempotency_key (key_hash, input_hash, answer, created_at) values (key, input, stored, now())
    on conflict (key_hash) do update set input_hash = excluded.input_hash, answer = excluded.answer,
      created_at = excluded.created_at where idempotency_key.created_at < now() - interval '24 hours';
    if not found then
      raise exception 'The idempotency key is taken.' using errcode = 'RG409';
    end if;
  end $$;`;
