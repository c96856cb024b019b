import { Migration } from '@mikro-orm/migrations';

/** Uploaded files, and the links that download them. Their bytes are not in the database. */
export class Files extends Migration {
  override up(): void {
    this.addSql(storedFile);
    this.addSql(finality);
    this.addSql(fileLink);
  }
}

const policies = (table: string) => `
  alter table ${table} enable row level security;
  create policy ${table}_tenant_policy on ${table} to reachgenie_tenant
    using (reseller_id = current_setting('mikro.tenant.resellerId')::uuid);
  create policy platform on ${table} to reachgenie_platform using (true) with check (true);`;

/** The upload and its check are no actions of a user. The object that claims a file has its own audit event. */
const storedFile = `
  create table stored_file (
    id uuid primary key,
    reseller_id uuid constraint stored_file_reseller_id_foreign references partner_account (id),
    purpose text not null constraint stored_file_purpose_check check (purpose in ('RESOURCE', 'AGREEMENT', 'LOGO')),
    name varchar(200) not null,
    content_type varchar(100) not null,
    bytes int not null constraint stored_file_bytes_check check (bytes > 0),
    sha256 varchar(64),
    state text not null default 'PENDING'
      constraint stored_file_state_check check (state in ('PENDING', 'CHECKING', 'READY', 'REFUSED')),
    refusal text constraint stored_file_refusal_check check (refusal in ('TOO_LARGE', 'INCOMPLETE', 'WRONG_TYPE', 'DAMAGED',
      'SECOND_TYPE', 'ACTIVE_CONTENT', 'NOT_CHECKABLE', 'DIMENSIONS')),
    created_by uuid not null constraint stored_file_created_by_foreign references user_account (id),
    credential varchar(100) not null,
    upload_started_at timestamptz(3),
    claimed_at timestamptz(3),
    created_at timestamptz(3) not null,
    constraint stored_file_refused_check check ((state = 'REFUSED') = (refusal is not null)),
    constraint stored_file_hash_check check (state = 'PENDING' or state = 'REFUSED' or sha256 is not null),
    constraint stored_file_claim_check check (claimed_at is null or state = 'READY')
  );
  create index stored_file_created_at_id_index on stored_file (created_at, id);
  create index stored_file_reseller_id_created_at_id_index on stored_file (reseller_id, created_at, id);
  create index stored_file_checking_index on stored_file (id) where state = 'CHECKING';
  create index stored_file_unused_index on stored_file (created_by, created_at) where claimed_at is null;

  create constraint trigger audited after insert or update on stored_file deferrable initially deferred
    for each row execute function require_audit_event('state', 'refusal', 'sha256', 'bytes', 'upload_started_at', 'claimed_at');
  ${policies('stored_file')}
  grant select, insert, delete, update (state, refusal, sha256, bytes, upload_started_at, claimed_at) on stored_file
    to reachgenie_platform;
  grant select, insert, update (claimed_at) on stored_file to reachgenie_tenant;`;

const finality = `
  -- What has passed or failed the checks stays as it is, is used once, and is not deleted once it is used.
  create function keep_stored_file() returns trigger
  language plpgsql set search_path = public, pg_temp as $$
  begin
    if old.claimed_at is not null then
      raise exception 'A file in use does not change.' using errcode = 'RG500';
    end if;
    if tg_op = 'UPDATE' and old.state in ('READY', 'REFUSED') and to_jsonb(old) - 'claimed_at' <> to_jsonb(new) - 'claimed_at' then
      raise exception 'A checked file does not change.' using errcode = 'RG500';
    end if;
    return coalesce(new, old);
  end $$;
  create trigger stored_file_final before update or delete on stored_file
    for each row execute function keep_stored_file();`;

const fileLink = `
  create table file_link (
    id uuid primary key,
    reseller_id uuid constraint file_link_reseller_id_foreign references partner_account (id),
    file_id uuid not null constraint file_link_file_id_foreign references stored_file (id) on delete cascade,
    gate varchar(60) not null,
    subject_id uuid not null,
    credential varchar(100) not null,
    created_at timestamptz(3) not null,
    expires_at timestamptz(3) not null
  );
  create index file_link_file_id_index on file_link (file_id);
  create index file_link_expires_at_index on file_link (expires_at);
  ${policies('file_link')}
  grant select, insert, delete on file_link to reachgenie_platform;
  grant select on file_link to reachgenie_tenant;`;
