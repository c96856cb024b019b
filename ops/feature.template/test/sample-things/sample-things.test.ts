import { beforeAll, expect, test } from 'vitest';
import { useApi, type Actor } from '../support/api.ts';
import { approveSampleThing, givenSampleThing, type SampleThing } from '../support/given/sample-things.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';

const api = useApi();
let me: Partner;

const LIST = `query List($filter: SampleThingFilter, $sortBy: SampleThingSortField! = CREATED_AT, $sortOrder: SortOrder! = DESC,
  $limit: Int! = 20, $after: String) {
  sampleThings(filter: $filter, sortBy: $sortBy, sortOrder: $sortOrder, limit: $limit, after: $after) {
    items { name }
    pageInfo { totalItems hasNextPage endCursor }
  }
}`;

interface Listed {
  sampleThings: {
    items: Pick<SampleThing, 'name'>[];
    pageInfo: { totalItems: number; hasNextPage: boolean; endCursor: string | null };
  };
}

async function list(variables: object = {}, actor: Actor | undefined = me.actor) {
  const { data, errors } = await api.ask<Listed>(actor, LIST, variables);
  return { errors, names: data?.sampleThings.items.map(({ name }) => name), pageInfo: data?.sampleThings.pageInfo };
}

beforeAll(async () => {
  me = await givenPartner(api);
  for (const name of ['Bravo', 'Alpha', 'Charlie']) {
    const { id } = await givenSampleThing(api, me.actor, name);
    if (name === 'Alpha') await approveSampleThing(api, me.actor, { id });
  }
  await givenSampleThing(api, (await givenPartner(api)).actor, 'Of another partner');
});

test('lists the partner’s own, the newest first', async () => {
  const { errors, names, pageInfo } = await list();

  expect(errors).toBeUndefined();
  expect(names).toEqual(['Charlie', 'Alpha', 'Bravo']);
  expect(pageInfo).toMatchObject({ totalItems: 3, hasNextPage: false });
});

test.each(['CREATED_AT', 'NAME'])('pages by cursor through every row once, by %s, both ways', async (sortBy) => {
  for (const sortOrder of ['ASC', 'DESC']) {
    const first = await list({ sortBy, sortOrder, limit: 2 });
    const second = await list({ sortBy, sortOrder, limit: 2, after: first.pageInfo?.endCursor });

    expect([...(first.names ?? []), ...(second.names ?? [])]).toEqual((await list({ sortBy, sortOrder })).names);
    expect(second.pageInfo).toMatchObject({ hasNextPage: false });
  }
});

test.each([
  { filter: { status: ['APPROVED'] }, names: ['Alpha'] },
  { filter: { status: ['PENDING'] }, names: ['Charlie', 'Bravo'] },
  { filter: { status: [] }, names: [] },
])('filters by $filter, and counts the same', async ({ filter, names }) => {
  const listed = await list({ filter });

  expect(listed.names).toEqual(names);
  expect(listed.pageInfo?.totalItems).toBe(names.length);
});

test('an admin may not list them: FORBIDDEN', async () => {
  expect((await list({}, api.admin)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});
