import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { pino } from 'pino';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startApp, type App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createDatabase, type DatabaseUrls } from '../../src/dev/development.database.ts';
import { hashPassword } from '../../src/identity/password.hash.ts';
import { generateSecretsKeys } from '../../src/core/secrets.ts';
import { generatePrivateKey } from '../../src/identity/signing.keys.ts';
import { createRoles } from '../../src/migrations/database.roles.ts';
import { migrate, migrationsList } from '../../src/migrations/migrate.ts';
import { postTo } from '../support/api.ts';
import { connect, type Connection } from '../support/application-rows.ts';

const PASSWORD = 'correct horse battery';
const RESELLER = uuid();

let urls: DatabaseUrls;
let owner: Connection;
let app: App;

/** The tables' rows by their addresses, without what the migration adds. */
const rowsOf = async (table: string) =>
  (
    await owner.rows(
      `select to_jsonb(t) - array['mailbox', 'contact_mailbox', 'mailbox_rank', 'search', 'second_factor_at', 'version'] as row from ${table} t order by id`,
    )
  ).map(({ row }) => row);

/** A database of the version before, in which several share a mailbox. */
beforeAll(async () => {
  urls = await createDatabase(inject('databasePort'), `test_${uuid().replaceAll('-', '')}`);
  owner = await connect(urls.ownerUrl);
  await owner.rows(createRoles(new URL(urls.loginUrl).username));
  const orm = await MikroORM.init({
    clientUrl: urls.ownerUrl,
    entities: [],
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    migrations: { migrationsList, snapshot: false },
    logger: () => undefined,
  });
  await orm.migrator.up({ to: 'Migration20261128230100' });
  await orm.close();
  const passwordHash = await hashPassword(PASSWORD);
  for (const email of USERS) {
    await owner.rows(
      `insert into user_account (id, email, name, role, password_hash, joined_at, created_at, updated_at)
       values ($1, $2, 'Ann', 'ADMIN', $3, now(), now(), now())`,
      [uuid(), email, passwordHash],
    );
  }
  for (const [email, type, status] of APPLICATIONS) await insertApplication(email, type, status);
  await givenClients();
});

afterAll(async () => {
  await app?.stop();
  await owner.close();
});

const USERS = [
  'ann+first@acme.example',
  'ann+second@acme.example',
  'bob@acme.example',
  'bob+x@acme.example',
  'cid+x@acme.example',
  'cid@acme.example',
  'eve@b\u00fccher.example',
];

const APPLICATIONS = [
  ['ann+1@acme.example', 'RESELLER', 'PENDING'],
  ['ann+2@acme.example', 'RESELLER', 'REVIEWING'],
  ['ann+3@acme.example', 'RESELLER', 'REJECTED'],
  ['ann+4@acme.example', 'REFERRAL', 'PENDING'],
  ['zoe@acme.example', 'RESELLER', 'PENDING'],
] as const;

const insertApplication = (email: string, type: string, status: string) =>
  owner.rows(
    `insert into partner_application (id, company_name, contact_name, contact_email, motivation, updated_at, status, partnership_type,
       company_size, industry, created_at, decided_at)
     values ($1, 'Acme', 'Ann', $2, 'Growth', now(), $3, $4, '1-10', 'Software', now(), case when $3 = 'REJECTED' then now() end)`,
    [uuid(), email, status, type],
  );

async function givenClients() {
  const applicationId = uuid();
  await owner.rows('begin');
  await owner.rows('set constraints all immediate');
  for (const table of ['partner_account', 'client_account'])
    await owner.rows(`alter table ${table} disable trigger audited`);
  await owner.rows(
    `insert into partner_application (id, company_name, contact_name, contact_email, motivation, updated_at, status, partnership_type,
       company_size, industry, created_at, decided_at)
     values ($1, 'Reseller', 'Rita', 'rita@reseller.example', 'Growth', now(), 'APPROVED', 'RESELLER', '1-10', 'Software', now(), now())`,
    [applicationId],
  );
  await owner.rows(
    `insert into partner_account (id, partner_id, company_name, admin_email, partnership_type, client_management_enabled, tier,
       is_active, whitelabel_enabled, version, created_at, updated_at)
     values ($1, $2, 'Reseller', 'rita@reseller.example', 'RESELLER', true, 'SILVER', true, false, 1, now(), now())`,
    [RESELLER, applicationId],
  );
  for (const email of ['kim+a@client.example', 'kim+b@client.example', 'lee@client.example']) {
    await owner.rows(
      `insert into client_account (id, reseller_id, company_name, contact_name, contact_email, subscription_tier, subscription_status,
         billing_owned_by_reseller, version, created_at, updated_at)
       values ($1, $2, 'Client', 'Kim', $3, 'BASIC', 'ACTIVE', true, 1, now(), now())`,
      [uuid(), RESELLER, email],
    );
  }
  for (const table of ['partner_account', 'client_account'])
    await owner.rows(`alter table ${table} enable trigger audited`);
  await owner.rows('commit');
}

const TABLES = ['user_account', 'partner_application', 'client_account', 'partner_account', 'audit_event'];
const allRows = async () => {
  const rows = [];
  for (const table of TABLES) rows.push(await rowsOf(table));
  return rows;
};
const mailboxes = (table: string, address: string, mailbox: string) =>
  owner.rows(
    `select ${address} as address, coalesce(${mailbox}, ${address}) as mailbox, mailbox_rank as rank from ${table} order by id`,
  );

