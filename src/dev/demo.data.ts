import pg from 'pg';
import type { Logger } from 'pino';
import { v7 as uuid } from 'uuid';
import { hashPassword } from '../identity/password.hash.ts';
import { Role } from '../identity/user.entity.ts';
import type { Login } from './announcement.ts';
import { demoRows } from './demo.rows.ts';
import { insertRows } from './row.batch.ts';
import { DAY_MS } from './sample.reviews.ts';

const ADMIN = { name: 'Ada Winter', email: 'admin@reachgenie.example', password: 'demo-admin-2026' };
/** Two people are needed to see what happens when both decide on the same application. */
const SECOND_ADMIN = { name: "Malik O'Hara", email: 'malik@reachgenie.example', password: 'demo-malik-2026' };
const ADMINS = [ADMIN, SECOND_ADMIN];

/** Any number that nothing else locks. */
const ONE_AT_A_TIME = 7_308_324_466;

/**
 * Fills a database that knows neither a user nor an application with those of nine months, up to now; any other one stays as it is.
 * All or nothing. Answers how to sign in as the demo admins, as far as they are there.
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
  const users = ADMINS.map(async ({ name, email, password }) => ({
    id: uuid({ msecs: joinedAt.getTime() }),
    email,
    name,
    role: Role.ADMIN,
    passwordHash: await hashPassword(password),
    joinedAt,
    isActive: true,
    createdAt: joinedAt,
    updatedAt: joinedAt,
  }));
  const { applications, history, notes, emails } = demoRows({ now, admins: ADMINS, team: ADMIN.email });
  await insertRows(client, 'partner_application', applications);
  await insertRows(client, 'partner_application_status_change', history);
  await insertRows(client, 'partner_application_note', notes);
  await insertRows(client, 'email_message', emails);
  await insertRows(client, 'user_account', await Promise.all(users));
}

/** A demo admin whose password was changed is not found out: what is answered is how it began. */
async function knownLogins(client: pg.Client): Promise<Login[]> {
  const { rows } = await client.query<{ email: string }>('select email from user_account where email = any($1)', [
    ADMINS.map(({ email }) => email),
  ]);
  return ADMINS.filter(({ email }) => rows.some((row) => row.email === email)).map(({ email, password }) => ({
    who: 'admin',
    email,
    password,
  }));
}
