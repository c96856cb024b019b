import pg from 'pg';

type Rows = (sql: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

/** One of several connections to a database. `rows` fails instead of waiting for another connection's lock. */
export interface Connection {
  rows: Rows;
  close(): Promise<void>;
}

export async function connect(url: string): Promise<Connection> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(`set lock_timeout = '2s'`);
  return { rows: async (sql, values) => (await client.query(sql, values)).rows, close: () => client.end() };
}

/** The counted properties of an application. `created` and `decided` are any time that PostgreSQL can read. */
export interface ApplicationRow {
  status?: string;
  type?: string;
  size?: string;
  industry?: string;
  created?: string;
  decided?: string;
  /** When the applicant withdrew. The status is then REJECTED, and there is no decision. */
  withdrawn?: string;
  /** ID of a user. Unassigned if omitted. */
  assignee?: string | undefined;
}

/** Inserts applications in one statement, past the rules of the product. */
export async function insertApplications(rows: Rows, applications: ApplicationRow[]): Promise<void> {
  await rows(
    `insert into partner_application (id, company_name, contact_name, contact_email, motivation, updated_at,
       status, partnership_type, company_size, industry, created_at, decided_at, withdrawn_at, assignee_id)
     select gen_random_uuid(), 'Company', 'Contact', gen_random_uuid() || '@company.example', 'Growth', now(),
       coalesce(status, 'PENDING'), coalesce(type, 'RESELLER'), coalesce(size, '1-10'), coalesce(industry, 'Software'),
       coalesce(created, now()), decided, withdrawn, assignee
     from jsonb_to_recordset($1) as given (
       status text, type text, size text, industry text, created timestamptz(3), decided timestamptz(3),
       withdrawn timestamptz(3), assignee uuid)`,
    [JSON.stringify(applications)],
  );
}

/** Repeatable numbers from 0 to below `limit`. */
export function chance(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * limit);
  };
}

const TYPES = ['RESELLER', 'REFERRAL', 'TECHNOLOGY'];
const SIZES = ['1-10', '11-50', '51-200', '201-500', '501+'];
const STATUSES = ['PENDING', 'REVIEWING', 'APPROVED', 'REJECTED'];
const INDUSTRIES = ['Software', 'Retail', 'software', 'Äpfel', 'Zoo'];

/** Inserts users as assignees. Also works in a database from before admins had roles. @returns their IDs */
export async function insertAssignees(rows: Rows, count: number): Promise<string[]> {
  const hasRoles = await rows(`select from information_schema.columns where column_name = 'admin_roles'`);
  const [column, value] = hasRoles.length > 0 ? [', admin_roles', `, '{ALL}'`] : ['', ''];
  const users = await rows(
    `insert into user_account (id, email, name, role, created_at, updated_at${column})
     select gen_random_uuid(), gen_random_uuid() || '@reachgenie.example', 'Admin', 'ADMIN', now(), now()${value}
     from generate_series(1, $1) returning id`,
    [count],
  );
  return users.map(({ id }) => String(id));
}

/**
 * Returns an application within `days` days from `first`. A decision comes up to five days later, and so does a
 * withdrawal, which replaces one in four rejections. Every second application has an assignee.
 */
export function someApplication(
  random: (limit: number) => number,
  first: string,
  days: number,
  assignees: string[] = [],
): ApplicationRow {
  const pick = (values: string[]) => values[random(values.length)] ?? '';
  const created = Date.parse(first) + random(days * 86_400) * 1000 + random(1000);
  const status = pick(STATUSES);
  const isClosed = status === 'APPROVED' || status === 'REJECTED';
  const closed = isClosed && new Date(created + random(5 * 86_400) * 1000 + random(1000)).toISOString();
  const isWithdrawn = status === 'REJECTED' && random(4) === 0;
  return {
    status,
    type: pick(TYPES),
    size: pick(SIZES),
    industry: pick(INDUSTRIES),
    assignee: assignees[random(2 * assignees.length)],
    created: new Date(created).toISOString(),
    ...(closed ? { [isWithdrawn ? 'withdrawn' : 'decided']: closed } : {}),
  };
}
