import { randomUUID } from 'node:crypto';
import { Socket } from 'node:net';
import type pg from 'pg';
import { DatabaseClient } from './hosts/database.client.ts';

/** Milliseconds. Slower work fails with UNAVAILABLE, so that no connection stays busy forever. */
const LIMITS = { statement_timeout: 10_000, lock_timeout: 5_000, idle_in_transaction_session_timeout: 15_000 };

/** Milliseconds in which PostgreSQL notices a closed connection while it works, and stops its statement. */
const NOTICES_CLOSED = { client_connection_check_interval: 1_000 };
const NEEDED = { ...LIMITS, ...NOTICES_CLOSED };

/** Milliseconds. Detects a frozen server. Must exceed the statement timeout and the pool's idle time. */
const MAX_SILENCE = 12_000;

function impatientSocket(): Socket {
  const socket = new Socket();
  const giveUp = () => socket.destroy(new Error('connection timeout: PostgreSQL is silent'));
  // Not before, because nobody listens to the error of a socket that is never used.
  return socket.once('connect', () => socket.setTimeout(MAX_SILENCE, giveUp));
}

const OPTIONS = { connectionTimeoutMillis: 3_000, keepAlive: true, stream: impatientSocket };

/** Parameters: our name of this statement, and names and milliseconds of the limits. */
const ABOUT_CONNECTION = `select pg_backend_pid() as pid, quote_ident(session_user) as role,
  exists (select from pg_prepared_statements where name = $1) as "keepsNames",
  array(
    select name from unnest($2::text[], $3::int[]) as most (name, ms) join pg_settings using (name)
    where setting::int not between 1 and ms
  ) as "withoutLimit"`;

interface Connection {
  pid: number;
  role: string;
  keepsNames: boolean;
  withoutLimit: (keyof typeof NEEDED)[];
}

/**
 * Connects once, and returns the options of further connections. A pooler passes no limits on, so its login role must
 * have them.
 *
 * @throws Error if a pooler mixes up the prepared statements of its clients, or if the role has no limits behind one
 */
export async function connectionOptions(url: string, setting = 'DATABASE_URL'): Promise<pg.ClientConfig> {
  const client = new DatabaseClient({ connectionString: url, ...OPTIONS });
  await client.connect();
  try {
    const name = `about_${randomUUID()}`;
    const values = [name, Object.keys(NEEDED), Object.values(NEEDED)];
    const { rows } = await client.query<Connection>({ name, text: ABOUT_CONNECTION, values });
    const pooled = rows.filter((connection) => !isDirect(client, connection));
    for (const connection of pooled) requireSupport(connection, setting);
    return pooled.length > 0 ? OPTIONS : { ...OPTIONS, ...LIMITS, options: asOptions(NOTICES_CLOSED) };
  } finally {
    await client.end();
  }
}

/** pg has no field for these. */
const asOptions = (settings: object): string =>
  Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');

/** @throws Error if a pooler is between the client and PostgreSQL */
export async function requireDirect(client: pg.Client, setting: string): Promise<void> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  if (rows.every((connection) => isDirect(client, connection))) return;
  throw new Error(`${setting} leads through a pooler such as pgbouncer: set it to the address of PostgreSQL itself`);
}

/** A pooler answers with a process ID of its own, because its clients change between server connections. */
const isDirect = (client: pg.Client, { pid }: Pick<Connection, 'pid'>): boolean =>
  (client as unknown as { processID: number }).processID === pid;

function requireSupport({ role, keepsNames, withoutLimit }: Connection, setting: string): void {
  if (keepsNames) {
    throw new Error(
      `${setting} leads through a pooler that does not tell the prepared statements of its clients apart: ` +
        'use pgbouncer 1.21 or later, with pool_mode=transaction and max_prepared_statements above 0',
    );
  }
  if (withoutLimit.length === 0) return;
  const missing = withoutLimit.map((name) => `alter role ${role} set ${name} = ${NEEDED[name]};`);
  throw new Error(
    `${setting} leads through a pooler, so its role needs time limits: ` +
      `run this as a superuser, and restart the pooler: ${missing.join(' ')}`,
  );
}
