import { v7 as uuid } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { useApi } from '../../support/api.ts';
import { changeStatus, givenApplication } from '../../support/given/applications.ts';

const api = useApi();
const COMPANIES = ['Delta', 'Alpha', 'Echo', 'Bravo', 'Charlie'];
const ids = new Map<string, string>();

const NEIGHBORS = `query ($id: ID!, $filter: PartnerApplicationFilter, $sortBy: PartnerApplicationSortField! = CREATED_AT,
  $sortOrder: SortOrder! = DESC) {
  partnerApplicationNeighbors(id: $id, filter: $filter, sortBy: $sortBy, sortOrder: $sortOrder) {
    previous { companyName } next { companyName }
  }
}`;

interface Beside {
  partnerApplicationNeighbors: { previous: Named | null; next: Named | null } | null;
}
type Named = { companyName: string };

async function beside(company: string, variables: object = {}) {
  const { data, errors } = await api.ask<Beside>(api.admin, NEIGHBORS, { id: ids.get(company), ...variables });
  expect(errors).toBeUndefined();
  const found = data?.partnerApplicationNeighbors;
  return [found?.previous?.companyName, found?.next?.companyName];
}

beforeAll(async () => {
  for (const [index, companyName] of COMPANIES.entries()) {
    const id = await givenApplication(api, { companyName, partnershipType: index % 2 ? 'REFERRAL' : 'TECHNOLOGY' });
    const created = new Date(Date.UTC(2026, 0, 1 + (index >> 1))).toISOString(); // two at a time
    await api.rows('update partner_application set created_at = $2, updated_at = $2 where id = $1', [id, created]);
    ids.set(companyName, id);
  }
});

test.each(['CREATED_AT', 'UPDATED_AT', 'COMPANY_NAME', 'STATUS', 'PARTNERSHIP_TYPE'])(
  'walks through the list by %s in both directions',
  async (sortBy) => {
    for (const sortOrder of ['ASC', 'DESC']) {
      const query = `{ partnerApplications(sortBy: ${sortBy}, sortOrder: ${sortOrder}) { items { companyName } } }`;
      const { data } = await api.ask<{ partnerApplications: { items: Named[] } }>(api.admin, query);
      const listed = data?.partnerApplications.items.map(({ companyName }) => companyName) ?? [];

      expect(listed).toHaveLength(5);
      for (const [place, company] of listed.entries()) {
        expect(await beside(company, { sortBy, sortOrder })).toEqual([listed[place - 1], listed[place + 1]]);
      }
    }
  },
);

test('stays within a filter, even for an application that no longer matches it', async () => {
  const filter = { partnershipType: ['TECHNOLOGY'], status: ['PENDING'] };

  expect(await beside('Echo', { filter, sortBy: 'COMPANY_NAME', sortOrder: 'ASC' })).toEqual(['Delta', undefined]);
  await changeStatus(api, api.admin, { id: ids.get('Delta') ?? '', status: 'REVIEWING' });
  expect(await beside('Delta', { filter, sortBy: 'COMPANY_NAME', sortOrder: 'ASC' })).toEqual(['Charlie', 'Echo']);
});

test('counts the list only if a query asks for the position', async () => {
  const COUNTED = NEIGHBORS.replace('previous {', 'position totalItems previous {');
  const asked = { filter: { partnershipType: ['TECHNOLOGY'] }, sortBy: 'COMPANY_NAME', sortOrder: 'ASC' };
  const places = async (company: string) => {
    const { data } = await api.ask<{ partnerApplicationNeighbors: object }>(api.admin, COUNTED, {
      id: ids.get(company),
      ...asked,
    });
    return data?.partnerApplicationNeighbors;
  };

  expect(await places('Charlie')).toMatchObject({ position: 1, totalItems: 3, next: { companyName: 'Delta' } });
  expect(await places('Echo')).toMatchObject({ position: 3, totalItems: 3, next: null });
  expect(await places('Alpha')).toMatchObject({ position: null, totalItems: 3 });
});

test.each(['no-uuid', uuid()])('returns null for the ID %s', async (id) => {
  expect(await api.ask(api.admin, NEIGHBORS, { id })).toEqual({ data: { partnerApplicationNeighbors: null } });
});

test('names an invalid filter', async () => {
  const { errors } = await api.ask(api.admin, NEIGHBORS, { id: uuid(), filter: { search: ' ' } });

  expect(errors?.[0]?.extensions.fields?.[0]?.path).toBe('filter.search');
});

test('refuses anonymous callers', async () => {
  const { errors } = await api.ask(undefined, NEIGHBORS, { id: ids.get('Echo') });

  expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
});
