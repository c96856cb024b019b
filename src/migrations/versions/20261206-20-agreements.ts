import { Migration } from '@mikro-orm/migrations';
import { withValues } from '../column.values.ts';

/** Agreements with their versions, and who accepted which one. */
export class Agreements extends Migration {
  override up(): void {
    this.addSql(agreement);
    this.addSql(agreementVersion);
    this.addSql(agreementAcceptance);
    this.addSql(agreementNotice);
    this.addSql(versionsOf);
    this.addSql(gate);
    this.addSql(standing);
    for (const table of ['notification', 'notification_setting']) {
      this.addSql(withValues(table, 'kind', ['AGREEMENT_DUE', 'AGREEMENT_ACCEPTED']));
    }
    this.addSql(withValues('list_export', 'list', ['AGREEMENT_ACCEPTANCES']));
  }
}

const agreement = `
  create table agreement (
    id uuid primary key,
    reseller_id uuid constraint agreement_reseller_id_foreign references partner_account (id),
    title varchar(200) not null,
    partnership_types text[] not null,
    is_required boolean not null,
    created_at timestamptz(3) not null,
    updated_at timestamptz(3) not null,
    constraint agreement_partnership_types_check
      check (partnership_types <@ array['RESELLER'::text, 'REFERRAL'::text, 'TECHNOLOGY'::text]),
    constraint agreement_parties_check check ((reseller_id is null) = (partnership_types <> '{}'))
  );
  create index agreement_created_at_id_index on agreement (created_at, id);
  create index agreement_reseller_id_index on agreement (reseller_id);

  create constraint trigger audited after insert or update on agreement deferrable initially deferred
    for each row execute function require_audit_event();

  alter table agreement enable row level security;
  create policy agreement_tenant_policy on agreement to reachgenie_tenant
    using (reseller_id = current_setting('mikro.tenant.resellerId')::uuid);
  create policy platform on agreement to reachgenie_platform using (true) with check (true);
  grant select, insert, update (updated_at) on agreement to reachgenie_platform;
  grant select on agreement to reachgenie_tenant;`;

/** A published version never changes. Its audit events name the agreement. Partners read their versions by the functions below. */
const agreementVersion = `
  create table agreement_version (
    id uuid primary key,
    agreement_id uuid not null constraint agreement_version_agreement_id_foreign references agreement (id),
    number int not null constraint agreement_version_number_check check (number > 0),
    file_id uuid not null constraint agreement_version_file_id_foreign references stored_file (id),
    sha256 varchar(64) not null constraint agreement_version_sha256_check check (sha256 ~ '^[0-9a-f]{64}$'),
    changes varchar(5000),
    published_at timestamptz(3) not null,
    binding_from timestamptz(3) not null,
    withdrawn_at timestamptz(3),
    countersigned_file_id uuid constraint agreement_version_countersigned_file_id_foreign references stored_file (id),
    constraint agreement_version_number_unique unique (agreement_id, number),
    constraint agreement_version_file_id_unique unique (file_id),
    constraint agreement_version_countersigned_file_id_unique unique (countersigned_file_id),
    constraint agreement_version_binding_check check (binding_from >= published_at and withdrawn_at < binding_from)
  );

  create function keep_agreement_version() returns trigger
  language plpgsql set search_path = public, pg_temp as $$
  begin
    if tg_op = 'DELETE'
      or to_jsonb(old) - '{withdrawn_at,countersigned_file_id}'::text[] <> to_jsonb(new) - '{withdrawn_at,countersigned_file_id}'::text[]
      or old.withdrawn_at is not null and old.withdrawn_at is distinct from new.withdrawn_at
      or old.countersigned_file_id is not null and old.countersigned_file_id is distinct from new.countersigned_file_id then
      raise exception 'A published version of an agreement does not change.' using errcode = 'RG500';
    end if;
    return new;
  end $$;
  create trigger kept before update or delete on agreement_version
    for each row execute function keep_agreement_version();

  grant select, insert, update (withdrawn_at, countersigned_file_id) on agreement_version to reachgenie_platform;`;

