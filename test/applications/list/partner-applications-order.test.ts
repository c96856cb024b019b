import { beforeAll, expect, test } from 'vitest';
import { useApi } from '../../support/api.ts';
import { givenApplication } from '../../support/given/applications.ts';
import { NAMES_IN_ORDER } from '../../support/texts/names-in-order.ts';
import { statementsOf } from '../../support/statements.ts';
import { whileChanged } from '../../support/database.changes.ts';

const api = useApi();
const ids = new Map<string, string>();

const LIST = `query ($sortOrder: SortOrder!, $page: Int! = 1, $limit: Int!, $after: String) {
  partnerApplications(sortBy: COMPANY_NAME, sortOrder: $sortOrder, page: $page, limit: $limit, after: $after) {
    items { companyName } pageInfo { hasNextPage endCursor totalItems }
  }
}`;

interface Listed {
  partnerApplications: {
    items: { companyName: string }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

async function list(variables: object) {
  const { data, errors } = await api.ask<Listed>(api.admin, LIST, { limit: 100, ...variables });
  expect(errors).toBeUndefined();
  const { items = [], pageInfo } = data?.partnerApplications ?? {};
  return { names: items.map(({ companyName }) => companyName), pageInfo };
}

beforeAll(async () => {
  // Neither in this order nor in reverse.
  const shuffled = NAMES_IN_ORDER.toSorted((one, other) => (one.length < other.length || one < other ? 1 : -1));
  for (const companyName of shuffled) ids.set(companyName, await givenApplication(api, { companyName }));
});

test.each([
  { sortOrder: 'ASC', inOrder: NAMES_IN_ORDER },
  { sortOrder: 'DESC', inOrder: NAMES_IN_ORDER.toReversed() },
])('sorts names as people do, $sortOrder', async ({ sortOrder, inOrder }) => {
  expect((await list({ sortOrder })).names).toEqual(inOrder);
});

test.each([
  { sortOrder: 'ASC', inOrder: NAMES_IN_ORDER },
  { sortOrder: 'DESC', inOrder: NAMES_IN_ORDER.toReversed() },
])('keeps the order across pages, by number and by cursor, $sortOrder', async ({ sortOrder, inOrder }) => {
  const byNumber: string[] = [];
  const byCursor: string[] = [];
  let after: string | null | undefined;
  for (let page = 1; page <= Math.ceil(inOrder.length / 3); page++) {
    byNumber.push(...(await list({ sortOrder, page, limit: 3 })).names);
    const { names, pageInfo } = await list({ sortOrder, after, limit: 3 });
    byCursor.push(...names);
    after = pageInfo?.endCursor;
  }

  expect(byNumber).toEqual(inOrder);
  expect(byCursor).toEqual(inOrder);
});

test('each application has the same neighbors as in the list', async () => {
  const query = `query ($id: ID!) {
    partnerApplicationNeighbors(id: $id, sortBy: COMPANY_NAME, sortOrder: ASC) { previous { companyName } next { companyName } }
  }`;
  interface Beside {
    partnerApplicationNeighbors: Record<'previous' | 'next', { companyName: string } | null>;
  }
  for (const [place, name] of NAMES_IN_ORDER.entries()) {
    const { data } = await api.ask<Beside>(api.admin, query, { id: ids.get(name) });
    const { previous, next } = data?.partnerApplicationNeighbors ?? {};

    expect([previous?.companyName, next?.companyName]).toEqual([NAMES_IN_ORDER[place - 1], NAMES_IN_ORDER[place + 1]]);
  }
});

test('reads a page by name in the order of an index', async () => {
  const [statement = ''] = (await statementsOf(() => list({ sortOrder: 'ASC', limit: 3 }))).filter((text) =>
    text.includes('natural_order'),
  );

  expect(statement).toContain('"company_name" collate natural_order');
  const change = 'set enable_seqscan = off; set enable_sort = off';
  const plan = await whileChanged(api, { change, back: 'reset all' }, () =>
    api.rows(`explain select id from partner_application
      where (company_name collate natural_order, id) > ('b', '00000000-0000-0000-0000-000000000000')
      order by company_name collate natural_order, id limit 3`),
  );
  expect(JSON.stringify(plan)).toContain('partner_application_company_name_index');
});

test('names that sort as equal stay different: a filter finds one spelling only', async () => {
  await api.rows(`update partner_application set industry = 'Großhandel' where id = $1`, [ids.get('apple')]);
  await api.rows(`update partner_application set industry = 'grosshandel' where id = $1`, [ids.get('Apple')]);
  const { data } = await api.ask<Listed>(
    api.admin,
    `{ partnerApplications(filter: { industry: ["Großhandel"] }) { items { companyName } } }`,
  );

  expect(data?.partnerApplications.items).toEqual([{ companyName: 'apple' }]);
});
