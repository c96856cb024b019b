import { beforeAll, expect, test } from 'vitest';
import { useApi, type GraphQLProblem } from '../../support/api.ts';
import { changeStatus, givenApplication, type Application } from '../../support/given/applications.ts';

const api = useApi();
const COMPANIES = ['Delta', 'Alpha', 'Echo 100%', 'Bravo', 'Ümlaut_Charlie İΣ'];

const LIST = `query List($filter: PartnerApplicationFilter) {
  partnerApplications(filter: $filter) {
    items { id companyName status companySize createdAt }
    pageInfo { totalItems }
  }
}`;

interface Listed {
  partnerApplications: {
    items: Application[];
    pageInfo: { totalItems: number };
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

test('lists applications, newest first', async () => {
  const { errors, names, pageInfo } = await list({});

  expect(errors).toBeUndefined();
  expect(names).toEqual([...COMPANIES].reverse());
  expect(pageInfo?.totalItems).toBe(5);
});

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
  { filter: { search: 'zoe-' }, names: [...COMPANIES].reverse() },
  { filter: { createdFrom: '2026-01-02T12:00:00Z', createdTo: '2026-01-04T12:00:00Z' }, names: ['Echo 100%', 'Alpha'] },
  { filter: { createdFrom: '2026-01-05T12:00:00.001Z' }, names: [] },
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
])('F5: searches for $search as typed', async ({ search, names }) => {
  expect((await list({ filter: { search } })).names).toEqual(names);
});

test('filters by assignee', async () => {
  const { names, pageInfo } = await list({ filter: { assigneeId: admin } });

  expect(names).toEqual(['Bravo']);
  expect(pageInfo?.totalItems).toBe(1);
});

const paths = (errors: GraphQLProblem[] | undefined) => errors?.[0]?.extensions.fields?.map(({ path }) => path);

test.each([
  { variables: { filter: { industry: ['Mining', 'a\u0000b'] } }, path: 'filter.industry' },
  { variables: { filter: { industry: [''] } }, path: 'filter.industry' },
  { variables: { filter: { industry: Array(21).fill('Mining') } }, path: 'filter.industry' },
])('refuses $variables', async ({ variables, path }) => {
  const { errors } = await list(variables);

  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  expect(new Set(paths(errors))).toEqual(new Set([path]));
});

test('refuses anonymous callers', async () => {
  expect((await api.ask(undefined, LIST)).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
});