/** Proof that others rely on: no role changes or deletes it, and neither does the owner of the database by mistake. */
const agreementAcceptance = `
  create table agreement_acceptance (
    reseller_id uuid not null constraint agreement_acceptance_reseller_id_foreign references partner_account (id),
    id uuid not null,
    version_id uuid not null constraint agreement_acceptance_version_id_foreign references agreement_version (id),
    agreement_title varchar(200) not null,
    version_number int not null,
    user_id uuid not null constraint agreement_acceptance_user_id_foreign references user_account (id),
    name varchar(200) not null,
    title varchar(200) not null,
    sha256 varchar(64) not null,
    ip_address varchar(45) not null,
    user_agent varchar(500),
    accepted_at timestamptz(3) not null,
    primary key (reseller_id, id),
    constraint agreement_acceptance_version_unique unique (reseller_id, version_id)
  );
  create index agreement_acceptance_id_index on agreement_acceptance (id);
  create index agreement_acceptance_version_id_index on agreement_acceptance (version_id);

  create constraint trigger audited after insert on agreement_acceptance deferrable initially deferred
    for each row execute function require_audit_event();

  create function keep_agreement_acceptance() returns trigger
  language plpgsql set search_path = public, pg_temp as $$
  begin
    raise exception 'An acceptance is neither changed nor deleted.' using errcode = 'RG500';
  end $$;
  create trigger kept before update or delete on agreement_acceptance
    for each row execute function keep_agreement_acceptance();

  alter table agreement_acceptance enable row level security;
  create policy agreement_acceptance_tenant_policy on agreement_acceptance to reachgenie_tenant
    using (reseller_id = current_setting('mikro.tenant.resellerId')::uuid);
  create policy platform on agreement_acceptance to reachgenie_platform using (true) with check (true);
  grant select, insert on agreement_acceptance to reachgenie_platform;
  grant select on agreement_acceptance to reachgenie_tenant;`;

/** Emails that an owner got about a version, so that each is sent once. */
const agreementNotice = `
  create table agreement_notice (
    version_id uuid not null constraint agreement_notice_version_id_foreign references agreement_version (id),
    user_id uuid not null constraint agreement_notice_user_id_foreign references user_account (id),
    stage text not null
      constraint agreement_notice_stage_check check (stage in ('PUBLISHED', 'DAYS_30', 'DAYS_7', 'BINDING')),
    created_at timestamptz(3) not null,
    primary key (version_id, user_id, stage)
  );
  create index agreement_notice_user_id_index on agreement_notice (user_id);
  grant select, insert on agreement_notice to reachgenie_platform;`;

const versionsOf = `
  -- The versions of all agreements that concern a partner. is_open: neither withdrawn nor replaced by a later one that binds.
  create function agreement_versions_of(reseller uuid) returns table (id uuid, agreement_id uuid, number int, agreement_title text,
    is_required boolean, is_negotiated boolean, file_id uuid, sha256 text, changes text, published_at timestamptz,
    binding_from timestamptz, withdrawn_at timestamptz, countersigned_file_id uuid, is_open boolean)
  language sql stable set search_path = public, pg_temp as $$
    select version.id, agreement.id, version.number, agreement.title, agreement.is_required, agreement.reseller_id is not null,
      version.file_id, version.sha256, version.changes, version.published_at, version.binding_from, version.withdrawn_at,
      version.countersigned_file_id, version.withdrawn_at is null and not exists (
        select from agreement_version as later where later.agreement_id = agreement.id and later.number > version.number
          and later.withdrawn_at is null and later.binding_from <= now())
    from agreement join agreement_version as version on version.agreement_id = agreement.id
    where agreement.reseller_id = reseller or agreement.reseller_id is null and exists (
      select from partnership where partnership.reseller_id = reseller and partnership_type = any (agreement.partnership_types))
  $$;
  revoke execute on function agreement_versions_of(uuid) from public;
  grant execute on function agreement_versions_of(uuid) to reachgenie_platform;

  -- The same for the current tenant, whose role cannot read versions itself.
  create function own_agreement_versions() returns table (id uuid, agreement_id uuid, number int, agreement_title text,
    is_required boolean, is_negotiated boolean, file_id uuid, sha256 text, changes text, published_at timestamptz,
    binding_from timestamptz, withdrawn_at timestamptz, countersigned_file_id uuid, is_open boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
    select * from agreement_versions_of(current_setting('mikro.tenant.resellerId')::uuid)
  $$;
  revoke execute on function own_agreement_versions() from public;
  grant execute on function own_agreement_versions() to reachgenie_tenant;`;

