import { Migration } from '@mikro-orm/migrations';

/** Terms of tiers, the history of each partner's tier, and evaluations: decisions 93 and 94. */
export class Tiers extends Migration {
  override up(): void {
    this.addSql(scheduledRound);
    this.addSql(tierTerms);
    this.addSql(firstTerms);
    this.addSql(begunTerms);
    this.addSql(benefits);
    this.addSql(renewClaims);
    this.addSql(tierAssignment);
    this.addSql(tierEvaluation);
    this.addSql(tierGrace);
    this.addSql(assignments);
  }
}

const scheduledRound = `
  create table scheduled_round (
    name varchar(40) primary key,
    due_at timestamptz(3) not null,
    claimed_until timestamptz(3)
  );
  grant select, insert, update (due_at, claimed_until) on scheduled_round to reachgenie_platform;`;

const tierTerms = `
  create table tier_terms (
    id uuid primary key,
    tier text not null constraint tier_terms_tier_check check (tier in ('SILVER', 'GOLD', 'PLATINUM')),
    effective_from date not null,
    benefits text[] not null,
    support_response_hours int,
    wholesale_discount_bps int not null,
    min_margin_bps int not null,
    commission_bps int not null,
    commission_months int not null,
    commission_caps jsonb not null
      constraint tier_terms_commission_caps_check check (jsonb_typeof(commission_caps) = 'array'),
    hold_days int not null,
    requirements jsonb not null constraint tier_terms_requirements_check check (jsonb_typeof(requirements) = 'array'),
    published_by uuid constraint tier_terms_published_by_foreign references user_account (id),
    created_at timestamptz(3) not null,
    constraint tier_terms_rates_check check (support_response_hours >= 1 and support_response_hours <= 720 and wholesale_discount_bps >= 0 and wholesale_discount_bps <= 10000 and min_margin_bps >= 0 and min_margin_bps <= 10000
      and commission_bps >= 0 and commission_bps <= 5000 and commission_months >= 0 and commission_months <= 120 and hold_days >= 0 and hold_days <= 365),
    constraint tier_terms_tier_effective_from_unique unique (tier, effective_from)
  );
  grant select, insert, delete on tier_terms to reachgenie_platform;

  -- The terms that count on a day, and later ones. For all roles: a tenant's role reads no tables of the platform.
  create function tier_terms_since(day date) returns setof tier_terms
  language sql stable security definer set search_path = public, pg_temp as $$
    select * from tier_terms as terms where not exists (select from tier_terms as later
      where later.tier = terms.tier and later.effective_from > terms.effective_from and later.effective_from <= $1)
  $$;`;

/** The rates are placeholders until the business sets them: publishTierTerms. */
const firstTerms = `
  insert into tier_terms (id, tier, effective_from, benefits, support_response_hours, wholesale_discount_bps, min_margin_bps,
    commission_bps, commission_months, commission_caps, hold_days, requirements, created_at)
  values
    ('01960000-0000-7000-8000-000000000001', 'SILVER', '2026-01-01', array['CLIENT_MANAGEMENT'], null, 2000, 500, 1000, 12,
      '[]', 30, '[]', now()),
    ('01960000-0000-7000-8000-000000000002', 'GOLD', '2026-01-01', array['CLIENT_MANAGEMENT', 'ENHANCED_CLIENT_MANAGEMENT',
      'PRIORITY_SUPPORT', 'BASIC_WHITE_LABEL', 'CO_MARKETING', 'PARTNER_MANAGER', 'ADVANCED_TRAINING'], 24, 3000, 500, 1500, 12,
      '[]', 30, '[{"partnershipType": "RESELLER", "metric": "ACTIVE_CLIENTS", "atLeast": 10}]', now()),
    ('01960000-0000-7000-8000-000000000003', 'PLATINUM', '2026-01-01', array['CLIENT_MANAGEMENT', 'ENHANCED_CLIENT_MANAGEMENT',
      'PRIORITY_SUPPORT', 'BASIC_WHITE_LABEL', 'FULL_WHITE_LABEL', 'CO_MARKETING', 'JOINT_EVENTS', 'PARTNER_MANAGER',
      'TECHNICAL_ACCOUNT_MANAGER', 'STRATEGIC_PLANNING', 'ADVANCED_TRAINING', 'EARLY_ACCESS', 'CUSTOM_INTEGRATION'], 8, 4000, 500,
      2000, 12, '[]', 30, '[{"partnershipType": "RESELLER", "metric": "ACTIVE_CLIENTS", "atLeast": 50},
        {"partnershipType": "RESELLER", "metric": "CLIENT_RETENTION_12_MONTHS", "atLeast": 8500}]', now());`;