test('migrates, and loses and changes nothing else; the plain address or the first has the mailbox', async () => {
  const before = await allRows();

  await migrate(urls);

  expect(await allRows()).toMatchObject(before); // later migrations may add columns
  expect(await mailboxes('user_account', 'email', 'mailbox')).toEqual([
    { address: 'ann+first@acme.example', mailbox: 'ann@acme.example', rank: 0 },
    { address: 'ann+second@acme.example', mailbox: 'ann@acme.example', rank: 1 },
    { address: 'bob@acme.example', mailbox: 'bob@acme.example', rank: 0 },
    { address: 'bob+x@acme.example', mailbox: 'bob@acme.example', rank: 1 },
    { address: 'cid+x@acme.example', mailbox: 'cid@acme.example', rank: 1 },
    { address: 'cid@acme.example', mailbox: 'cid@acme.example', rank: 0 },
    { address: 'eve@b\u00fccher.example', mailbox: 'eve@xn--bcher-kva.example', rank: 0 },
  ]);
  expect((await mailboxes('partner_application', 'contact_email', 'contact_mailbox')).map(({ rank }) => rank)).toEqual([
    0, 1, 0, 0, 0, 0,
  ]);
  expect((await mailboxes('client_account', 'contact_email', 'contact_mailbox')).map(({ rank }) => rank)).toEqual([
    0, 1, 0,
  ]);
});

const SIGN_IN = `mutation ($email: String!, $password: String!) {
  signIn(email: $email, password: $password) { viewer { email } }
}`;

test('everybody still signs in by the address of before, and by a further spelling whoever was first', async () => {
  const config = readConfig({
    NODE_ENV: 'test',
    PORT: '0',
    WORKER: 'off',
    RATE_LIMIT_SIGN_IN: '1000/second',
    LOG_LEVEL: 'silent',
  });
  app = await startApp({
    config,
    databaseUrl: urls.loginUrl,
    secretsKeys: generateSecretsKeys(),
    privateKey: generatePrivateKey(),
    log: pino({ level: 'silent' }),
  });
  const userOf = async (email: string) => {
    const response = await postTo(app.url ?? '', { query: SIGN_IN, variables: { email, password: PASSWORD } });
    const { data } = (await response.json()) as { data?: { signIn: { viewer: { email: string } } } };
    return data?.signIn.viewer.email;
  };

  for (const email of USERS) expect(await userOf(email.toUpperCase())).toBe(email);
  expect(await userOf('ann+third@acme.example')).toBe('ann+first@acme.example');
  expect(await userOf('eve@xn--bcher-kva.example')).toBe('eve@b\u00fccher.example');
});

/** As an operator would: `npm run mailboxes:…`. */
async function command(action: string): Promise<{ code: number; output: string }> {
  const script = ['--import', '@oxc-node/core/register', 'src/migrations/mailboxes.command.ts', action];
  const environment = { ...process.env, NODE_ENV: 'test', MIGRATION_DATABASE_URL: urls.ownerUrl };
  try {
    const { stdout } = await promisify(execFile)(process.execPath, script, { env: environment });
    return { code: 0, output: stdout };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
}

test('the report names who shares a mailbox, and ends with 1', async () => {
  const { code, output } = await command('check');

  expect(code).toBe(1);
  expect(
    output
      .replaceAll(/ \([\da-f-]{36}\)/g, '')
      .trim()
      .split('\n'),
  ).toEqual([
    'user_account ann@acme.example: ann+first@acme.example, ann+second@acme.example',
    'user_account bob@acme.example: bob@acme.example, bob+x@acme.example',
    'user_account cid@acme.example: cid@acme.example, cid+x@acme.example',
    'partner_application ann@acme.example: ann+1@acme.example, ann+2@acme.example',
    'client_account kim@client.example: kim+a@client.example, kim+b@client.example',
    'Shared mailboxes: 5.',
  ]);
});

test('what a process of the version before writes is mended, and a mailbox that became free goes to the next', async () => {
  await insertApplication('new+x@acme.example', 'RESELLER', 'PENDING');
  expect((await command('check')).output).toContain('Rows with a wrong mailbox: 1.');
  await owner.rows(
    `update user_account set is_active = false where email in ('ann+first@acme.example', 'bob+x@acme.example', 'cid@acme.example')`,
  );
  await owner.rows(
    `update partner_application set status = 'REJECTED', decided_at = now() where contact_email = 'ann+1@acme.example'`,
  );
  await owner.rows('begin');
  await owner.rows('alter table client_account disable trigger audited');
  await owner.rows(
    `update client_account set subscription_status = 'CANCELED' where contact_email = 'kim+a@client.example'`,
  );
  await owner.rows('alter table client_account enable trigger audited');
  await owner.rows('commit');

  expect(await command('rebuild')).toEqual({ code: 0, output: 'No mailbox is shared.\n' });

  expect(await owner.rows('select email from user_account where is_active and mailbox_rank > 0')).toEqual([]);
  expect(
    await owner.rows(`select contact_mailbox from partner_application where contact_email = 'new+x@acme.example'`),
  ).toEqual([{ contact_mailbox: 'new@acme.example' }]);
  expect(await command('check')).toEqual({ code: 0, output: 'No mailbox is shared.\n' });
});

test('an unknown action is refused with what there is', async () => {
  expect(await command('mend')).toEqual({ code: 1, output: 'Say what to do: check or rebuild.\n' });
});
