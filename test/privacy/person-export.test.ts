import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { personalTables } from '../../src/privacy/personal.tables.ts';
import { useApi } from '../support/api.ts';
import { givenKey } from '../support/given/api-keys.ts';
import { givenSubmission } from '../support/given/applications.ts';
import { givenClient } from '../support/given/client-accounts.ts';
import { givenPartner } from '../support/given/partners.ts';
import { runCommand } from '../support/processes/commands.ts';

const api = useApi();

const SCRIPT = 'src/privacy/person.export.command.ts';

interface Exported {
  addresses: string[];
  tables: Record<string, Record<string, unknown>[]>;
}

async function exportOf(address: string): Promise<Exported> {
  const { code, stdout, stderr } = await runCommand(SCRIPT, api.database, address);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as Exported;
}

test('has all that is stored about an address, over all tenants, and nothing about others', async () => {
  const partner = await givenPartner(api);
  const other = await givenPartner(api);
  await givenKey(api, partner.actor, { name: 'Zoë’s laptop' });
  const client = await givenClient(api, other.actor, { contactEmail: partner.email, contactName: 'Zoë Client' });
  await givenClient(api, other.actor, { contactEmail: `x${partner.email}` });
  const [name = '', domain = ''] = partner.email.split('@');

  const { addresses, tables } = await exportOf(`${name.toUpperCase()}+anything@${domain}`);

  expect(addresses).toContain(partner.email);
  const rowsIn = (table: string) => tables[table] ?? [];
  expect(rowsIn('user_account')).toMatchObject([{ id: partner.ownerId, email: partner.email, name: 'Olive Owner' }]);
  expect(rowsIn('partner_application')).toMatchObject([{ id: partner.applicationId, contact_name: 'Zoë Hart' }]);
  expect(rowsIn('partner_account')).toMatchObject([{ id: partner.resellerId, admin_email: partner.email }]);
  expect(rowsIn('client_account')).toMatchObject([{ id: client.id, contact_name: 'Zoë Client' }]);
  expect(rowsIn('api_key')).toMatchObject([{ name: 'Zoë’s laptop' }]);
  expect(rowsIn('user_session')).toMatchObject([{ user_id: partner.ownerId }]);
  expect(rowsIn('email_message').map(({ template }) => template)).toEqual(
    expect.arrayContaining(['application.received', 'user.invited', 'application.status_changed']),
  );
  expect(rowsIn('audit_event').map(({ action }) => action)).toEqual(
    expect.arrayContaining(['session.started', 'api_key.created', 'client.created']),
  );
  expect(JSON.stringify(tables)).not.toMatch(new RegExp(`x${name}|hash|secret|"search"`));
});

test('has nothing about an unknown address', async () => {
  await givenSubmission(api);

  const { tables } = await exportOf('nobody@nowhere.example');

  expect(Object.values(tables).flat()).toEqual([]);
});

test('writes a file that only its owner can read, also over one that others could', async () => {
  const partner = await givenPartner(api);
  const folder = await mkdtemp(join(tmpdir(), 'person-export-'));
  const output = join(folder, 'zoe.json');
  await writeFile(output, 'everyone can read this', { mode: 0o644 });

  const { code, stdout } = await runCommand(SCRIPT, api.database, partner.email, '--output', output);

  expect([code, stdout]).toEqual([0, '']);
  expect((JSON.parse(await readFile(output, 'utf8')) as Exported).addresses).toEqual([partner.email]);
  expect((await stat(output)).mode & 0o777).toBe(0o600);
  await rm(folder, { recursive: true });
});

test('refuses anything but one address', async () => {
  for (const given of [[], ['zoe'], ['a@b.co', 'c@d.co']]) {
    expect(await runCommand(SCRIPT, api.database, ...given)).toEqual({
      code: 1,
      stdout: '',
      stderr: 'Give one email address.\n',
    });
  }
});

/** Counters, chains, the schema and its operation. Partnerships, webhook endpoints, receipts and onboarding plans name no person. */
const OTHERS =
  /^(mikro_orm_migrations|required_migration|backup_run|outbound_pause|audit_chain|audit_verification|event_consumer|event_cursor|partnership|webhook_endpoint|file_link|agreement|agreement_version|application_receipt|onboarding_plan|scheduled_round|tier_evaluation|tier_grace|partner_application_(\w+_)?(count|delta|activity))$/;

test('no table is forgotten', async () => {
  const rows = await api.rows(
    `select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const tables = rows.map(({ table_name: name }) => String(name)).filter((name) => !OTHERS.test(name));

  expect(tables.sort()).toEqual(
    personalTables
      .map(({ table }) => table)
      .filter((name) => !name.includes('.'))
      .sort(),
  );
});
