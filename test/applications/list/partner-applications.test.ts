import { beforeAll, expect, test } from 'vitest';
import { useApi, type GraphQLProblem } from '../../support/api.ts';
import { changeStatus, givenApplication, type Application } from '../../support/given/applications.ts';
import { statementsOf } from '../../support/statements.ts';

const api = useApi();
const COMPANIES = ['Delta', 'Alpha', 'Echo 100%', 'Bravo', 'Ümlaut_Charlie İΣ'];

const LIST = `query List($filter: PartnerApplicationFilter, $sortBy: PartnerApplicationSortField! = CREATED_AT,
  $sortOrder: SortOrder! = DESC, $page: Int! = 1, $limit: Int! = 20, $after: String) {
  partnerApplications(filter: $filter, sortBy: $sortBy, sortOrder: $sortOrder, page: $page, limit: $limit, after: $after) {
    items { id companyName status companySize createdAt }
    pageInfo { page limit totalItems totalPages hasNextPage hasPreviousPage endCursor }
  }
}`;

interface Listed {
  partnerApplications: {
    items: Application[];
    pageInfo: { totalItems: number; hasNextPage: boolean; endCursor: string | null };
  };
}

async function list(variables: object) {
  const { data, errors } = await api.ask<Listed>(api.admin, LIST, variables);
  const names = data?.partnerApplications.items.map(({ companyName }) => companyName);
  return { errors, names, pageInfo: data?.partnerApplications.pageInfo };
}

let admin = '';

async function assignToAdmin(id: string): Promise<void> {
  const { data } = await api.ask<{ viewer: { id: string } }>(api.admin, '{ viewer { id } }');
  admin = data?.viewer.id ?? '';
  const assign = 'mutation ($id: ID!, $admin: ID!) { assignPartnerApplication(id: $id, assigneeId: $admin) { id } }';
  await api.ask(api.admin, assign, { id, admin });
}

beforeAll(async () => {
  for (const [index, companyName] of COMPANIES.entries()) {
    const companySize = index % 2 ? 'SIZE_1_10' : 'SIZE_501_PLUS';
    const partnershipType = index % 2 ? 'REFERRAL' : 'TECHNOLOGY';
    const industry = index < 2 ? 'Mining' : 'Software';
    const id = await givenApplication(api, { companyName, companySize, partnershipType, industry });
    if (index === 3) await assignToAdmin(id);
    if (index === 0) await changeStatus(api, api.admin, { id, status: 'REVIEWING' });
    const created = new Date(Date.UTC(2026, 0, 1 + index, 12)).toISOString();
    await api.rows('update partner_application set created_at = $2, updated_at = $2 where id = $1', [id, created]);
  }
});

