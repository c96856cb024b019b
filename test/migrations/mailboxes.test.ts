import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { v7 as uuid } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { hashPassword } from '../../src/identity/account-security/password.hash.ts';
import { useApi } from '../support/api.ts';
import { cloneDatabase } from '../support/database.ts';
import { whileChanged } from '../support/database.changes.ts';

const PASSWORD = 'correct horse battery';
const RESELLER = uuid();

const api = useApi();

/** The tables' rows, without what a rebuild may change. */
const rowsOf = async (table: string) =>
  (
    await api.rows(
      `select to_jsonb(t) - array['mailbox', 'contact_mailbox', 'mailbox_rank'] as row from ${table} t order by id`,
    )
  ).map(({ row }) => row);

let before: unknown[];
let after: unknown[];

/** Rows of rules without tags: every address is a separate mailbox. */
beforeAll(async () => {
  for (const email of USERS) await insertUser(email);
  for (const [email, type, status] of APPLICATIONS) await insertApplication(email, type, status);
  await insertReseller();
  for (const email of CLIENTS) await insertClient(email);
  before = await allRows();
  await command('rebuild');
  after = await allRows();
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

const CLIENTS = ['kim+a@client.example', 'kim+b@client.example', 'lee@client.example'];

const insertUser = async (email: string) =>
  api.rows(
    `insert into user_account (id, email, name, role, admin_roles, password_hash, joined_at, created_at, updated_at)
     values ($1, $2, 'Ann', 'ADMIN', '{ALL}', $3, now(), now(), now())`,
    [uuid(), email, await hashPassword(PASSWORD)],
  );

const insertApplication = (email: string, type: string, status: string, id = uuid()) =>
  api.rows(
    `insert into partner_application (id, company_name, contact_name, contact_email, motivation, updated_at, status, partnership_type,
       company_size, industry, created_at, decided_at)
     values ($1, 'Acme', 'Ann', $2, 'Growth', now(), $3, $4, '1-10', 'Software', now(),
       case when $3 in ('APPROVED', 'REJECTED') then now() end)`,
    [id, email, status, type],
  );

async function insertReseller() {
  const applicationId = uuid();
  await insertApplication('rita@reseller.example', 'RESELLER', 'APPROVED', applicationId);
  await withoutAudit(
    'partner_account',
    `insert into partner_account (id, partner_id, company_name, admin_email, partnership_type, client_management_enabled, created_at,
       updated_at) values ($1, $2, 'Reseller', 'rita@reseller.example', 'RESELLER', true, now(), now())`,
    [RESELLER, applicationId],
  );
}

const insertClient = (email: string) =>
  withoutAudit(
    'client_account',
    `insert into client_account (id, reseller_id, company_name, contact_name, contact_email, subscription_tier,
       billing_owned_by_reseller, created_at, updated_at) values ($1, $2, 'Client', 'Kim', $3, 'BASIC', true, now(), now())`,
    [uuid(), RESELLER, email],
  );

/** Without the trigger that requires an audit event. */
const withoutAudit = (table: string, sql: string, values: unknown[]) =>
  whileChanged(
    api,
    {
      change: `alter table ${table} disable trigger audited`,
      back: `alter table ${table} enable trigger audited`,
    },
    () => api.rows(sql, values),
  );

const allRows = async () => {
  const rows = [];
  for (const table of TABLES) rows.push(await rowsOf(table));
  return rows;
};
const TABLES = ['user_account', 'partner_application', 'client_account', 'partner_account', 'audit_event'];

const mailboxes = (table: string, address: string, mailbox: string, at: string) =>
  api.rows(
    `select ${address} as address, coalesce(${mailbox}, ${address}) as mailbox, mailbox_rank as rank from ${table}
     where ${address} like '%@' || $1 order by id`,
    [at],
  );
const usersAt = (at: string) => mailboxes('user_account', 'email', 'mailbox', at);
const applicationsAt = (at: string) => mailboxes('partner_application', 'contact_email', 'contact_mailbox', at);
const clientsAt = (at: string) => mailboxes('client_account', 'contact_email', 'contact_mailbox', at);

/** Like an operator with `npm run mailboxes:…`. */
async function command(action: string, url = api.database.ownerUrl): Promise<{ code: number; output: string }> {
  const script = ['--import', '@oxc-node/core/register', 'src/migrations/mailboxes.command.ts', action];
  const environment = { ...process.env, NODE_ENV: 'test', MIGRATION_DATABASE_URL: url };
  try {
    const { stdout } = await promisify(execFile)(process.execPath, script, { env: environment });
    return { code: 0, output: stdout };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
}

test('a rebuild gives a mailbox to its plain address or to the first row, and changes nothing else', async () => {
  expect(after).toEqual(before);
  expect(await usersAt('acme.example')).toEqual([
    { address: 'ann+first@acme.example', mailbox: 'ann@acme.example', rank: 0 },
    { address: 'ann+second@acme.example', mailbox: 'ann@acme.example', rank: 1 },
    { address: 'bob@acme.example', mailbox: 'bob@acme.example', rank: 0 },
    { address: 'bob+x@acme.example', mailbox: 'bob@acme.example', rank: 1 },
    { address: 'cid+x@acme.example', mailbox: 'cid@acme.example', rank: 1 },
    { address: 'cid@acme.example', mailbox: 'cid@acme.example', rank: 0 },
  ]);
  expect(await usersAt('b\u00fccher.example')).toEqual([
    { address: 'eve@b\u00fccher.example', mailbox: 'eve@xn--bcher-kva.example', rank: 0 },
  ]);
  expect((await applicationsAt('acme.example')).map(({ rank }) => rank)).toEqual([0, 1, 0, 0, 0]);
  expect((await clientsAt('client.example')).map(({ rank }) => rank)).toEqual([0, 1, 0]);
});

const SIGN_IN = `mutation ($email: String!, $password: String!) {
  signIn(email: $email, password: $password) { viewer { email } }
}`;

test('every user signs in with the stored address, and the first one also with another spelling', async () => {
  const userOf = async (email: string) => {
    const { data } = await api.ask<{ signIn: { viewer: { email: string } } }>(undefined, SIGN_IN, {
      email,
      password: PASSWORD,
    });
    return data?.signIn.viewer.email;
  };

  for (const email of USERS) expect(await userOf(email.toUpperCase())).toBe(email);
  expect(await userOf('ann+third@acme.example')).toBe('ann+first@acme.example');
  expect(await userOf('eve@xn--bcher-kva.example')).toBe('eve@b\u00fccher.example');
});

test('the report names the rows that share a mailbox, and exits with 1', async () => {
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

test('the next row gets a mailbox that becomes free', async () => {
  for (const email of ['dan+1@free.example', 'dan+2@free.example']) {
    await insertUser(email);
    await insertApplication(email, 'RESELLER', 'PENDING');
    await insertClient(email);
  }
  expect((await command('check')).output).toContain('Rows with a wrong mailbox: 6.');
  expect((await command('rebuild')).output).toContain('Shared mailboxes: 8.');
  await api.rows(`update user_account set is_active = false where email = 'dan+1@free.example'`);
  await api.rows(
    `update partner_application set status = 'REJECTED', decided_at = now() where contact_email = 'dan+1@free.example'`,
  );
  await withoutAudit(
    'client_account',
    `update client_account set subscription_status = 'CANCELED' where contact_email = $1`,
    ['dan+1@free.example'],
  );

  expect((await command('rebuild')).output).toContain('Shared mailboxes: 5.');

  for (const rows of [usersAt, applicationsAt, clientsAt]) {
    expect((await rows('free.example')).at(-1)).toEqual({
      address: 'dan+2@free.example',
      mailbox: 'dan@free.example',
      rank: 0,
    });
  }
});

test('check exits with 0 if all mailboxes are correct and none is shared', async () => {
  const other = await cloneDatabase();
  try {
    expect(await command('check', other.ownerUrl)).toEqual({ code: 0, output: 'No mailbox is shared.\n' });
  } finally {
    await other.close();
  }
});

test('an unknown action is refused with the known ones', async () => {
  expect(await command('mend')).toEqual({ code: 1, output: 'Choose an action: check or rebuild.\n' });
});
