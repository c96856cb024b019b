import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { databaseUrl, PASSWORD, SUPERUSER } from '../../src/dev/embedded.database.ts';
import { asSuperuser } from '../data/cluster.ts';

/** As the peers' programs know it. */
const DATABASE = 'bench';
const ROLE = 'app';

/** The peers' columns that we have too, under the same names. */
const COLUMNS = {
  partner_application: `id, company_name, contact_name, contact_email, contact_phone, website, partnership_type, company_size,
    industry, current_solutions, target_market, motivation, additional_information, status, created_at, updated_at`,
  partner_application_note: 'id, application_id, author_name, note, created_at',
  partner_account: 'id, partner_id, company_name, admin_email, tier, created_at, updated_at',
  client_account: `id, reseller_id, company_name, contact_name, contact_email, contact_phone, subscription_tier,
    subscription_status, billing_owned_by_reseller, created_at, updated_at`,
};
const TABLES = Object.entries(COLUMNS);

/**
 * A database in the same cluster with the peers' own tables and indexes and our rows, so that all answer the same. Made once
 * for each state of both. What an earlier run has written is removed.
 */
export async function preparePeerData(port: number, source: string, schemaFile: string): Promise<void> {
  const schema = readFileSync(schemaFile, 'utf8');
  const code = await asSuperuser(port, 'postgres', async (client) => {
    const { rows } = await client.query<{ name: string; oid: number; code: string | null }>(
      `select datname as name, oid::int, shobj_description(oid, 'pg_database') as code from pg_database
       where datname in ($1, $2)`,
      [source, DATABASE],
    );
    const origin = rows.find(({ name }) => name === source);
    const wanted = createHash('sha256')
      .update(`${schema} ${JSON.stringify(COLUMNS)} ${origin?.oid}`)
      .digest('base64url');
    const found = rows.find(({ name }) => name === DATABASE);
    if (found?.code === wanted) return undefined;
    if (found) await client.query(`drop database ${DATABASE} with (force)`);
    await client.query(`drop role if exists ${ROLE}`);
    await client.query(`create role ${ROLE} login password '${ROLE}'`);
    await client.query(`create database ${DATABASE} owner ${ROLE}`);
    return wanted;
  });
  if (!code) return clean(port);
  console.log('Giving the peers the same data, once …');
  await fill(port, source, schema);
  await asSuperuser(port, DATABASE, (client) => client.query(`comment on database ${DATABASE} is '${code}'`));
}

async function fill(port: number, source: string, schema: string): Promise<void> {
  const statements = schema.split(/;\s*\n/).filter((statement) => statement.trim() !== '');
  const tables = statements.filter((statement) => /create table/.test(statement));
  const made = TABLES.map(([table]) => new RegExp(`insert into ${table}\\s*\\(`));
  const others = statements.filter((each) => !tables.includes(each) && !made.some((own) => own.test(each)));

  await asSuperuser(port, DATABASE, async (client) => {
    const asPeer = async (statement: string) => {
      await client.query(`set role ${ROLE}`);
      await client.query(statement);
      await client.query('reset role');
    };
    for (const statement of tables) await asPeer(statement);
    const { pathname } = new URL(databaseUrl(port, SUPERUSER, source));
    await client.query(`
      create schema source;
      create extension postgres_fdw schema source;
      create server source foreign data wrapper postgres_fdw
        options (host '127.0.0.1', port '${port}', dbname '${pathname.slice(1)}', fetch_size '10000');
      create user mapping for ${SUPERUSER} server source options (user '${SUPERUSER}', password '${PASSWORD}');
      import foreign schema public limit to (${TABLES.map(([table]) => table).join()}) from server source into source;`);
    for (const [table, columns] of TABLES) {
      // Of the peers' own columns that one alone has no default.
      const [extra, value] = table === 'partner_account' ? [', admin_password', `, ''`] : ['', ''];
      await client.query(
        `insert into public.${table} (${columns}${extra}) select ${columns}${value} from source.${table}`,
      );
    }
    await client.query('drop schema source cascade');
    for (const statement of others) {
      if (/^\s*vacuum/.test(statement)) await client.query(statement);
      else await asPeer(statement);
    }
  });
}

async function clean(port: number): Promise<void> {
  await asSuperuser(port, DATABASE, async (client) => {
    await client.query('truncate audit_log');
    const { rowCount: clients } = await client.query(
      `delete from client_account where company_name like 'Bench Client%'`,
    );
    if (clients) await client.query('vacuum analyze client_account');
  });
}