/** One query, which PostgreSQL plans once a connection. It reads the small table of agreements first. */
const gate = `
  -- What the current tenant must accept before it can begin anything new. Null if nothing.
  create function missing_agreements() returns jsonb
  language plpgsql stable security definer set search_path = public, pg_temp as $$
  declare
    reseller uuid := current_setting('mikro.tenant.resellerId');
    missing jsonb;
  begin
    select jsonb_agg(jsonb_build_object('agreementId', agreement.id, 'versionId', binding.id, 'title', agreement.title)
      order by agreement.created_at, agreement.id) into missing
    from agreement
      join lateral (
        select id, number from agreement_version
        where agreement_id = agreement.id and withdrawn_at is null and binding_from <= now() order by number desc limit 1
      ) as binding on true
    where is_required
      and (agreement.reseller_id = reseller or agreement.reseller_id is null and exists (
        select from partnership where partnership.reseller_id = reseller and partnership_type = any (partnership_types)))
      and not exists (
        select from agreement_version as accepted
          join agreement_acceptance on agreement_acceptance.reseller_id = reseller and version_id = accepted.id
        where accepted.agreement_id = agreement.id and accepted.number >= binding.number and accepted.withdrawn_at is null);
    return missing;
  end $$;
  revoke execute on function missing_agreements() from public;
  grant execute on function missing_agreements() to reachgenie_tenant;

  -- Refuses the transaction then. The detail says why.
  create function require_agreements() returns void
  language plpgsql stable security definer set search_path = public, pg_temp as $$
  declare
    missing jsonb := missing_agreements();
  begin
    if missing is not null then
      raise exception 'An agreement must be accepted first.' using errcode = 'RG428', detail = missing::text;
    end if;
  end $$;
  revoke execute on function require_agreements() from public;
  grant execute on function require_agreements() to reachgenie_tenant;`;

/** A row for each acceptance, and for each open version that an active partner has not accepted yet. */
const standing = `
  create view agreement_standing with (security_invoker) as
  select agreement_acceptance.id, agreement_acceptance.reseller_id, version_id, version.agreement_id, agreement_title, version_number,
    company_name, 'ACCEPTED' as status, binding_from, name, agreement_acceptance.title, agreement_acceptance.sha256, ip_address,
    user_agent, user_id, accepted_at
  from agreement_acceptance
    join agreement_version as version on version.id = version_id
    join partner_account on partner_account.id = agreement_acceptance.reseller_id
  union all
  select md5(version.id::text || partner_account.id)::uuid, partner_account.id, version.id, version.agreement_id, agreement.title,
    version.number, company_name, 'MISSING', binding_from, null, null, version.sha256, null, null, null, null
  from agreement
    join agreement_version as version on version.agreement_id = agreement.id
    join partner_account on is_active and (agreement.reseller_id = partner_account.id or agreement.reseller_id is null and exists (
      select from partnership where partnership.reseller_id = partner_account.id and partnership_type = any (partnership_types)))
  where version.withdrawn_at is null
    and not exists (
      select from agreement_version as later where later.agreement_id = agreement.id and later.number > version.number
        and later.withdrawn_at is null and later.binding_from <= now())
    and not exists (
      select from agreement_version as accepted
        join agreement_acceptance on agreement_acceptance.reseller_id = partner_account.id and version_id = accepted.id
      where accepted.agreement_id = agreement.id and accepted.number >= version.number and accepted.withdrawn_at is null);
  grant select on agreement_standing to reachgenie_platform;`;
