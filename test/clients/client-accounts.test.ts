import { beforeAll, expect, test } from 'vitest';
import { useApi, type Actor, type GraphQLProblem } from '../support/api.ts';
import { changeSubscription, givenClient, type Client } from '../support/given/client-accounts.ts';
import { NAMES_IN_ORDER } from '../support/given/names-in-order.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { statementsOf } from '../support/statements.ts';

const api = useApi();
const COMPANIES = ['Delta', 'Alpha', 'Echo 100%', 'Bravo', 'Ümlaut_Charlie İΣ'];
let reseller: Partner;
let stranger: Partner;

const LIST = `query List($filter: ClientAccountFilter, $sortBy: ClientAccountSortField! = CREATED_AT, $sortOrder: SortOrder! = DESC,
  $page: Int! = 1, $limit: Int! = 20, $after: String) {
  clientAccounts(filter: $filter, sortBy: $sortBy, sortOrder: $sortOrder, page: $page, limit: $limit, after: $after) {
    items { id companyName contactEmail subscriptionStatus createdAt }
    pageInfo { page limit totalItems totalPages hasNextPage hasPreviousPage endCursor }
  }
}`;

interface Listed {
  clientAccounts: {
    items: Client[];
    pageInfo: { totalItems: number; hasNextPage: boolean; endCursor: string | null };
  };
}

async function list(variables: object, actor: Actor = reseller.actor) {
  const { data, errors } = await api.ask<Listed>(actor, LIST, variables);
  const names = data?.clientAccounts.items.map(({ companyName }) => companyName);
  return { errors, names, pageInfo: data?.clientAccounts.pageInfo };
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

test("lists the reseller's own clients, the newest first", async () => {
  const { errors, names, pageInfo } = await list({});

  expect(errors).toBeUndefined();
  expect(names).toEqual([...COMPANIES].reverse());
  expect(pageInfo).toMatchObject({ page: 1, limit: 20, totalItems: 5, totalPages: 1, hasNextPage: false });
});

test('pages by number', async () => {
  const { names, pageInfo } = await list({ sortBy: 'COMPANY_NAME', sortOrder: 'ASC', page: 2, limit: 2 });

  expect(names).toEqual(['Delta', 'Echo 100%']);
  expect(pageInfo).toMatchObject({ page: 2, totalItems: 5, totalPages: 3, hasNextPage: true, hasPreviousPage: true });
});

test.each(['CREATED_AT', 'UPDATED_AT', 'COMPANY_NAME', 'SUBSCRIPTION_STATUS'])(
  'pages by cursor through every row once, by %s, both ways',
  async (sortBy) => {
    for (const sortOrder of ['ASC', 'DESC']) {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const { names, pageInfo } = await list({ sortBy, sortOrder, limit: 2, after });
        seen.push(...(names ?? []));
        after = pageInfo?.hasNextPage ? pageInfo.endCursor : null;
      } while (after);
      expect(seen).toEqual((await list({ sortBy, sortOrder })).names);
      expect(new Set(seen).size).toBe(5);
    }
  },
);

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
  { filter: { search: '%' }, names: ['Echo 100%'] },
  { filter: { search: '_' }, names: ['Ümlaut_Charlie İΣ'] },
  { filter: { search: '\\' }, names: [] },
  { filter: { search: '%_\\' }, names: [] },
  { filter: { search: '@ACME.example' }, names: [...COMPANIES].reverse() },
  { filter: { search: 'foreign' }, names: [] },
  { filter: { search: 'delta', status: ['ACTIVE'] }, names: [] },
])('filters by $filter, and counts the same', async ({ filter, names }) => {
  const listed = await list({ filter });

  expect(listed.errors).toBeUndefined();
  expect(listed.names).toEqual(names);
  expect(listed.pageInfo?.totalItems).toBe(names.length);
});

test.each([
  { selected: 'hasNextPage', counts: false },
  { selected: 'totalItems', counts: true },
  { selected: '... on PageInfo { totalPages }', counts: true },
])('is one statement; with $selected it counts: $counts', async ({ selected, counts }) => {
  const statements = await statementsOf(() =>
    api.ask(reseller.actor, `{ clientAccounts { items { id } pageInfo { ${selected} } } }`),
  );

  expect(statements.filter((text) => text.includes('client_account'))).toHaveLength(1);
  expect(statements.some((text) => text.includes('count(*)'))).toBe(counts);
});

test('one status is compared by =, the only way to walk an index in order', async () => {
  const sent = await statementsOf(() => list({ filter: { status: ['ACTIVE'] } }));

  expect(sent.join()).toContain('"subscription_status" =');
  expect(sent.join()).not.toContain('any(');
});

test('beyond the last page the total is still right', async () => {
  const { names, pageInfo } = await list({ page: 2 ** 31 - 1 });

  expect(names).toEqual([]);
  expect(pageInfo).toMatchObject({ totalItems: 5, hasNextPage: false, endCursor: null });
});

const paths = (errors: GraphQLProblem[] | undefined) => errors?.[0]?.extensions.fields?.map(({ path }) => path);
const forged = (...parts: string[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');

test.each([
  { variables: { page: 0 }, path: 'page' },
  { variables: { limit: 0 }, path: 'limit' },
  { variables: { limit: -1 }, path: 'limit' },
  { variables: { limit: 101 }, path: 'limit' },
  { variables: { limit: 100_000 }, path: 'limit' },
  { variables: { filter: { search: ' ' } }, path: 'filter.search' },
  { variables: { filter: { search: 'x'.repeat(201) } }, path: 'filter.search' },
  { variables: { after: 'nonsense' }, path: 'after' },
  { variables: { after: forged('createdAt DESC', 'x', 'y') }, path: 'after' },
])('refuses $variables', async ({ variables, path }) => {
  const { errors } = await list(variables);

  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  expect(new Set(paths(errors))).toEqual(new Set([path]));
});

test('names every wrong argument', async () => {
  const { errors } = await list({ page: 0, limit: 101, filter: { search: '' } });

  expect(new Set(paths(errors))).toEqual(new Set(['page', 'limit', 'filter.search']));
});

test("another reseller's cursor, or one that is made up, moves within the own list only", async () => {
  const { pageInfo } = await list({ limit: 2 });

  expect((await list({ after: pageInfo?.endCursor }, stranger.actor)).names).toEqual([]);
  const future = forged('createdAt DESC', '9999-01-01 00:00:00+00', '01a00000-0000-7000-8000-000000000000');
  expect((await list({ after: future }, stranger.actor)).names).toEqual(['Bravo too, but foreign']);
});

test.each([
  { who: 'anonymous', actor: async () => undefined, code: 'UNAUTHENTICATED' },
  { who: 'an admin', actor: async () => api.admin, code: 'FORBIDDEN' },
  {
    who: 'a technology partner',
    actor: async () => (await givenPartner(api, { partnershipType: 'TECHNOLOGY' })).actor,
    code: 'FORBIDDEN',
  },
])('$who may not: $code', async ({ actor, code }) => {
  expect((await api.ask(await actor(), LIST)).errors).toMatchObject([{ extensions: { code } }]);
});
