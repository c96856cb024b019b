import { Migration } from '@mikro-orm/migrations';

/** The onboarding plans of resellers, and their steps for each client. */
export class Onboarding extends Migration {
  override up(): void {
    this.addSql(onboardingPlan);
    this.addSql(onboardingStep);
  }
}

const onboardingPlan = `
  create table onboarding_plan (
    reseller_id uuid not null constraint onboarding_plan_reseller_id_foreign references partner_account (id),
    id uuid not null,
    steps jsonb not null
      constraint onboarding_plan_steps_check check (jsonb_typeof(steps) = 'array' and jsonb_array_length(steps) <= 20),
    version int not null default 1,
    created_at timestamptz(3) not null,
    updated_at timestamptz(3) not null,
    primary key (reseller_id, id),
    constraint onboarding_plan_reseller_id_unique unique (reseller_id)
  );
  create index onboarding_plan_id_index on onboarding_plan (id);

  create constraint trigger audited after insert or update on onboarding_plan deferrable initially deferred
    for each row execute function require_audit_event();

  alter table onboarding_plan enable row level security;
  create policy onboarding_plan_tenant_policy on onboarding_plan to reachgenie_tenant
    using (reseller_id = current_setting('mikro.tenant.resellerId')::uuid);
  create policy platform on onboarding_plan to reachgenie_platform using (true) with check (true);
  grant select on onboarding_plan to reachgenie_platform;
  grant select, insert, update (steps, version, updated_at) on onboarding_plan to reachgenie_tenant;`;

/** The worker copies steps, which follows from the client's own audit event. Only a later change needs another one. */
const onboardingStep = `
  create table onboarding_step (
    reseller_id uuid not null,
    id uuid not null,
    client_id uuid not null,
    key varchar(40) not null,
    position smallint not null,
    title varchar(200) not null,
    due_on date not null,
    done_at timestamptz(3),
    done_by uuid constraint onboarding_step_done_by_foreign references user_account (id),
    created_at timestamptz(3) not null,
    updated_at timestamptz(3) not null,
    primary key (reseller_id, id),
    constraint onboarding_step_key_unique unique (reseller_id, client_id, key),
    constraint onboarding_step_reseller_id_client_id_foreign foreign key (reseller_id, client_id)
      references client_account (reseller_id, id),
    constraint onboarding_step_done_check check ((done_at is null) = (done_by is null))
  );
  create index onboarding_step_id_index on onboarding_step (id);
  create index onboarding_step_reseller_id_updated_at_index on onboarding_step (reseller_id, updated_at);
  create index onboarding_step_due_index on onboarding_step (reseller_id, client_id, due_on) where done_at is null;

  create constraint trigger audited after update on onboarding_step deferrable initially deferred
    for each row execute function require_audit_event();
  create trigger live after insert or update on onboarding_step
    for each row execute function tell_live('clients');

  alter table onboarding_step enable row level security;
  create policy onboarding_step_tenant_policy on onboarding_step to reachgenie_tenant
    using (reseller_id = current_setting('mikro.tenant.resellerId')::uuid);
  create policy platform on onboarding_step to reachgenie_platform using (true) with check (true);
  grant select, insert on onboarding_step to reachgenie_platform;
  grant select, update (done_at, done_by, updated_at) on onboarding_step to reachgenie_tenant;`;
