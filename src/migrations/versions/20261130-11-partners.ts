import { Migration } from '@mikro-orm/migrations';

/** The partnerships of a partner account: decision 38. */
export class Partners extends Migration {
  override up(): void {
    this.addSql(partnership);
    this.addSql(managesClients);
    this.addSql(firstPartnership);
    this.addSql(renewClaims);
    this.addSql(audited);
  }
}

const partnership = `
  -- Here, because applications have users as assignees, and users belong to a partner account.
  alter table partner_account
    add constraint partner_account_partner_id_foreign foreign key (partner_id) references partner_application (id);

  create table partnership (
    application_id uuid primary key
      constraint partnership_application_id_foreign references partner_application (id),
    reseller_id uuid not null constraint partnership_reseller_id_foreign references partner_account (id),
    partnership_type text not null
      constraint partnership_partnership_type_check check (partnership_type in ('RESELLER', 'REFERRAL', 'TECHNOLOGY')),
    created_at timestamptz(3) not null,
    constraint partnership_reseller_id_partnership_type_unique unique (reseller_id, partnership_type)
  );

  alter table partnership enable row level security;
  create policy partnership_tenant_policy on partnership
    using (reseller_id = current_setting('mikro.tenant.resellerId')::uuid);
  create policy platform on partnership to reachgenie_platform using (true) with check (true);
  grant select, insert on partnership to reachgenie_platform;
  grant select on partnership to reachgenie_tenant;`;

/** For require_caller. */
const managesClients = `
  create function manages_clients(account uuid) returns boolean language sql stable as $$
    select client_management_enabled and exists (select from public.partnership
      where partnership.reseller_id = partner_account.id and partnership.partnership_type = 'RESELLER')
    from public.partner_account where id = account
  $$;`;

const firstPartnership = `
  -- The account states its first partnership: this row comes and changes with it.
  create function keep_first_partnership() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if tg_op = 'INSERT' then
      insert into partnership (application_id, reseller_id, partnership_type, created_at)
        values (new.partner_id, new.id, new.partnership_type, new.created_at);
    else
      update partnership set partnership_type = new.partnership_type where application_id = new.partner_id;
    end if;
    return null;
  end $$;
  create trigger first_partnership after insert or update of partnership_type on partner_account
    for each row execute function keep_first_partnership();`;

const renewClaims = `
  -- Access tokens say if their user manages clients, and only the users of a reseller do.
  create function renew_claims_of_partner() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if 'RESELLER' in (old.partnership_type, new.partnership_type) then
      update user_session set version = version + 1 where revoked_at is null
        and user_id in (select id from user_account where reseller_id in (old.reseller_id, new.reseller_id));
    end if;
    return null;
  end $$;
  create trigger renew_claims after insert or update or delete on partnership
    for each row execute function renew_claims_of_partner();`;

const audited = `
  -- Like require_audit_event, but the event is about the account, whose own event also covers the first partnership.
  create function require_partnership_event() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform from partner_account where id = new.reseller_id and partner_id = new.application_id;
    if found then
      return null;
    end if;
    perform from audit_event where target_id = new.reseller_id and action = 'partner.partnership_added'
      and transaction_id = pg_current_xact_id()
      order by occurred_at desc, id desc limit 1;
    if not found then
      raise exception 'A change of % has no audit event.', tg_table_name using errcode = 'RG500';
    end if;
    return null;
  end $$;
  create constraint trigger audited after insert or update on partnership deferrable initially deferred
    for each row execute function require_partnership_event();`;