const begunTerms = `
  create function keep_begun_terms() returns trigger
  language plpgsql security invoker set search_path = public, pg_temp as $$
  declare
    today date := (now() at time zone 'UTC')::date;
  begin
    if tg_op = 'INSERT' and new.effective_from > today then
      return new;
    elsif tg_op = 'DELETE' and old.effective_from > today then
      return old;
    end if;
    raise exception 'Terms of a tier that have begun never change.' using errcode = 'RG500';
  end $$;
  create trigger keep_begun_terms before insert or update or delete on tier_terms
    for each row execute function keep_begun_terms();

  -- Like require_audit_event, in the chain of the platform.
  create function require_terms_event() returns trigger
  language plpgsql security invoker set search_path = public, pg_temp as $$
  declare
    terms uuid := coalesce(new.id, old.id);
  begin
    perform from audit_event where chain_id = '00000000-0000-0000-0000-000000000000' and target_id = terms
      and transaction_id = pg_current_xact_id() order by occurred_at desc, id desc limit 1;
    if not found then
      raise exception 'A change of % has no audit event.', tg_table_name using errcode = 'RG500';
    end if;
    return null;
  end $$;
  create constraint trigger audited after insert or delete on tier_terms deferrable initially deferred
    for each row execute function require_terms_event();`;

/** `manages_clients` is the switch and the benefit. */
const benefits = `
  create function tier_has_benefit(tier text, benefit text) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
    select coalesce((select $2 = any (terms.benefits) from tier_terms as terms
      where terms.tier = $1 and terms.effective_from <= (now() at time zone 'UTC')::date
      order by terms.effective_from desc limit 1), false)
  $$;
  create function partner_has_benefit(reseller uuid, benefit text) returns boolean language sql stable as $$
    select coalesce((select public.tier_has_benefit(account.tier, $2) from public.partner_account as account
      where account.id = $1), false)
  $$;
  create or replace function manages_clients(account uuid) returns boolean language sql stable as $$
    select client_management_enabled and exists (select from public.partnership
        where partnership.reseller_id = partner_account.id and partnership.partnership_type = 'RESELLER')
      and public.tier_has_benefit(partner_account.tier, 'CLIENT_MANAGEMENT')
    from public.partner_account where id = account
  $$;`;

const renewClaims = `
  -- As renew_claims, but only if the new tier decides otherwise about the management of clients.
  create function renew_claims_of_tier() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if tier_has_benefit(old.tier, 'CLIENT_MANAGEMENT') <> tier_has_benefit(new.tier, 'CLIENT_MANAGEMENT') then
      update user_session set version = version + 1 where revoked_at is null
        and user_id in (select id from user_account where reseller_id = new.id);
    end if;
    return null;
  end $$;
  create trigger renew_claims_of_tier after update of tier on partner_account for each row
    when (old.tier is distinct from new.tier) execute function renew_claims_of_tier();`;

const tierAssignment = `
  create table tier_assignment (
    reseller_id uuid not null constraint tier_assignment_reseller_id_foreign references partner_account (id),
    id uuid not null,
    tier text not null constraint tier_assignment_tier_check check (tier in ('SILVER', 'GOLD', 'PLATINUM')),
    from_at timestamptz(3) not null,
    to_at timestamptz(3),
    reason text not null
      constraint tier_assignment_reason_check check (reason in ('INITIAL', 'PROMOTION', 'DEMOTION', 'MANUAL')),
    note varchar(1000),
    decided_by uuid constraint tier_assignment_decided_by_foreign references user_account (id),
    pinned_until date,
    primary key (reseller_id, id),
    constraint tier_assignment_time_check check (to_at >= from_at)
  );
  create index tier_assignment_reseller_id_from_at_id_index on tier_assignment (reseller_id, from_at, id);
  create index tier_assignment_id_index on tier_assignment (id);
  create unique index tier_assignment_open_unique on tier_assignment (reseller_id) where to_at is null;

  alter table tier_assignment enable row level security;
  create policy tier_assignment_tenant_policy on tier_assignment to reachgenie_tenant
    using (reseller_id = current_setting('mikro.tenant.resellerId')::uuid);
  create policy platform on tier_assignment to reachgenie_platform using (true) with check (true);
  grant select, insert, update (to_at) on tier_assignment to reachgenie_platform;
  grant select (reseller_id, id, tier, from_at, to_at, reason, pinned_until) on tier_assignment to reachgenie_tenant;`;

