import { v7 as uuid } from 'uuid';
import { beforeEach, expect, test } from 'vitest';
import { useApi, type Actor } from '../../support/api.ts';
import { givenPartner, type Partner } from '../../support/given/partners.ts';
import { auditOf, givenAdmin, givenInvitedMember, type Person } from '../../support/given/people.ts';
import { statementsOf } from '../../support/statements.ts';
import { toldTo } from '../../notifications/told.ts';

const api = useApi();
let partner: Partner;
let ann: Person;

beforeEach(async () => {
  partner = await givenPartner(api, { companyName: 'Zephyr Technologies' });
  ann = await givenAdmin(api, 'FINANCE');
});

const ASSIGN = `mutation ($id: ID!, $managerId: ID, $technicalManagerId: ID, $expectedVersion: Int) {
  assignPartnerManager(id: $id, managerId: $managerId, technicalManagerId: $technicalManagerId, expectedVersion: $expectedVersion) {
    manager { id name email } technicalManager { id name email } version
  }
}`;

interface Assigned {
  assignPartnerManager: { manager: object | null; technicalManager: object | null; version: number };
}

const assign = (managers: object, actor: Actor | undefined = api.admin, id = partner.resellerId) =>
  api.ask<Assigned>(actor, ASSIGN, { id, ...managers });

const stored = () =>
  api.rows(`select manager_id, technical_manager_id, version,
    (select count(*) from audit_event) as events, (select count(*) from notification) as told from partner_account order by id`);

const OWN = '{ viewer { partnerAccount { manager { id name email } technicalManager { id name email } } } }';
const ownManagers = async (actor: Actor) =>
  (await api.ask<{ viewer: { partnerAccount: object } }>(actor, OWN)).data?.viewer.partnerAccount;

test('assigns both managers, audits it, and shows the partner names and addresses only', async () => {
  const { data } = await assign({ managerId: ann.id, technicalManagerId: ann.id });

  const shown = { name: 'Ann Admin', email: ann.email };
  const withId = { id: ann.id, name: expect.any(String), email: ann.email };
  expect(data?.assignPartnerManager).toMatchObject({ manager: withId, technicalManager: withId });
  const [manager] = await api.rows('select name from user_account where id = $1', [ann.id]);
  const own = { ...shown, name: manager?.['name'], id: null };
  expect(await ownManagers(partner.actor)).toEqual({ manager: own, technicalManager: own });
  const event = (await auditOf(api, partner.resellerId)).at(-1);
  expect(event).toMatchObject({ action: 'partner.manager_assigned', reseller_id: partner.resellerId });
  expect(JSON.parse(String(event?.['changes']))).toEqual({
    managerId: { from: null, to: ann.id },
    technicalManagerId: { from: null, to: ann.id },
  });
});

test('keeps what is omitted, and removes what is null', async () => {
  await assign({ managerId: ann.id, technicalManagerId: ann.id });

  await assign({ managerId: null });

  expect(await ownManagers(partner.actor)).toMatchObject({ manager: null, technicalManager: { email: ann.email } });
});

test('tells a new manager once, also with both posts, and nobody of an own change', async () => {
  await assign({ managerId: ann.id, technicalManagerId: ann.id });
  await assign({ managerId: ann.id });
  await assign({ technicalManagerId: null }, api.admin);
  const other = await givenAdmin(api, 'ALL');
  await assign({ technicalManagerId: other.id }, other.actor);

  const about = { subjectId: partner.resellerId, subjectName: 'Zephyr Technologies', actorName: 'Ada Admin' };
  expect(await toldTo(api, ann.actor)).toEqual([
    expect.objectContaining({ kind: 'PARTNER_ASSIGNED', detail: 'MANAGER,TECHNICAL_MANAGER', ...about }),
  ]);
  expect((await toldTo(api, other.actor)).filter(({ kind }) => kind === 'PARTNER_ASSIGNED')).toEqual([]);
});

test('a repeated assignment changes and tells nothing', async () => {
  await assign({ managerId: ann.id });
  const before = await stored();

  await assign({ managerId: ann.id });

  expect(await stored()).toEqual(before);
});

