import { v7 as uuid } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { changeSubscription, givenClient } from '../support/given/client-accounts.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { statementsOf } from '../support/statements.ts';

const api = useApi();
const COMPANIES = ['Delta', 'Alpha', 'Echo', 'Bravo', 'Charlie'];
const ids = new Map<string, string>();
let reseller: Partner;
let foreignId: string;

const NEIGHBORS = `query ($id: ID!, $filter: ClientAccountFilter, $sortBy: ClientAccountSortField! = CREATED_AT,
  $sortOrder: SortOrder! = DESC) {
  clientAccountNeighbors(id: $id, filter: $filter, sortBy: $sortBy, sortOrder: $sortOrder) {
    previous { companyName } next { companyName } position totalItems
  }
}`;

type Named = { companyName: string };
interface Beside {
  clientAccountNeighbors: { previous: Named | null; next: Named | null; position: number; totalItems: number } | null;
}

async function beside(company: string, variables: object = {}) {
  const { data, errors } = await api.ask<Beside>(reseller.actor, NEIGHBORS, { id: ids.get(company), ...variables });
  expect(errors).toBeUndefined();
  const found = data?.clientAccountNeighbors;
  return [found?.previous?.companyName, found?.next?.companyName, found?.position, found?.totalItems];
}

beforeAll(async () => {
  reseller = await givenPartner(api);
  for (const companyName of COMPANIES) {
    const { id } = await givenClient(api, reseller.actor, { companyName });
    ids.set(companyName, id);
    if (companyName < 'C') {
      await changeSubscription(api, reseller.actor, { id, input: { subscriptionStatus: 'SUSPENDED' } });
    }
  }
  foreignId = (await givenClient(api, (await givenPartner(api)).actor, { companyName: 'Bravo too, but foreign' })).id;
});

test.each(['CREATED_AT', 'UPDATED_AT', 'COMPANY_NAME', 'SUBSCRIPTION_STATUS'])(
  'walks through the own list by %s in both directions',
  async (sortBy) => {
    for (const sortOrder of ['ASC', 'DESC']) {
      const query = `{ clientAccounts(sortBy: ${sortBy}, sortOrder: ${sortOrder}) { items { companyName } } }`;
      const { data } = await api.ask<{ clientAccounts: { items: Named[] } }>(reseller.actor, query);
      const listed = data?.clientAccounts.items.map(({ companyName }) => companyName) ?? [];

      expect(listed).toHaveLength(5);
      for (const [place, company] of listed.entries()) {
        const expected = [listed[place - 1], listed[place + 1], place + 1, 5];
        expect(await beside(company, { sortBy, sortOrder })).toEqual(expected);
      }
    }
  },
);

test('stays within a filter, even for a client that does not match it', async () => {
  const asked = { filter: { status: ['ACTIVE'] }, sortBy: 'COMPANY_NAME', sortOrder: 'ASC' };

  expect(await beside('Delta', asked)).toEqual(['Charlie', 'Echo', 2, 3]);
  expect(await beside('Bravo', asked)).toEqual([undefined, 'Charlie', null, 3]);
});

test('takes one statement', async () => {
  const statements = await statementsOf(() => beside('Echo'));

  expect(statements.filter((statement) => statement.includes('client_account'))).toHaveLength(1);
});

test.each(['foreign', 'random', 'malformed'])('C1: returns null for a %s ID', async (kind) => {
  const id = { foreign: foreignId, random: uuid(), malformed: 'no-uuid' }[kind];

  expect(await api.ask(reseller.actor, NEIGHBORS, { id })).toEqual({ data: { clientAccountNeighbors: null } });
});

test('names an invalid filter', async () => {
  const { errors } = await api.ask(reseller.actor, NEIGHBORS, { id: uuid(), filter: { search: ' ' } });

  expect(errors?.[0]?.extensions.fields?.[0]?.path).toBe('filter.search');
});

test.each([
  { who: 'an anonymous caller', actor: () => undefined, code: 'UNAUTHENTICATED' },
  { who: 'an admin', actor: () => api.admin, code: 'FORBIDDEN' },
])('refuses $who with $code', async ({ actor, code }) => {
  const { data, errors } = await api.ask(actor(), NEIGHBORS, { id: ids.get('Echo') });

  expect(data).toEqual({ clientAccountNeighbors: null });
  expect(errors).toMatchObject([{ extensions: { code } }]);
});