const tierEvaluation = `
  create table tier_evaluation (
    reseller_id uuid not null constraint tier_evaluation_reseller_id_foreign references partner_account (id),
    id uuid not null,
    period_end date not null,
    tier text not null constraint tier_evaluation_tier_check check (tier in ('SILVER', 'GOLD', 'PLATINUM')),
    new_tier text not null constraint tier_evaluation_new_tier_check check (new_tier in ('SILVER', 'GOLD', 'PLATINUM')),
    outcome text not null constraint tier_evaluation_outcome_check
      check (outcome in ('KEPT', 'PROMOTED', 'AT_RISK', 'RECOVERED', 'DEMOTED')),
    values jsonb not null,
    grace_until date,
    created_at timestamptz(3) not null,
    primary key (reseller_id, id),
    constraint tier_evaluation_reseller_id_period_end_unique unique (reseller_id, period_end)
  );
  create index tier_evaluation_reseller_id_created_at_id_index on tier_evaluation (reseller_id, created_at, id);
  create index tier_evaluation_id_index on tier_evaluation (id);

  alter table tier_evaluation enable row level security;
  create policy tier_evaluation_tenant_policy on tier_evaluation to reachgenie_tenant
    using (reseller_id = current_setting('mikro.tenant.resellerId')::uuid);
  create policy platform on tier_evaluation to reachgenie_platform using (true) with check (true);
  grant select, insert on tier_evaluation to reachgenie_platform;
  grant select on tier_evaluation to reachgenie_tenant;`;

const tierGrace = `
  create table tier_grace (
    reseller_id uuid not null constraint tier_grace_reseller_id_foreign references partner_account (id),
    id uuid not null,
    tier text not null constraint tier_grace_tier_check check (tier in ('SILVER', 'GOLD', 'PLATINUM')),
    began_on date not null,
    until date not null,
    next_warning smallint constraint tier_grace_next_warning_check check (next_warning in (60, 30, 7)),
    ended_at timestamptz(3),
    primary key (reseller_id, id)
  );
  create index tier_grace_id_index on tier_grace (id);
  create unique index tier_grace_open_unique on tier_grace (reseller_id) where ended_at is null;
  create index tier_grace_warning_index on tier_grace (until) where ended_at is null and next_warning is not null;

  alter table tier_grace enable row level security;
  create policy tier_grace_tenant_policy on tier_grace to reachgenie_tenant
    using (reseller_id = current_setting('mikro.tenant.resellerId')::uuid);
  create policy platform on tier_grace to reachgenie_platform using (true) with check (true);
  grant select, insert, update (until, next_warning, ended_at) on tier_grace to reachgenie_platform;
  grant select on tier_grace to reachgenie_tenant;`;

/** The version before writes no assignments. */
const assignments = `
  create function keep_tier_assignment() returns trigger
  language plpgsql security invoker set search_path = public, pg_temp as $$
  begin
    if tg_op = 'INSERT' then
      insert into tier_assignment (reseller_id, id, tier, from_at, reason)
        values (new.id, gen_random_uuid(), new.tier, new.created_at, 'INITIAL');
    else
      perform from tier_assignment where reseller_id = new.id and to_at is null and tier = new.tier;
      if not found then
        update tier_assignment set to_at = greatest(now(), from_at) where reseller_id = new.id and to_at is null;
        insert into tier_assignment (reseller_id, id, tier, from_at, reason)
          values (new.id, gen_random_uuid(), new.tier, now(), 'MANUAL');
      end if;
    end if;
    return null;
  end $$;
  create trigger keep_tier_assignment after insert or update of tier on partner_account
    for each row execute function keep_tier_assignment();

  -- A grace is about one assignment.
  create function end_tier_grace() returns trigger
  language plpgsql security invoker set search_path = public, pg_temp as $$
  begin
    update tier_grace set ended_at = now() where reseller_id = new.reseller_id and ended_at is null;
    return null;
  end $$;
  create trigger end_tier_grace after insert on tier_assignment for each row execute function end_tier_grace();

  create function require_tier_assignment() returns trigger
  language plpgsql security invoker set search_path = public, pg_temp as $$
  declare
    facts jsonb := to_jsonb(new);
    partner uuid := coalesce(facts ->> 'reseller_id', facts ->> 'id');
  begin
    perform from partner_account as account
      join tier_assignment as assignment on assignment.reseller_id = account.id and assignment.to_at is null
      where account.id = partner and assignment.tier = account.tier;
    if not found then
      raise exception 'The tier of a partner is not that of its open assignment.' using errcode = 'RG500';
    end if;
    return null;
  end $$;
  create constraint trigger assigned after insert or update of tier on partner_account deferrable initially deferred
    for each row execute function require_tier_assignment();
  create constraint trigger assigned after insert or update on tier_assignment deferrable initially deferred
    for each row execute function require_tier_assignment();

  -- Like require_audit_event, but the event is about the partner.
  create function require_assignment_event() returns trigger
  language plpgsql security invoker set search_path = public, pg_temp as $$
  begin
    perform from audit_event where chain_id = new.reseller_id and target_id = new.reseller_id
      and transaction_id = pg_current_xact_id() order by occurred_at desc, id desc limit 1;
    if not found then
      raise exception 'A change of % has no audit event.', tg_table_name using errcode = 'RG500';
    end if;
    return null;
  end $$;`;