test('a deactivated manager counts no more, and stays where another one is assigned beside', async () => {
  await assign({ managerId: ann.id });
  await api.ask(api.admin, 'mutation ($id: ID!) { deactivateAdmin(id: $id) }', { id: ann.id });

  expect(await ownManagers(partner.actor)).toEqual({ manager: null, technicalManager: null });
  const other = await givenAdmin(api, 'PARTNERS');
  const { data, errors } = await assign({ technicalManagerId: other.id });

  expect(errors).toBeUndefined();
  expect(data?.assignPartnerManager).toMatchObject({ manager: null, technicalManager: { id: other.id } });
  const [{ manager_id } = {}] = await api.rows('select manager_id from partner_account where id = $1', [
    partner.resellerId,
  ]);
  expect(manager_id).toBe(ann.id);
});

test.each([
  { who: 'an unknown admin', managerId: async () => uuid() },
  { who: 'what is no ID', managerId: async () => 'Ann' },
  { who: 'a user of the partner', managerId: async () => partner.ownerId },
  { who: 'an invited user of the partner', managerId: async () => (await givenInvitedMember(api, partner)).id },
  {
    who: 'a deactivated admin',
    managerId: async () => {
      const { id } = await givenAdmin(api, 'PARTNERS');
      await api.ask(api.admin, 'mutation ($id: ID!) { deactivateAdmin(id: $id) }', { id });
      return id;
    },
  },
])('refuses $who with NOT_FOUND, and changes nothing', async ({ managerId }) => {
  const id = await managerId();
  const before = await stored();

  const { errors } = await assign({ managerId: id });

  expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  expect(await stored()).toEqual(before);
});

test('refuses an unknown partner', async () => {
  const { errors } = await assign({ managerId: ann.id }, api.admin, uuid());

  expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
});

test.each(['REVIEW', 'FINANCE'])('refuses an admin with %s only', async (role) => {
  const { actor } = await givenAdmin(api, role);
  const before = await stored();

  const { errors } = await assign({ managerId: ann.id }, actor);

  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  expect(await stored()).toEqual(before);
});

test('A1: a partner reads the managers of no other partner, and no row of an admin', async () => {
  const other = await givenPartner(api);
  await assign({ managerId: ann.id });

  expect(await ownManagers(other.actor)).toEqual({ manager: null, technicalManager: null });
  const asTenant = async (tenant: string, statement: string) => {
    await api.rows('begin');
    try {
      const role = `select set_config('role', 'reachgenie_tenant', true), set_config('mikro.tenant.resellerId', $1, true)`;
      await api.rows(role, [tenant]);
      return await api.rows(statement);
    } finally {
      await api.rows('rollback');
    }
  };
  expect(await asTenant(partner.resellerId, `select id from user_account where role = 'ADMIN'`)).toEqual([]);
  expect(await asTenant(other.resellerId, 'select * from own_managers()')).toEqual([]);
  expect(await asTenant(partner.resellerId, 'select email from own_managers()')).toEqual([{ email: ann.email }]);
});

test('the managers of a list take one statement', async () => {
  await assign({ managerId: ann.id });
  await givenPartner(api);

  const sent = await statementsOf(async () => {
    await api.ask(api.admin, '{ partnerAccounts { items { manager { name } technicalManager { email } } } }');
  });

  expect(sent.filter((text) => text.includes('as post (name, admin_id)'))).toHaveLength(1);
});

test('assigns the same managers to several partners, each with its own result', async () => {
  const other = await givenPartner(api);
  const text = `mutation ($input: AssignPartnerManagersInput!) {
    assignPartnerManagers(input: $input) { id partner { manager { id } } error { code reason } }
  }`;
  const partners = [
    { id: partner.resellerId, expectedVersion: 1 },
    { id: other.resellerId, expectedVersion: 0 },
    { id: uuid() },
  ];

  const { data } = await api.ask(api.admin, text, { input: { partners, managerId: ann.id } });

  expect(data?.['assignPartnerManagers']).toEqual([
    { id: partner.resellerId, partner: { manager: { id: ann.id } }, error: null },
    { id: other.resellerId, partner: null, error: { code: 'CONFLICT', reason: 'STALE_VERSION' } },
    { id: partners[2]?.id, partner: null, error: { code: 'NOT_FOUND', reason: null } },
  ]);
});
