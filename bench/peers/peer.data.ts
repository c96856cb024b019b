import { createHash } from 'node:crypto';
import type pg from 'pg';
import { asSuperuser } from '../data/cluster.ts';

/** In the product's database, so that it is removed when the data is created again. */
export const SCHEMA = 'peers';

/** Tables for these operations only, with the product's column names. */
const TABLES = `
  create table partner_application (
    id uuid primary key default uuidv7(),
    company_name text not null, contact_name text not null, contact_email text not null, contact_phone text, website text,
    partnership_type text not null, company_size text not null, industry text not null, current_solutions text,
    target_market text, motivation text not null, additional_information text, status text not null default 'PENDING',
    created_at timestamptz(3) not null default now(), updated_at timestamptz(3) not null default now(),
    search text generated always as (lower(company_name || ' ' || contact_name || ' ' || contact_email)) stored
  );
  create table partner_application_note (
    id uuid primary key default uuidv7(), application_id uuid not null references partner_application,
    author_name text not null, note text not null, created_at timestamptz(3) not null default now()
  );
  create table partner_account (id uuid primary key, company_name text not null, admin_email text not null);
  create table user_account (id uuid primary key, email text not null, name text not null, role text not null);
  create table client_account (
    id uuid primary key default uuidv7(), reseller_id uuid not null references partner_account,
    company_name text not null, contact_name text not null, contact_email text not null, contact_phone text,
    subscription_tier text not null, subscription_status text not null default 'ACTIVE',
    billing_owned_by_reseller boolean not null default true,
    created_at timestamptz(3) not null default now(), updated_at timestamptz(3) not null default now()
  );
  create table audit_log (
    id uuid primary key default uuidv7(), actor_id uuid not null, action text not null, entity_type text not null,
    entity_id uuid not null, detail jsonb not null default '{}', created_at timestamptz(3) not null default now()
  );
  create table application_stat (
    status text not null, partnership_type text not null, count bigint not null, primary key (status, partnership_type)
  );`;

const INDEXES = `
  create index on partner_application (status, created_at desc, id desc);
  create index on partner_application (created_at desc, id desc);
  create index on partner_application using gin (search public.gin_trgm_ops);
  create index on partner_application_note (application_id, created_at);
  create index on client_account (reseller_id, created_at desc, id desc);
  create index on audit_log (entity_type, entity_id, created_at);`;

/** Tables with the product's rows. The others are the peers' own. */
const COPIED = ['partner_application', 'partner_application_note', 'partner_account', 'user_account', 'client_account'];

const CODE = createHash('sha256').update(`${TABLES}${INDEXES}${COPIED.join()}`).digest('base64url');

/** Creates the peers' tables with the product's rows. Removes rows of earlier runs. */
export function preparePeerData(port: number, database: string): Promise<void> {
  return asSuperuser(port, database, async (client) => {
    const { rows } = await client.query<{ code: string | null }>(
      `select obj_description(to_regnamespace($1), 'pg_namespace') as code`,
      [SCHEMA],
    );
    if (rows[0]?.code === CODE) return clean(client);
    console.log('Giving the peers the same data …');
    await fill(client);
    // Comes last: a schema without this comment is unfinished.
    await client.query(`comment on schema ${SCHEMA} is '${CODE}'`);
  });
}

async function fill(client: pg.Client): Promise<void> {
  await client.query(`
    drop schema if exists ${SCHEMA} cascade;
    create schema ${SCHEMA};
    set search_path = ${SCHEMA};
    ${TABLES}`);
  for (const table of COPIED) {
    const { rows } = await client.query<{ columns: string }>(
      `select string_agg(attname, ', ' order by attnum) as columns from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and attgenerated = ''`,
      [table],
    );
    const columns = rows[0]?.columns;
    await client.query(`insert into ${table} (${columns}) select ${columns} from public.${table}`);
  }
  await client.query(`
    insert into application_stat select status, partnership_type, count(*) from partner_application group by 1, 2;
    ${INDEXES}
    grant usage on schema ${SCHEMA} to public;
    grant all on all tables in schema ${SCHEMA} to public`);
  await client.query('vacuum analyze');
}

async function clean(client: pg.Client): Promise<void> {
  await client.query(`truncate ${SCHEMA}.audit_log`);
  const { rowCount: clients } = await client.query(
    `delete from ${SCHEMA}.client_account where company_name like 'Bench Client%'`,
  );
  if (clients) await client.query(`vacuum analyze ${SCHEMA}.client_account`);
}
