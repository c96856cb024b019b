import { beforeAll, expect, test } from 'vitest';
import { useApi, type Actor } from '../support/api.ts';
import { givenKey } from '../support/given/api-keys.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { statementsOf } from '../support/statements.ts';

const api = useApi();

interface Account {
  id: string;
  companyName: string;
}

interface Accounts {
  partnerAccounts: {
    items: Account[];
    pageInfo: { totalItems: number };
  };
}

const LIST = `query PartnerAccounts($filter: PartnerAccountFilter) {
  partnerAccounts(filter: $filter) {
    items { id companyName adminEmail partnershipType tier isActive clientManagementEnabled whitelabelEnabled createdAt updatedAt }
    pageInfo { totalItems }
  }
}`;

const list = (actor: Actor | undefined, variables: object = {}) => api.ask<Accounts>(actor, LIST, variables);
const companies = async (filter: object) =>
  (await list(api.admin, { filter })).data?.partnerAccounts.items.map(({ companyName }) => companyName);

const TYPES = ['RESELLER', 'REFERRAL', 'TECHNOLOGY', 'RESELLER'];
const NAMES = ['Alpha', 'Bravo 100%', 'Ümlaut_Charlie İΣ', 'Delta'];
let partners: Partner[];

beforeAll(async () => {
  partners = [];
  for (const [index, companyName] of NAMES.entries()) {
    partners.push(await givenPartner(api, { companyName, partnershipType: TYPES[index] ?? 'RESELLER' }));
  }
  const update =
    'mutation ($id: ID!, $input: UpdatePartnerAccountInput!) { updatePartnerAccount(id: $id, input: $input) { id } }';
  await api.ask(api.admin, update, { id: partners[0]?.resellerId, input: { tier: 'GOLD' } });
  await api.ask(api.admin, update, { id: partners[3]?.resellerId, input: { isActive: false } });
});

test('lists all partners, newest first', async () => {
  const { data } = await list(api.admin);

  expect(data?.partnerAccounts.items.map(({ companyName }) => companyName)).toEqual(NAMES.toReversed());
  expect(data?.partnerAccounts.items.at(-1)).toEqual({
    id: partners[0]?.resellerId,
    companyName: 'Alpha',
    adminEmail: partners[0]?.email,
    partnershipType: 'RESELLER',
    tier: 'GOLD',
    isActive: true,
    clientManagementEnabled: true,
    whitelabelEnabled: false,
    createdAt: expect.stringMatching(/Z$/),
    updatedAt: expect.stringMatching(/Z$/),
  });
  expect(data?.partnerAccounts.pageInfo.totalItems).toBe(4);
});

test.each([
  { filter: { tier: ['GOLD', 'PLATINUM'] }, found: ['Alpha'] },
  { filter: { tier: [] }, found: [] },
  { filter: { partnershipType: ['REFERRAL', 'TECHNOLOGY'] }, found: ['Ümlaut_Charlie İΣ', 'Bravo 100%'] },
  { filter: { isActive: false }, found: ['Delta'] },
  { filter: { isActive: true, partnershipType: ['RESELLER'] }, found: ['Alpha'] },
  { filter: { search: 'ÜMLAUT' }, found: ['Ümlaut_Charlie İΣ'] },
  { filter: { search: 'Ümlaut_Charlie İΣ' }, found: ['Ümlaut_Charlie İΣ'] },
  { filter: { search: 'umlaut' }, found: ['Ümlaut_Charlie İΣ'] },
  { filter: { search: 'UEMLAUT_charlie  iσ' }, found: ['Ümlaut_Charlie İΣ'] },
  { filter: { search: 'ｂｒａｖｏ\u00a0１００％' }, found: ['Bravo 100%'] },
  { filter: { search: 'bright.example' }, found: NAMES.toReversed() },
  { filter: { tier: null, isActive: null, search: null }, found: NAMES.toReversed() },
])('filters by $filter', async ({ filter, found }) => {
  expect(await companies(filter)).toEqual(found);
});

test.each([
  { filter: { partnershipType: ['RESELLER'] }, counts: { active: 1, deactivated: 1 } },
  { filter: { isActive: true, createdFrom: '2026-01-01T00:00:00Z' }, counts: { active: 3, deactivated: 1 } },
  { filter: { createdTo: '2026-01-01T00:00:00Z' }, counts: { active: 0, deactivated: 0 } },
])('counts active and deactivated partners under $filter', async ({ filter, counts }) => {
  const query = `query ($filter: PartnerAccountFilter) {
    partnerAccounts(filter: $filter) { items { id } counts { active deactivated } }
  }`;
  const { data } = await api.ask<{ partnerAccounts: { counts: object } }>(api.admin, query, { filter });

  expect(data?.partnerAccounts.counts).toEqual(counts);
});

test.each([
  { search: '%', found: ['Bravo 100%'] },
  { search: '_', found: ['Ümlaut_Charlie İΣ'] },
  { search: '\\', found: [] },
])('F5: searches for $search as typed', async ({ search, found }) => {
  expect(await companies({ search })).toEqual(found);
});

test('compares one tier and one type with =, so that an index provides the order', async () => {
  const filter = { tier: ['GOLD'], partnershipType: ['RESELLER'] };

  const sent = await statementsOf(() => list(api.admin, { filter }));

  expect(sent.filter((text) => text.includes('"tier" =') && text.includes('"partnership_type" ='))).toHaveLength(1);
  expect(sent.join()).not.toContain('any(');
});

test('the applications of a list take one more statement', async () => {
  let answer: { data?: { partnerAccounts: { items: { application: { id: string } }[] } } | null } = {};
  const sent = await statementsOf(async () => {
    answer = await api.ask(api.admin, '{ partnerAccounts { items { application { id notes { note } } } } }');
  });

  expect(answer.data?.partnerAccounts.items.map(({ application }) => application.id)).toEqual(
    partners.map(({ applicationId }) => applicationId).toReversed(),
  );
  expect(sent.filter((text) => text.includes('from "partner_application"'))).toHaveLength(1);
});

test('the joining times of a list take one more statement', async () => {
  const owners = partners.map(({ ownerId }) => ownerId);
  const joined = await api.rows('select joined_at from user_account where id = any($1) order by joined_at desc', [
    owners,
  ]);

  let answer: { data?: { partnerAccounts: { items: { joinedAt: string }[] } } | null } = {};
  const sent = await statementsOf(async () => {
    answer = await api.ask(api.admin, '{ partnerAccounts { items { joinedAt } } }');
  });

  expect(answer.data?.partnerAccounts.items.map(({ joinedAt }) => ({ joined_at: new Date(joinedAt) }))).toEqual(joined);
  expect(sent.filter((text) => text.includes('user_account'))).toHaveLength(1);
});

test.each([
  { who: 'an anonymous caller', actor: () => undefined, code: 'UNAUTHENTICATED' },
  { who: 'a reseller', actor: () => partners[0]?.actor, code: 'FORBIDDEN' },
  { who: 'a referral partner', actor: () => partners[1]?.actor, code: 'FORBIDDEN' },
  { who: 'an API key', actor: () => givenKey(api, partners[0]?.actor ?? api.admin), code: 'FORBIDDEN' },
])('refuses $who with $code', async ({ actor, code }) => {
  const { data, errors } = await list(await actor());

  expect(data).toBeNull();
  expect(errors).toMatchObject([{ extensions: { code } }]);
});
