import { Migration } from '@mikro-orm/migrations';

/** The sample things of partners. */
export class SampleThings extends Migration {
  override up(): void {
    this.addSql(sampleThing);
  }
}

const sampleThing = `
  create table sample_thing (
    reseller_id uuid not null constraint sample_thing_reseller_id_foreign references partner_account (id),
    id uuid not null,
    name varchar(200) not null,
    status text not null default 'PENDING'
      constraint sample_thing_status_check check (status in ('PENDING', 'APPROVED')),
    created_by uuid not null constraint sample_thing_created_by_foreign references user_account (id),
    version int not null default 1,
    created_at timestamptz(3) not null,
    updated_at timestamptz(3) not null,
    search text not null generated always as (search_text(name)) stored,
    primary key (reseller_id, id)
  );
  create index sample_thing_reseller_id_created_at_id_index on sample_thing (reseller_id, created_at, id);
  create index sample_thing_name_index on sample_thing (reseller_id, name collate natural_order, id);
  create index sample_thing_created_at_id_index on sample_thing (created_at, id);
  create index sample_thing_id_index on sample_thing (id);

  create constraint trigger audited after insert or update on sample_thing deferrable initially deferred
    for each row execute function require_audit_event();

  alter table sample_thing enable row level security;
  create policy sample_thing_tenant_policy on sample_thing to reachgenie_tenant
    using (reseller_id = current_setting('mikro.tenant.resellerId')::uuid);
  create policy platform on sample_thing to reachgenie_platform using (true) with check (true);
  grant select, insert, update on sample_thing to reachgenie_platform, reachgenie_tenant;`;
