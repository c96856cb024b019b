import { pino } from 'pino';
import { v7 as uuid } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { DEMO_LOGINS, fillWithDemoData } from '../../src/dev/demo/demo.data.ts';
import { demoRows } from '../../src/dev/demo/demo.rows.ts';
import { signIn, useApi, type Actor } from '../support/api.ts';
import { accept, createAgreement, publish, type Version } from '../support/given/agreements.ts';
import { askAsClientApp, exchange, givenAccess } from '../support/given/callers/client-access.ts';
import { changeSubscription, givenClient, update } from '../support/given/client-accounts.ts';
import { createKey } from '../support/given/api-keys.ts';
import { withdraw } from '../support/given/callers/applicants.ts';
import { changeStatus, givenApplication, givenSubmission } from '../support/given/applications.ts';
import { runCommand } from '../support/processes/commands.ts';
import { acceptInvitation } from '../support/given/partners.ts';
import { givenEndpoint } from '../support/given/webhooks.ts';
import { decideChange, givenChange } from '../support/given/companies.ts';
import { savePlan, setStep } from '../support/given/onboarding.ts';
import { inviteMember } from '../support/given/people.ts';

const api = useApi();

beforeAll(async () => {
  // Not truncate … cascade, which would empty all tables that name an admin, such as the terms of the tiers.
  await api.rows('delete from user_session');
  await api.rows('delete from user_account');
  await fillWithDemoData(api.database.ownerUrl, pino({ level: 'silent' }));
});

const loginOf = (who: string): Promise<Actor> =>
  signIn(api, DEMO_LOGINS.find((login) => login.who === who) ?? expect.fail(`Nobody is ${who}.`));

test('shows logins of existing users', async () => {
  const found = [];
  for (const { who, ...login } of DEMO_LOGINS) {
    const viewer =
      'viewer { role adminRoles partnerRole partnerAccount { tier partnershipType clientManagementEnabled } }';
    const { data } = await api.ask<{ viewer: object }>(await signIn(api, login), `{ ${viewer} }`);
    found.push([who, data?.viewer]);
  }

  const reseller = { partnershipType: 'RESELLER', clientManagementEnabled: true };
  const referral = { tier: 'SILVER', partnershipType: 'REFERRAL', clientManagementEnabled: false };
  const of = (partnerRole: string, partnerAccount: object) => ({
    role: 'PARTNER',
    adminRoles: null,
    partnerRole,
    partnerAccount,
  });
  const admin = (...adminRoles: string[]) => ({ role: 'ADMIN', adminRoles, partnerRole: null, partnerAccount: null });
  expect(found).toEqual([
    ['admin: full access', admin('ALL')],
    ['admin: reviewer, partners', admin('REVIEW', 'PARTNERS')],
    ['admin: reviewer', admin('REVIEW')],
    ['admin: partners', admin('PARTNERS')],
    ['admin: finance', admin('FINANCE')],
    ['owner of a platinum reseller', of('OWNER', { tier: 'PLATINUM', ...reseller })],
    ['owner of a gold reseller', of('OWNER', { tier: 'GOLD', ...reseller })],
    ['member of the same partner', of('MEMBER', { tier: 'GOLD', ...reseller })],
    ['billing user of the same partner', of('BILLING', { tier: 'GOLD', ...reseller })],
    ['read-only user of the same partner', of('READ_ONLY', { tier: 'GOLD', ...reseller })],
    ['owner of a silver reseller', of('OWNER', { tier: 'SILVER', ...reseller })],
    ['owner of a referral partner', of('OWNER', referral)],
  ]);
});

