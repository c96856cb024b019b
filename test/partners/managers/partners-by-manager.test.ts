import { beforeAll, expect, test } from 'vitest';
import { useApi } from '../../support/api.ts';
import { givenPartner } from '../../support/given/partners.ts';
import { givenAdmin, type Person } from '../../support/given/people.ts';

const api = useApi();
let ann: Person;
let bob: Person;

const LIST = `query ($filter: PartnerAccountFilter) {
  partnerAccounts(filter: $filter) { items { companyName } pageInfo { totalItems } counts { active deactivated } }
}`;

interface Listed {
  partnerAccounts: {
    items: { companyName: string }[];
    pageInfo: { totalItems: number };
    counts: { active: number; deactivated: number };
  };
}

const list = async (filter: object) => (await api.ask<Listed>(api.admin, LIST, { filter })).data?.partnerAccounts;
const companies = async (filter: object) => (await list(filter))?.items.map(({ companyName }) => companyName);

async function givenManaged(companyName: string, tier: string, managers: object) {
  const { resellerId: id } = await givenPartner(api, { companyName });
  const update =
    'mutation ($id: ID!, $tier: PartnerTier) { updatePartnerAccount(id: $id, input: { tier: $tier }) { id } }';
  await api.ask(api.admin, update, { id, tier });
  const assign = `mutation ($id: ID!, $managerId: ID, $technicalManagerId: ID) {
    assignPartnerManager(id: $id, managerId: $managerId, technicalManagerId: $technicalManagerId) { id }
  }`;
  await api.ask(api.admin, assign, { id, ...managers });
  return id;
}

beforeAll(async () => {
  ann = await givenAdmin(api, 'PARTNERS');
  bob = await givenAdmin(api, 'PARTNERS');
  const gone = await givenAdmin(api, 'PARTNERS');
  await givenManaged('Silver', 'SILVER', {});
  await givenManaged('Gold of Ann', 'GOLD', { managerId: ann.id });
  await givenManaged('Gold of no one', 'GOLD', {});
  await givenManaged('Gold of a former admin', 'GOLD', { managerId: gone.id });
  await givenManaged('Platinum of both', 'PLATINUM', { managerId: ann.id, technicalManagerId: bob.id });
  const inactive = await givenManaged('Platinum of Ann', 'PLATINUM', { managerId: ann.id });
  await api.ask(api.admin, 'mutation ($id: ID!) { updatePartnerAccount(id: $id, input: { isActive: false }) { id } }', {
    id: inactive,
  });
  await api.ask(api.admin, 'mutation ($id: ID!) { deactivateAdmin(id: $id) }', { id: gone.id });
}, 60_000);

test('finds the partners of a manager, in either post', async () => {
  expect(await companies({ managerIds: [ann.id] })).toEqual(['Platinum of Ann', 'Platinum of both', 'Gold of Ann']);
  expect(await companies({ managerIds: [bob.id] })).toEqual(['Platinum of both']);
  expect(await companies({ managerIds: [bob.id, ann.id], isActive: true })).toEqual([
    'Platinum of both',
    'Gold of Ann',
  ]);
  expect(await companies({ managerIds: [] })).toEqual([]);
  expect(await companies({ managerIds: ['no ID'] })).toEqual([]);
});

test('counts them by state', async () => {
  expect(await list({ managerIds: [ann.id], isActive: true })).toMatchObject({
    pageInfo: { totalItems: 2 },
    counts: { active: 2, deactivated: 1 },
  });
});

test('finds those whose tier promises a manager that they do not have', async () => {
  expect(await companies({ lacksManager: true })).toEqual([
    'Platinum of Ann',
    'Gold of a former admin',
    'Gold of no one',
  ]);
  expect(await companies({ lacksManager: false })).toEqual(['Platinum of both', 'Gold of Ann', 'Silver']);
  expect(await companies({ lacksManager: true, managerIds: [ann.id] })).toEqual(['Platinum of Ann']);
});
