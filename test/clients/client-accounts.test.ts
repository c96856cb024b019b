import { beforeAll, expect, test } from 'vitest';
import { useApi, type Actor } from '../support/api.ts';
import { changeSubscription, givenClient, type Client } from '../support/given/client-accounts.ts';
import { NAMES_IN_ORDER } from '../support/texts/names-in-order.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { statementsOf } from '../support/statements.ts';

const api = useApi();
const COMPANIES = ['Delta', 'Alpha', 'Echo 100%', 'Bravo', 'Ümlaut_Charlie İΣ'];
let reseller: Partner;
let stranger: Partner;

const LIST = `query List($filter: ClientAccountFilter, $sortBy: ClientAccountSortField! = CREATED_AT, $sortOrder: SortOrder! = DESC,
  $limit: Int! = 20) {
  clientAccounts(filter: $filter, sortBy: $sortBy, sortOrder: $sortOrder, limit: $limit) {
    items { id companyName contactEmail subscriptionStatus createdAt }
    pageInfo { totalItems }
    counts { active suspended canceled }
  }
}`;

interface Listed {
  clientAccounts: {
    items: Client[];
    pageInfo: { totalItems: number };
    counts: object;
  };
}

async function list(variables: object, actor: Actor = reseller.actor) {
  const { data, errors } = await api.ask<Listed>(actor, LIST, variables);
  const names = data?.clientAccounts.items.map(({ companyName }) => companyName);
  return { errors, names, pageInfo: data?.clientAccounts.pageInfo, counts: data?.clientAccounts.counts };
}

beforeAll(async () => {
  reseller = await givenPartner(api);
  stranger = await givenPartner(api);
  for (const companyName of COMPANIES) {
    const { id } = await givenClient(api, reseller.actor, { companyName });
    const input = { subscriptionStatus: 'SUSPENDED' };
    if (companyName === 'Delta') await changeSubscription(api, reseller.actor, { id, input });
  }
  await givenClient(api, stranger.actor, { companyName: 'Bravo too, but foreign' });
});

test('lists the reseller’s own clients, newest first', async () => {
  const { errors, names, pageInfo } = await list({});

  expect(errors).toBeUndefined();
  expect(names).toEqual([...COMPANIES].reverse());
  expect(pageInfo?.totalItems).toBe(5);
});

test('finds every spelling of a name, and sorts names as people do', async () => {
  const owner = await givenPartner(api);
  for (const companyName of NAMES_IN_ORDER.toReversed()) await givenClient(api, owner.actor, { companyName });
  const byName = async (search?: string) =>
    (await list({ filter: { search }, sortBy: 'COMPANY_NAME', sortOrder: 'ASC', limit: 100 }, owner.actor)).names;

  expect(await byName()).toEqual(NAMES_IN_ORDER);
  expect(await byName('STRASSE')).toEqual(['straße', 'Strasse 7']);
  expect(await byName('apfel')).toEqual(['Äpfel']);
  expect(await byName("o'brien")).toEqual(['O’Brien']);
  expect(await byName('oersted')).toEqual(['Ørsted']);
  expect(await byName('１０　ｄｏｗｎｉｎｇ')).toEqual(['10 Downing']);
});

test.each([
  { filter: { status: ['SUSPENDED'] }, names: ['Delta'] },
  { filter: { status: ['SUSPENDED', 'ACTIVE'] }, names: [...COMPANIES].reverse() },
  { filter: { status: ['CANCELED'] }, names: [] },
  { filter: { status: [] }, names: [] },
  { filter: { search: 'BRAVO' }, names: ['Bravo'] },
  { filter: { search: 'ümlaut' }, names: ['Ümlaut_Charlie İΣ'] },
  { filter: { search: 'Ümlaut_Charlie İΣ' }, names: ['Ümlaut_Charlie İΣ'] },
  { filter: { search: '@ACME.example' }, names: [...COMPANIES].reverse() },
  { filter: { search: 'foreign' }, names: [] },
  { filter: { search: 'delta', status: ['ACTIVE'] }, names: [] },
])('filters by $filter, and the total matches', async ({ filter, names }) => {
  const listed = await list({ filter });

  expect(listed.errors).toBeUndefined();
  expect(listed.names).toEqual(names);
  expect(listed.pageInfo?.totalItems).toBe(names.length);
});

test.each([
  { search: '%', names: ['Echo 100%'] },
  { search: '_', names: ['Ümlaut_Charlie İΣ'] },
  { search: '\\', names: [] },
  { search: '%_\\', names: [] },
])('F5: searches for $search as typed', async ({ search, names }) => {
  expect((await list({ filter: { search } })).names).toEqual(names);
});

test('compares one status with =, so that an index provides the order', async () => {
  const sent = await statementsOf(() => list({ filter: { status: ['ACTIVE'] } }));

  expect(sent.join()).toContain('"subscription_status" =');
  expect(sent.join()).not.toContain('any(');
});

test.each([
  { who: 'an anonymous caller', actor: async () => undefined, code: 'UNAUTHENTICATED' },
  { who: 'an admin', actor: async () => api.admin, code: 'FORBIDDEN' },
  {
    who: 'a technology partner',
    actor: async () => (await givenPartner(api, { partnershipType: 'TECHNOLOGY' })).actor,
    code: 'FORBIDDEN',
  },
])('refuses $who with $code', async ({ actor, code }) => {
  expect((await api.ask(await actor(), LIST)).errors).toMatchObject([{ extensions: { code } }]);
});

test('filters by billing and by time, and counts by status under these filters', async () => {
  const owner = await givenPartner(api);
  const clients: Client[] = [];
  for (const [companyName, billingOwnedByReseller] of [
    ['One', true],
    ['Two', false],
    ['Three', false],
  ]) {
    clients.push(await givenClient(api, owner.actor, { companyName, billingOwnedByReseller }));
  }
  const [, second, third] = clients;
  const input = { subscriptionStatus: 'CANCELED' };
  await changeSubscription(api, owner.actor, { id: third?.id ?? '', input });
  const days = { createdFrom: second?.createdAt, createdTo: third?.createdAt };

  expect((await list({ filter: { billingOwnedByReseller: true } }, owner.actor)).names).toEqual(['One']);
  expect(await list({ filter: { billingOwnedByReseller: false, status: ['ACTIVE'] } }, owner.actor)).toMatchObject({
    names: ['Two'],
    counts: { active: 1, suspended: 0, canceled: 1 },
  });
  expect(await list({ filter: days }, owner.actor)).toMatchObject({
    names: ['Two'],
    counts: { active: 1, suspended: 0, canceled: 0 },
  });
});