test.each([
  { tier: 'platinum', roles: ['OWNER', 'MEMBER'] },
  { tier: 'gold', roles: ['OWNER', 'MEMBER', 'BILLING', 'READ_ONLY'] },
  { tier: 'silver', roles: ['OWNER', 'MEMBER'] },
])('a $tier reseller has a team, and dozens of clients in every status', async ({ tier, roles }) => {
  const count = (status: string) =>
    `${status}: clientAccounts(filter: { status: ${status} }) { pageInfo { totalItems } }`;
  const query = `{ ${['ACTIVE', 'SUSPENDED', 'CANCELED'].map(count).join(' ')}
    members { items { partnerRole joinedAt } } clientAccessSessions(limit: 100) { items { reason } } auditEvents { items { action } } }`;
  type Pages = Record<string, { items: { partnerRole: string }[]; pageInfo: { totalItems: number } }>;

  const { data = {} } = await api.ask<Pages>(await loginOf(`owner of a ${tier} reseller`), query);

  const totals = ['ACTIVE', 'SUSPENDED', 'CANCELED'].map((status) => data?.[status]?.pageInfo.totalItems ?? 0);
  expect(Math.min(...totals)).toBeGreaterThan(1);
  expect(totals.reduce((sum, total) => sum + total)).toBeGreaterThanOrEqual(24);
  expect(new Set(data?.['members']?.items.map(({ partnerRole }) => partnerRole))).toEqual(new Set(roles));
  expect(data?.['clientAccessSessions']?.items).not.toEqual([]);
});

test.each(Array.from({ length: 10 }, (_, index) => new Date(Date.UTC(2027, 1, 3 * index, 5 * index))))(
  'filled on %s, it has the same users, and clients in every status',
  (now) => {
    const admin = { id: uuid(), name: 'Ada Winter', email: 'ada@x.example', role: 'ADMIN', resellerId: null } as const;
    const admins = [admin, { ...admin, name: "Malik O'Hara" }].map((each) => ({ ...each, address: '' }));

    const rows = demoRows({ now, admins, team: '', passwordHash: 'hash', publicUrl: '', contents: new Map() });

    const joined = rows.user_account
      .filter((user) => Reflect.get(user, 'joinedAt'))
      .map((user) => Reflect.get(user, 'email') as unknown);
    const partners = DEMO_LOGINS.filter(({ who }) => !who.startsWith('admin')).map(({ email }) => email);
    expect(joined).toEqual(expect.arrayContaining(partners));
    const states = Map.groupBy(rows.client_account, (client) =>
      ['resellerId', 'subscriptionStatus'].map((property) => String(Reflect.get(client, property))).join(),
    );
    expect(states.size).toBe(9);
    expect(Math.min(...Array.from(states.values(), ({ length }) => length))).toBeGreaterThan(1);
  },
);

