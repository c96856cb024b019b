import { v7 as uuid } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';

const api = useApi();
const TYPES = ['RESELLER', 'REFERRAL', 'RESELLER', 'RESELLER'];
const NAMES = ['Alpha', 'Bravo', 'Charlie', 'Delta'];
let partners: Partner[];

const NEIGHBORS = `query ($id: ID!, $filter: PartnerAccountFilter) {
  partnerAccountNeighbors(id: $id, filter: $filter) {
    previous { companyName } next { companyName } position totalItems
  }
}`;

const neighbors = async (place: number, filter?: object) =>
  (
    await api.ask<{ partnerAccountNeighbors: object }>(api.admin, NEIGHBORS, {
      id: partners[place]?.resellerId,
      filter,
    })
  ).data?.partnerAccountNeighbors;

beforeAll(async () => {
  partners = [];
  for (const [index, companyName] of NAMES.entries()) {
    partners.push(await givenPartner(api, { companyName, partnershipType: TYPES[index] ?? 'RESELLER' }));
  }
});

test('walks through the list, newest first', async () => {
  expect(await neighbors(3)).toEqual({ previous: null, next: { companyName: 'Charlie' }, position: 1, totalItems: 4 });
  expect(await neighbors(1)).toEqual({
    previous: { companyName: 'Charlie' },
    next: { companyName: 'Alpha' },
    position: 3,
    totalItems: 4,
  });
  expect(await neighbors(0)).toEqual({ previous: { companyName: 'Bravo' }, next: null, position: 4, totalItems: 4 });
});

test('stays within a filter, even for a partner that does not match it', async () => {
  const filter = { partnershipType: ['RESELLER'] };

  expect(await neighbors(2, filter)).toMatchObject({ next: { companyName: 'Alpha' }, position: 2, totalItems: 3 });
  expect(await neighbors(1, filter)).toEqual({
    previous: { companyName: 'Charlie' },
    next: { companyName: 'Alpha' },
    position: null,
    totalItems: 3,
  });
});

test.each(['no-uuid', uuid()])('returns null for the ID %s', async (id) => {
  expect(await api.ask(api.admin, NEIGHBORS, { id })).toEqual({ data: { partnerAccountNeighbors: null } });
});

test('partners learn nothing, not even of their own account', async () => {
  const [partner] = partners;
  const { data, errors } = await api.ask(partner?.actor, NEIGHBORS, { id: partner?.resellerId });

  expect(data).toEqual({ partnerAccountNeighbors: null });
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});