test('lists applications, the newest first', async () => {
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

test.each(['CREATED_AT', 'UPDATED_AT', 'COMPANY_NAME', 'STATUS', 'PARTNERSHIP_TYPE'])(
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

test.each([
  { filter: { status: ['REVIEWING'] }, names: ['Delta'] },
  { filter: { status: ['REVIEWING', 'APPROVED'] }, names: ['Delta'] },
  { filter: { status: [] }, names: [] },
  { filter: { partnershipType: ['REFERRAL'] }, names: ['Bravo', 'Alpha'] },
  { filter: { companySize: ['SIZE_501_PLUS'], status: ['PENDING'] }, names: ['Ümlaut_Charlie İΣ', 'Echo 100%'] },
  { filter: { industry: ['Mining'] }, names: ['Alpha', 'Delta'] },
  {
    filter: {
      industry: ['Mining', 'Software', 'mining'],
      createdFrom: '2026-01-02T00:00:00Z',
      createdTo: '2026-01-04T00:00:00Z',
    },
    names: ['Echo 100%', 'Alpha'],
  },
  { filter: { industry: ['Mining'], status: ['PENDING'] }, names: ['Alpha'] },
  { filter: { industry: [] }, names: [] },
  { filter: { unassigned: true, partnershipType: ['REFERRAL'] }, names: ['Alpha'] },
  { filter: { unassigned: false }, names: ['Bravo'] },
  { filter: { assigneeId: 'nobody' }, names: [] },
  { filter: { search: 'BRAVO' }, names: ['Bravo'] },
  { filter: { search: 'ümlaut' }, names: ['Ümlaut_Charlie İΣ'] },
  { filter: { search: 'Ümlaut_Charlie İΣ' }, names: ['Ümlaut_Charlie İΣ'] },
  { filter: { search: '%' }, names: ['Echo 100%'] },
  { filter: { search: '_' }, names: ['Ümlaut_Charlie İΣ'] },
  { filter: { search: '\\' }, names: [] },
  { filter: { search: 'zoe-' }, names: [...COMPANIES].reverse() },
  { filter: { createdFrom: '2026-01-02T12:00:00Z', createdTo: '2026-01-04T12:00:00Z' }, names: ['Echo 100%', 'Alpha'] },
  { filter: { createdFrom: '2026-01-05T12:00:00.001Z' }, names: [] },
])('filters by $filter, and counts the same', async ({ filter, names }) => {
  const listed = await list({ filter });

  expect(listed.errors).toBeUndefined();
  expect(listed.names).toEqual(names);
  expect(listed.pageInfo?.totalItems).toBe(names.length);
});

test('filters by who looks after them', async () => {
  const { names, pageInfo } = await list({ filter: { assigneeId: admin } });

  expect(names).toEqual(['Bravo']);
  expect(pageInfo?.totalItems).toBe(1);
});

test.each([
  { selected: 'hasNextPage', counts: false },
  { selected: 'totalItems', counts: true },
  { selected: '... on PageInfo { totalPages }', counts: true },
])('is one statement; with $selected it counts: $counts', async ({ selected, counts }) => {
  const statements = await statementsOf(() =>
    api.ask(api.admin, `{ partnerApplications { items { id } pageInfo { ${selected} } } }`),
  );

  expect(statements.filter((text) => text.includes('partner_application'))).toHaveLength(1);
  expect(statements.some((text) => text.includes('total'))).toBe(counts);
});

test('beyond the last page the total is still right', async () => {
  const { names, pageInfo } = await list({ page: 2 ** 31 - 1 });

  expect(names).toEqual([]);
  expect(pageInfo).toMatchObject({ totalItems: 5, hasNextPage: false, endCursor: null });
});

const paths = (errors: GraphQLProblem[] | undefined) => errors?.[0]?.extensions.fields?.map(({ path }) => path);

test.each([
  { variables: { page: 0 }, path: 'page' },
  { variables: { limit: 0 }, path: 'limit' },
  { variables: { limit: -1 }, path: 'limit' },
  { variables: { limit: 101 }, path: 'limit' },
  { variables: { limit: 100_000 }, path: 'limit' },
  { variables: { filter: { search: ' ' } }, path: 'filter.search' },
  { variables: { filter: { industry: ['Mining', 'a\u0000b'] } }, path: 'filter.industry' },
  { variables: { filter: { industry: [''] } }, path: 'filter.industry' },
  { variables: { filter: { industry: Array(21).fill('Mining') } }, path: 'filter.industry' },
  { variables: { after: 'nonsense' }, path: 'after' },
  { variables: { after: Buffer.from('["createdAt DESC","x","y"]').toString('base64url') }, path: 'after' },
])('refuses $variables', async ({ variables, path }) => {
  const { errors } = await list(variables);

  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  expect(new Set(paths(errors))).toEqual(new Set([path]));
});

test('names every wrong argument', async () => {
  const { errors } = await list({ page: 0, limit: 101, filter: { search: '' } });

  expect(new Set(paths(errors))).toEqual(new Set(['page', 'limit', 'filter.search']));
});

test('anonymous may not', async () => {
  expect((await api.ask(undefined, LIST)).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
});
