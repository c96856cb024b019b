import { beforeAll, expect, test } from 'vitest';
import { useApi, type Actor } from '../support/api.ts';
import { approveSampleThing, givenSampleThing, type SampleThing } from '../support/given/sample-things.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';

const api = useApi();
let me: Partner;
let other: Partner;

const LIST = `query List($filter: SampleThingFilter, $sortBy: SampleThingSortField! = CREATED_AT, $sortOrder: SortOrder! = DESC) {
  sampleThings(filter: $filter, sortBy: $sortBy, sortOrder: $sortOrder) {
    items { name partnerAccount { id } }
    pageInfo { totalItems hasNextPage }
  }
}`;

interface Listed {
  sampleThings: {
    items: (Pick<SampleThing, 'name'> & { partnerAccount: { id: string } })[];
    pageInfo: { totalItems: number; hasNextPage: boolean };
  };
}

async function list(variables: object = {}, actor: Actor | undefined = me.actor) {
  const { data, errors } = await api.ask<Listed>(actor, LIST, variables);
  return {
    errors,
    names: data?.sampleThings.items.map(({ name }) => name),
    partners: data?.sampleThings.items.map(({ partnerAccount }) => partnerAccount.id),
    pageInfo: data?.sampleThings.pageInfo,
  };
}

beforeAll(async () => {
  me = await givenPartner(api);
  for (const name of ['Bravo', 'Alpha', 'Charlie']) {
    const { id } = await givenSampleThing(api, me.actor, name);
    if (name === 'Alpha') await approveSampleThing(api, api.admin, { id });
  }
  other = await givenPartner(api);
  await givenSampleThing(api, other.actor, 'Of another partner');
});

test('lists the partner’s own sample things, newest first', async () => {
  const { errors, names, pageInfo } = await list();

  expect(errors).toBeUndefined();
  expect(names).toEqual(['Charlie', 'Alpha', 'Bravo']);
  expect(pageInfo).toMatchObject({ totalItems: 3, hasNextPage: false });
});

test.each([
  { filter: { status: ['APPROVED'] }, names: ['Alpha'] },
  { filter: { status: ['PENDING'] }, names: ['Charlie', 'Bravo'] },
  { filter: { status: [] }, names: [] },
  { filter: { search: 'LPH' }, names: ['Alpha'] },
  { filter: { search: 'a', status: ['PENDING'] }, names: ['Charlie', 'Bravo'] },
  { filter: { search: '%' }, names: [] },
])('filters by $filter, and the total matches', async ({ filter, names }) => {
  const listed = await list({ filter });

  expect(listed.names).toEqual(names);
  expect(listed.pageInfo?.totalItems).toBe(names.length);
});

test('an admin sees those of all partners, each with its partner', async () => {
  const { partners } = await list({}, api.admin);

  expect(partners).toEqual([other.resellerId, me.resellerId, me.resellerId, me.resellerId]);
});
