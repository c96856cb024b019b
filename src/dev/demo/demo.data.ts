import { Readable } from 'node:stream';
import type pg from 'pg';
import type { Logger } from 'pino';
import { v7 as uuid } from 'uuid';
import { DatabaseClient } from '../../core/database/hosts/database.client.ts';
import type { FileStorage } from '../../files/storage/file.storage.ts';
import { hashPassword } from '../../identity/account-security/password.hash.ts';
import { AdminRole, Role } from '../../identity/users/user.entity.ts';
import type { Login } from '../announcement.ts';
import { demoRows } from './demo.rows.ts';
import { insertRows } from './row.batch.ts';
import { DAY_MS } from './samples/sample.reviews.ts';

const { REVIEW, PARTNERS, FINANCE, ALL } = AdminRole;
const ADA = {
  who: 'admin: full access',
  name: 'Ada Winter',
  email: 'admin@reachgenie.example',
  password: 'demo-admin-2026',
  adminRoles: [ALL],
};
/** Two admins let you see conflicting decisions on the same application. */
const DECIDING = [
  ADA,
  {
    who: 'admin: reviewer, partners',
    name: "Malik O'Hara",
    email: 'malik@reachgenie.example',
    password: 'demo-malik-2026',
    adminRoles: [REVIEW, PARTNERS],
  },
];
const ADMINS = [
  ...DECIDING,
  {
    who: 'admin: reviewer',
    name: 'Rita Stone',
    email: 'rita@reachgenie.example',
    password: 'demo-rita-2026',
    adminRoles: [REVIEW],
  },
  {
    who: 'admin: partners',
    name: 'Paula Reyes',
    email: 'paula@reachgenie.example',
    password: 'demo-paula-2026',
    adminRoles: [PARTNERS],
  },
  {
    who: 'admin: finance',
    name: 'Felix Sommer',
    email: 'felix@reachgenie.example',
    password: 'demo-felix-2026',
    adminRoles: [FINANCE],
  },
];

/** Password of all partners' users who have joined. */
const PARTNER_PASSWORD = 'demo-partner-2026';

/** Logins that the start message shows. */
export const DEMO_LOGINS: readonly Login[] = [
  ...ADMINS.map(({ who, email, password }) => ({ who, email, password })),
  { who: 'owner of a platinum reseller', email: 'ines.benoit@vantage-strategies.example', password: PARTNER_PASSWORD },
  { who: 'owner of a gold reseller', email: 'priya.dsouza@zephyr-technologies.example', password: PARTNER_PASSWORD },
  { who: 'member of the same partner', email: 'tom.ashworth@zephyr-technologies.example', password: PARTNER_PASSWORD },
  {
    who: 'billing user of the same partner',
    email: 'nadia.khan@zephyr-technologies.example',
    password: PARTNER_PASSWORD,
  },
  {
    who: 'read-only user of the same partner',
    email: 'leo.marsh@zephyr-technologies.example',
    password: PARTNER_PASSWORD,
  },
  { who: 'owner of a silver reseller', email: 'renee.washington@kompass-labs.example', password: PARTNER_PASSWORD },
  { who: 'owner of a referral partner', email: 'fenna.bakker@windrose-media.example', password: PARTNER_PASSWORD },
];

/** A documentation address (RFC 5737). */
const OFFICE = '198.51.100.10';

/** An arbitrary number that nothing else locks. */
const ONE_AT_A_TIME = 7_308_324_466;

/**
 * Fills a database without users and applications with nine months of data, up to now, all or nothing. Leaves any
 * other database as it is. Without a storage, files have no bytes. Returns the logins whose users exist.
 */
export async function fillWithDemoData(
  ownerUrl: string,
  log: Pick<Logger, 'info'>,
  publicUrl = 'http://localhost:4000',
  storage?: FileStorage,
): Promise<Login[]> {
  const client = new DatabaseClient(ownerUrl);
  await client.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [ONE_AT_A_TIME]);
    if (await isEmpty(client)) {
      const started = performance.now();
      const contents = await fill(client, new Date(), publicUrl);
      for (const [id, bytes] of contents) await storage?.write(id, Readable.from([bytes]), bytes.length);
      log.info({ milliseconds: Math.round(performance.now() - started) }, 'demo data added to the empty database');
    }
    const logins = await knownLogins(client);
    await client.query('commit');
    return logins;
  } finally {
    await client.end();
  }
}

async function isEmpty(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query(
    'select 1 where exists (select from user_account) or exists (select from partner_application)',
  );
  return rowCount === 0;
}

async function fill(client: pg.Client, now: Date, publicUrl: string): Promise<ReadonlyMap<string, Buffer>> {
  const joinedAt = new Date(now.getTime() - 300 * DAY_MS);
  const times = { joinedAt, createdAt: joinedAt, updatedAt: joinedAt };
  const users = await Promise.all(
    ADMINS.map(async ({ name, email, password, adminRoles }) => {
      const id = uuid({ msecs: joinedAt.getTime() });
      const passwordHash = await hashPassword(password);
      return { id, name, email, role: Role.ADMIN, adminRoles, passwordHash, isActive: true, ...times };
    }),
  );
  const admins = users.slice(0, DECIDING.length).map(({ id, name, email, role }) => ({
    id,
    name,
    email,
    role,
    resellerId: null,
    address: OFFICE,
  }));
  const passwordHash = await hashPassword(PARTNER_PASSWORD);
  await insertRows(client, 'user_account', users);
  const contents = new Map<string, Buffer>();
  const tables = demoRows({ now, admins, team: ADA.email, passwordHash, publicUrl, contents });
  for (const [table, rows] of Object.entries(tables)) {
    // A trigger has added the first assignment of each partner, with its last tier.
    if (table === 'tier_assignment') await client.query('delete from tier_assignment');
    await insertRows(client, table, rows);
  }
  return contents;
}

/** Returns the logins whose users exist, with their initial passwords. Users may have changed them since. */
async function knownLogins(client: pg.Client): Promise<Login[]> {
  const { rows } = await client.query<{ email: string }>(
    'select email from user_account where email = any($1) and is_active',
    [DEMO_LOGINS.map(({ email }) => email)],
  );
  return DEMO_LOGINS.filter(({ email }) => rows.some((row) => row.email === email));
}
