import { OnlineMigration } from '../online.migration.ts';

/** The version of each client that the product should have, and the one that it has. */
export class Provisioning extends OnlineMigration {
  override up(): void {
    this.addSql(clientProvisioning);
    for (const kind of ['clients', 'provisionings']) {
      this.addSql(`create sequence if not exists live_${kind} minvalue 0`);
      // A distributed table has triggers for rows only.
      this.addSql(`create or replace trigger live_${kind} after insert or update on client_provisioning
        for each row execute function tell_live('${kind}')`);
    }
    this.addSql(existingClients);
  }
}

const clientProvisioning = `
  create table if not exists client_provisioning (
    reseller_id uuid not null,
    client_id uuid not null,
    id uuid not null generated always as (client_id) stored,
    desired_version int not null,
    applied_version int not null default 0,
    accepted_version int,
    status text not null default 'PENDING'
      constraint client_provisioning_status_check check (status in ('PENDING', 'APPLYING', 'READY', 'FAILED')),
    problem text constraint client_provisioning_problem_check
      check (problem in ('REFUSED', 'UNAVAILABLE', 'UNCONFIRMED', 'NEWER_VERSION', 'HELD')),
    detail varchar(500),
    external_id varchar(200),
    tries int not null default 0,
    trying_since timestamptz(3),
    first_try_at timestamptz(3),
    next_try_at timestamptz(3),
    wanted_at timestamptz(3) not null,
    applied_at timestamptz(3),
    failed_at timestamptz(3),
    overtaken_at timestamptz(3),
    updated_at timestamptz(3) not null,
    constraint client_provisioning_pkey primary key (reseller_id, client_id),
    constraint client_provisioning_reseller_id_client_id_foreign foreign key (reseller_id, client_id) references client_account,
    constraint client_provisioning_version_check check (applied_version <= desired_version)
  );
  create index if not exists client_provisioning_id_index on client_provisioning (id);
  create index if not exists client_provisioning_reseller_id_updated_at_index on client_provisioning (reseller_id, updated_at);
  create index if not exists client_provisioning_due_index on client_provisioning (next_try_at) where next_try_at is not null;
  create index if not exists client_provisioning_failed_index on client_provisioning (updated_at, id)
    where status = 'FAILED' or overtaken_at is not null;

  alter table client_provisioning enable row level security;
  drop policy if exists client_provisioning_tenant_policy on client_provisioning;
  create policy client_provisioning_tenant_policy on client_provisioning to reachgenie_tenant
    using (reseller_id = current_setting('mikro.tenant.resellerId')::uuid);
  drop policy if exists platform on client_provisioning;
  create policy platform on client_provisioning to reachgenie_platform using (true) with check (true);
  grant select, insert, update on client_provisioning to reachgenie_platform;
  grant select on client_provisioning to reachgenie_tenant;`;

/** As if the product had them, so that nothing is sent: `npm run provisioning:sync` sends all. Later events add their own. */
const existingClients = `
  do $$
  declare
    last uuid := '00000000-0000-0000-0000-000000000000';
    batch uuid[];
  begin
    loop
      batch := array(select id from client_account where id > last order by id limit 2000);
      exit when batch = '{}';
      insert into client_provisioning (reseller_id, client_id, desired_version, applied_version, status, wanted_at, updated_at)
        select reseller_id, id, 1, 1, 'READY', now(), now() from client_account where id = any (batch)
        order by reseller_id, id
        on conflict do nothing;
      last := batch[cardinality(batch)];
      commit;
    end loop;
  end $$`;
