import { beforeAll, expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { decideChange, givenChange, withdrawChange } from '../support/given/companies.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';

const api = useApi();
let first: Partner;
let second: Partner;
let ids: { approved: string; rejected: string; withdrawn: string; pending: string; other: string };

beforeAll(async () => {
  first = await givenPartner(api, { companyName: 'Alpine' });
  second = await givenPartner(api, { companyName: 'Birch' });
  const approved = await givenChange(api, first, { city: 'Berlin' });
  await decideChange(api, api.admin, { id: approved.id, approve: true });
  const rejected = await givenChange(api, first, { city: 'Hamburg' });
  await decideChange(api, api.admin, { id: rejected.id, approve: false, message: 'No.' });
  const withdrawn = await givenChange(api, first, { city: 'Bremen' });
  await withdrawChange(api, first.actor, withdrawn.id);
  const pending = await givenChange(api, first, { city: 'Kiel' });
  const other = await givenChange(api, second, { city: 'Bern' });
  ids = {
    approved: approved.id,
    rejected: rejected.id,
    withdrawn: withdrawn.id,
    pending: pending.id,
    other: other.id,
  };
});

interface Listed {
  companyChanges: {
    items: { id: string; partnerAccount: { companyName: string } }[];
    counts: Record<string, number>;
  };
}

const list = async (filter: object, sortOrder = 'ASC') =>
  (
    await api.ask<Listed>(
      api.admin,
      `query ($filter: CompanyChangeFilter, $sortOrder: SortOrder!) {
        companyChanges(filter: $filter, sortOrder: $sortOrder) {
          items { id partnerAccount { companyName } } counts { pending approved rejected withdrawn }
        }
      }`,
      { filter, sortOrder },
    )
  ).data?.companyChanges;

test('lists changes of all partners by status, and counts each status under the other filters', async () => {
  const pending = await list({ status: ['PENDING'] });
  const ofFirst = await list({ partnerId: first.resellerId }, 'DESC');

  expect(pending?.items).toEqual([
    { id: ids.pending, partnerAccount: { companyName: 'Alpine' } },
    { id: ids.other, partnerAccount: { companyName: 'Birch' } },
  ]);
  expect(pending?.counts).toEqual({ pending: 2, approved: 1, rejected: 1, withdrawn: 1 });
  expect(ofFirst?.items.map(({ id }) => id)).toEqual([ids.pending, ids.withdrawn, ids.rejected, ids.approved]);
  expect(ofFirst?.counts).toEqual({ pending: 1, approved: 1, rejected: 1, withdrawn: 1 });
  expect((await list({ partnerId: 'x' }))?.items).toEqual([]);
});

test('the neighbors of a change are those of its list', async () => {
  const query = `query ($id: ID!, $filter: CompanyChangeFilter) {
    companyChangeNeighbors(id: $id, filter: $filter, sortOrder: ASC) {
      previous { id } next { id } position totalItems
    }
  }`;

  expect(await api.ask(api.admin, query, { id: ids.pending, filter: { status: ['PENDING'] } })).toEqual({
    data: { companyChangeNeighbors: { previous: null, next: { id: ids.other }, position: 1, totalItems: 2 } },
  });
  expect(await api.ask(api.admin, query, { id: ids.pending, filter: {} })).toMatchObject({
    data: { companyChangeNeighbors: { previous: { id: ids.withdrawn }, next: { id: ids.other }, position: 4 } },
  });
});

test('an admin reads one change, and gets null for one that does not exist', async () => {
  const query = 'query ($id: ID!) { companyChange(id: $id) { id requestedBy decidedBy after { city } } }';

  expect(await api.ask(api.admin, query, { id: ids.rejected })).toEqual({
    data: {
      companyChange: {
        id: ids.rejected,
        requestedBy: 'Olive Owner',
        decidedBy: 'Ada Admin',
        after: { city: 'Hamburg' },
      },
    },
  });
  expect(await api.ask(api.admin, query, { id: 'x' })).toEqual({ data: { companyChange: null } });
});

test('waiting work counts those that wait for a decision', async () => {
  expect(await api.ask(api.admin, '{ waitingWork { companyChanges } }')).toEqual({
    data: { waitingWork: { companyChanges: 2 } },
  });
});
