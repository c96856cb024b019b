import { v7 as uuid } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { useApi, type Actor } from '../support/api.ts';
import { create, validClient } from '../support/given/client-accounts.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';

const api = useApi();

const LIST = `query ($partnerId: ID!, $filter: ClientAccountFilter) {
  partnerClients(partnerId: $partnerId, filter: $filter) {
    items { id companyName }
    pageInfo { totalItems }
    counts { active suspended }
  }
}`;
const ONE = `query ($partnerId: ID!, $id: ID!) { partnerClient(partnerId: $partnerId, id: $id) { id companyName } }`;

interface Listed {
  partnerClients: {
    items: { id: string; companyName: string }[];
    pageInfo: { totalItems: number };
    counts: { active: number; suspended: number };
  };
}

let mine: Partner;
let theirs: Partner;
let ids: string[];

async function givenClient({ actor }: Partner, companyName: string): Promise<string> {
  const { data } = await create(api, actor, { ...validClient(), companyName });
  return data?.createClientAccount.id ?? '';
}

const list = (actor: Actor, partnerId: string, filter?: object) =>
  api.ask<Listed>(actor, LIST, { partnerId, ...(filter && { filter }) });
const one = (actor: Actor, partnerId: string, id: string) =>
  api.ask<{ partnerClient: { id: string } | null }>(actor, ONE, { partnerId, id });

beforeAll(async () => {
  mine = await givenPartner(api);
  theirs = await givenPartner(api);
  ids = [await givenClient(mine, 'Bakery'), await givenClient(mine, 'Butcher')];
  await givenClient(theirs, 'Bakery of others');
  await api.ask(
    mine.actor,
    'mutation ($id: ID!) { updateClientSubscription(id: $id, input: { subscriptionStatus: SUSPENDED }) { id } }',
    { id: ids[0] },
  );
});

test('an admin reads the clients of one partner, with counts and filters', async () => {
  const { data } = await list(api.admin, mine.resellerId);
  const { data: found } = await list(api.admin, mine.resellerId, { search: 'bakery' });

  expect(data?.partnerClients.items.map(({ id }) => id)).toEqual(ids.toReversed());
  expect(data?.partnerClients.pageInfo.totalItems).toBe(2);
  expect(data?.partnerClients.counts).toEqual({ active: 1, suspended: 1 });
  expect(found?.partnerClients.items.map(({ companyName }) => companyName)).toEqual(['Bakery']);
});

test('an admin reads a client of its partner only', async () => {
  const [id = ''] = ids;

  expect((await one(api.admin, mine.resellerId.toUpperCase(), id)).data?.partnerClient).toMatchObject({ id });
  expect((await one(api.admin, theirs.resellerId, id)).data?.partnerClient).toBeNull();
  expect((await one(api.admin, mine.resellerId, uuid())).data?.partnerClient).toBeNull();
});

test('B1: partners read neither, not even their own', async () => {
  for (const { resellerId } of [mine, theirs]) {
    expect((await list(mine.actor, resellerId)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await one(mine.actor, resellerId, ids[0] ?? '')).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
  }
});

test.each([uuid(), 'no ID'])('a partner that does not exist has no clients: %s', async (id) => {
  expect((await list(api.admin, id)).data?.partnerClients.items).toEqual([]);
});
