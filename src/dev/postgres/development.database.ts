import { DatabaseClient } from '../../core/database/hosts/database.client.ts';
import { databaseUrl, PASSWORD, SUPERUSER } from './embedded.database.ts';

const OWNER_ROLE = 'reachgenie_owner';
export const LOGIN_ROLE = 'reachgenie_login';

export interface DatabaseUrls {
  /** Connects as the role that owns and migrates everything. */
  ownerUrl: string;
  /** Connects as the role of the application, which has no permissions itself. */
  loginUrl: string;
}

/**
 * Creates the two roles and a database in an embedded cluster, if they are missing. docs/operations.md shows the same
 * by hand.
 */
export async function createDatabase(port: number, database: string, template?: string): Promise<DatabaseUrls> {
  const client = new DatabaseClient(databaseUrl(port, SUPERUSER, 'postgres'));
  await client.connect();
  try {
    const { rowCount: known } = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (!known) {
      await client.query(createRoles);
      await client.query(`create database ${database} owner ${OWNER_ROLE} ${template ? `template ${template}` : ''}`);
    }
  } finally {
    await client.end();
  }
  return {
    ownerUrl: databaseUrl(port, OWNER_ROLE, database),
    loginUrl: databaseUrl(port, LOGIN_ROLE, database),
  };
}

const createRoles = `
  do $$
  begin
    if not exists (select 1 from pg_roles where rolname = '${OWNER_ROLE}') then
      create role ${OWNER_ROLE} login createrole password '${PASSWORD}';
      create role ${LOGIN_ROLE} login noinherit password '${PASSWORD}';
      alter role ${LOGIN_ROLE} set timezone to 'UTC';
      alter role ${LOGIN_ROLE} set statement_timeout to '10s';
      alter role ${LOGIN_ROLE} set lock_timeout to '5s';
      alter role ${LOGIN_ROLE} set idle_in_transaction_session_timeout to '15s';
      alter role ${LOGIN_ROLE} set client_connection_check_interval to '1s';
    end if;
  end $$`;