describe('the data is consistent', () => {
  test('every approved application has an account with its first user as the owner, and no other application has one', async () => {
    const wrong = await api.rows(`select * from partner_application a
      left join partnership s on s.application_id = a.id
      left join partner_account p on p.id = s.reseller_id
      left join user_account u on u.reseller_id = p.id and u.email = a.contact_email and u.partner_role = 'OWNER'
      where (a.status = 'APPROVED') <> (p.id is not null)
        or s.created_at <> a.decided_at or p.company_name <> a.company_name or p.admin_email <> a.contact_email
        or s.partnership_type <> a.partnership_type or (p.id is not null and u.id is null)
        or p.partner_id = a.id and p.created_at <> a.decided_at
        or p.client_management_enabled <> exists (
          select from partnership where reseller_id = p.id and partnership_type = 'RESELLER')`);

    expect(wrong).toEqual([]);
  });

  test('a reseller has a second partnership, from a later application of the same contact', async () => {
    const query = '{ viewer { partnerAccount { id partnerships { type } } } }';
    type Viewer = { viewer: { partnerAccount: { id: string; partnerships: { type: string }[] } } };

    const { data } = await api.ask<Viewer>(await loginOf('owner of a gold reseller'), query);

    const { id, partnerships } = data?.viewer.partnerAccount ?? expect.fail('There is no account.');
    expect(partnerships).toEqual([{ type: 'RESELLER' }, { type: 'REFERRAL' }]);
    expect(
      await api.rows(`select 1 from audit_event where action = 'partner.partnership_added' and target_id = $1`, [id]),
    ).toHaveLength(1);
  });

  test('no one acts before joining, and nothing happens in the future', async () => {
    expect(
      await api.rows(`select action from audit_event join user_account u on u.id = actor_id
        where occurred_at < u.joined_at or occurred_at > now() or u.joined_at < u.created_at`),
    ).toEqual([]);
    expect(await api.rows('select 1 from user_account where (password_hash is null) <> (joined_at is null)')).toEqual(
      [],
    );
  });

  test.each([
    ['partner_account', 'tier'],
    ['partner_account', 'is_active'],
    ['partner_account', 'website'],
    ['partner_account', 'vat_id'],
    ['client_account', 'subscription_status'],
    ['client_account', 'subscription_tier'],
    ['client_account', 'billing_owned_by_reseller'],
  ])('%s.%s matches the audit log', async (table, column) => {
    const property = column.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    const wrong = await api.rows(
      `select ${column}, told from ${table} t left join lateral (
         select changes::jsonb -> $1 ->> 'to' as told from audit_event
         where target_id = t.id and changes::jsonb ? $1 order by occurred_at desc, sequence desc limit 1) e on true
       where told is distinct from ${column}::text`,
      [property],
    );

    expect(wrong).toEqual([]);
  });

  test.each([
    ['partner_account', 'partner'],
    ['client_account', 'client'],
  ])('%s has the version and the time of its last change', async (table, kind) => {
    const wrong = await api.rows(
      `select t.* from ${table} t join lateral (
         select count(*) as changes, max(occurred_at) as last from audit_event where target_id = t.id
           and action = any($1)) e on true
       where version <> changes or updated_at <> last`,
      [
        ['created', 'updated', 'company_changed', 'subscription_changed', 'manager_assigned'].map(
          (deed) => `${kind}.${deed}`,
        ),
      ],
    );

    expect(wrong).toEqual([]);
  });

  test('clients are accessed only while they are active', async () => {
    expect(
      await api.rows(`select 1 from client_access_session s join audit_event e on e.target_id = s.client_id
        where e.action = 'client.subscription_changed' and e.occurred_at between s.created_at and s.expires_at`),
    ).toEqual([]);
  });

  test('the chains of the audit log are complete', async () => {
    const { code, stderr } = await runCommand('src/audit/audit.verify.command.ts', api.database.loginUrl);

    expect(stderr).toMatch(/^\d{3} chains of \d{4} rows: no problems found\.\n$/);
    expect(code).toBe(0);
  });
});

test('an open invitation can be accepted', async () => {
  const [{ email } = {}] = await api.rows(`select email from user_token join user_account u on u.id = user_id
    where purpose = 'INVITATION' and expires_at > now() and email like '%@vantage-strategies.example'`);

  const { actor } = await acceptInvitation(api, String(email));

  expect((await api.ask(actor, '{ clientAccounts(limit: 1) { items { id } } }')).errors).toBeUndefined();
});

async function openStepOf(owner: Actor): Promise<string> {
  const query = '{ clientAccounts(limit: 100) { items { onboarding { id doneAt } } } }';
  type Steps = { onboarding: { id: string | null; doneAt: string | null }[] };
  const { data } = await api.ask<{ clientAccounts: { items: Steps[] } }>(owner, query);
  const steps = data?.clientAccounts.items.flatMap(({ onboarding }) => onboarding);
  return steps?.find(({ id, doneAt }) => id !== null && doneAt === null)?.id ?? expect.fail('No step is open.');
}

/** Publishes an agreement of all resellers, with an uploaded PDF that counts as checked. */
async function publishOne(admin: Actor): Promise<Version> {
  const upload = 'mutation ($input: RequestUploadInput!) { requestUpload(input: $input) { file { id } } }';
  const input = { purpose: 'AGREEMENT', name: 'agreement.pdf', contentType: 'application/pdf', bytes: 1000 };
  const { data } = await api.ask<{ requestUpload: { file: { id: string } } }>(admin, upload, { input });
  const fileId = data?.requestUpload.file.id ?? '';
  await api.rows(`update stored_file set state = 'READY', sha256 = repeat('0', 64) where id = $1`, [fileId]);
  const agreement = await createAgreement(api, admin, { partnershipTypes: ['RESELLER'] });
  const agreementId = agreement.data?.createAgreement.id;
  const published = await publish(api, admin, { agreementId, fileId });
  return published.data?.publishAgreementVersion ?? expect.fail('The version was not published.');
}

