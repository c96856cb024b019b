import pg from 'pg';
import type { Logger } from 'pino';
import { v7 as uuid } from 'uuid';
import { hashPassword } from '../identity/password.hash.ts';
import { Role } from '../identity/user.entity.ts';
import type { Login } from './announcement.ts';
import { demoRows } from './demo.rows.ts';
import { insertRows } from './row.batch.ts';
import { DAY_MS } from './sample.reviews.ts';

const ADA = { name: 'Ada Winter', email: 'admin@reachgenie.example', password: 'demo-admin-2026' };
/** Two people are needed to see what happens when both decide on the same application. */
const ADMINS = [ADA, { name: "Malik O'Hara", email: 'malik@reachgenie.example', password: 'demo-malik-2026' }];

/** All people of partners who have joined have this one. */
const PARTNER_PASSWORD = 'demo-partner-2026';

/** Who is shown to newcomers. */
export const DEMO_LOGINS: readonly Login[] = [
  ...ADMINS.map((admin) => ({ who: 'admin', email: admin.email, password: admin.password })),
  { who: 'owner of a platinum reseller', email: 'ines.benoit@vantage-strategies.example', password: PARTNER_PASSWORD },
  { who: 'owner of a gold reseller', email: 'priya.dsouza@zephyr-technologies.example', password: PARTNER_PASSWORD },
  { who: 'a member of it', email: 'tom.ashworth@zephyr-technologies.example', password: PARTNER_PASSWORD },
  { who: 'owner of a silver reseller', email: 'renee.washington@kompass-labs.example', password: PARTNER_PASSWORD },
  { who: 'owner of a referral partner', email: 'fenna.bakker@windrose-media.example', password: PARTNER_PASSWORD },
];

/** An address that is kept for examples (RFC 5737). */
const OFFICE = '198.51.100.10';

/** Any number that nothing else locks. */
const ONE_AT_A_TIME = 7_308_324_466;

/**
 * Fills a database that knows neither a user nor an application with those of nine months, up to now; any other one stays as it is.
 * All or nothing. Answers how to sign in, as far as those people are there.
 */
export async function fillWithDemoData(ownerUrl: string, log: Pick<Logger, 'info'>): Promise<Login[]> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [ONE_AT_A_TIME]);
    if (await isEmpty(client)) {
      const started = performance.now();
      await fill(client, new Date());
      log.info(
        { milliseconds: Math.round(performance.now() - started) },
        'the empty database was filled with demo data',
      );
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

async function fill(client: pg.Client, now: Date): Promise<void> {
  const joinedAt = new Date(now.getTime() - 300 * DAY_MS);
  const times = { joinedAt, createdAt: joinedAt, updatedAt: joinedAt };
  const users = await Promise.all(
    ADMINS.map(async ({ name, email, password }) => {
      const id = uuid({ msecs: joinedAt.getTime() });
      const passwordHash = await hashPassword(password);
      return { id, name, email, role: Role.ADMIN, passwordHash, isActive: true, ...times };
    }),
  );
  const admins = users.map(({ id, name, email, role }) => ({
    id,
    name,
    email,
    role,
    resellerId: null,
    address: OFFICE,
  }));
  const passwordHash = await hashPassword(PARTNER_PASSWORD);
  await insertRows(client, 'user_account', users);
  const tables = demoRows({ now, admins, team: ADA.email, passwordHash });
  for (const [table, rows] of Object.entries(tables)) await insertRows(client, table, rows);
}

/** Those who are there. Whether they have changed their password is not found out: what is answered is how it began. */
async function knownLogins(client: pg.Client): Promise<Login[]> {
  const { rows } = await client.query<{ email: string }>(
    'select email from user_account where email = any($1) and is_active',
    [DEMO_LOGINS.map(({ email }) => email)],
  );
  return DEMO_LOGINS.filter(({ email }) => rows.some((row) => row.email === email));
}