test('the audit log matches what the product records', async () => {
  const ids = (await api.rows('select id from audit_event')).map(({ id }) => id);
  const admin = await loginOf('admin: full access');
  const owner = await loginOf('owner of a gold reseller');
  const partnerId = await approveOne(admin);
  await api.ask(admin, UPGRADE, { id: partnerId });
  const [manager] = await api.rows('select id from user_account where email = $1', [DEMO_LOGINS[0]?.email]);
  await api.ask(admin, MANAGE, { id: partnerId, managerId: manager?.['id'] });
  await approveAnother(admin, partnerId);
  await inviteMember(api, owner, { email: 'new@zephyr-technologies.example', name: 'Olive Owner' });
  await acceptInvitation(api, 'new@zephyr-technologies.example');
  await accept(api, owner, await publishOne(admin));
  await createKey(api, owner);
  await givenEndpoint(api, owner, { description: 'Our CRM' });
  const { id } = await givenClient(api, owner, { contactPhone: '1' });
  await update(api, owner, { id, input: { billingOwnedByReseller: false } });
  const { accessToken } = await givenAccess(api, owner, id);
  await exchange(api, accessToken);
  await askAsClientApp(api, 'revoke', { token: accessToken });
  await changeSubscription(api, owner, { id, input: { subscriptionStatus: 'SUSPENDED' } });
  await withdraw(api, (await givenSubmission(api)).token);
  await savePlan(api, await loginOf('owner of a silver reseller'), [{ title: 'Call', dueDays: 3 }]);
  await setStep(api, owner, { id: await openStepOf(owner), isDone: true });
  const change = await givenChange(api, { actor: await loginOf('owner of a platinum reseller') });
  await decideChange(api, admin, { id: change.id, approve: true });

  const told = (where: string) =>
    api.rows(
      `select distinct action, actor_role, split_part(credential, ':', 1) as credential, target_type, reseller_id is null as ours,
         (select array_agg(key order by key) from jsonb_object_keys(changes::jsonb) key) as told
       from audit_event where ${where}`,
      [ids],
    );
  const demo = await told('id = any($1)');
  const real = await told('id <> all($1)');
  expect(demo).toEqual(expect.arrayContaining(real));
  expect(new Set(real.map(({ action }) => action))).toEqual(new Set(demo.map(({ action }) => action)));
});

const UPGRADE = `mutation ($id: ID!) {
  updatePartnerAccount(id: $id, input: { tier: GOLD, whitelabelEnabled: true }) { id }
}`;

const MANAGE = 'mutation ($id: ID!, $managerId: ID!) { assignPartnerManager(id: $id, managerId: $managerId) { id } }';

const ASSIGN =
  'mutation ($id: ID!, $assigneeId: ID!) { assignPartnerApplication(id: $id, assigneeId: $assigneeId) { id } }';

const NOTE = `mutation ($id: ID!) { addPartnerApplicationNote(id: $id, note: "Called.") { id } }`;

/** For the contact of the account. */
async function approveAnother(admin: Actor, partnerId: unknown): Promise<void> {
  const [account] = await api.rows('select admin_email from partner_account where id = $1', [partnerId]);
  const contactEmail = String(account?.['admin_email']);
  const id = await givenApplication(api, { contactEmail, partnershipType: 'REFERRAL' });
  await changeStatus(api, admin, { id, status: 'APPROVED' });
}

/** Returns the new partner's ID. */
async function approveOne(admin: Actor): Promise<unknown> {
  const id = await givenApplication(api, { partnershipType: 'RESELLER' });
  const [assignee] = await api.rows('select id from user_account where email = $1', [DEMO_LOGINS[0]?.email]);
  await api.ask(admin, ASSIGN, { id, assigneeId: assignee?.['id'] });
  await api.ask(admin, NOTE, { id });
  await changeStatus(api, admin, { id, status: 'APPROVED' });
  const [account] = await api.rows('select id from partner_account where partner_id = $1', [id]);
  return account?.['id'];
}
