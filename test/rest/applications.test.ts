import { beforeAll, describe, expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { changeStatus, givenApplication } from '../support/given/applications.ts';
import { givenPartner } from '../support/given/partners.ts';
import { callRest, namesIn, refusedRest } from '../support/rest.ts';

interface Page {
  items: { id: string; companyName: string; companySize: string; status: string }[];
  pageInfo: { totalItems: number; totalPages: number };
}

const api = useApi();
const PATH = 'GET /api/admin/partner-applications';
const ids: string[] = [];

beforeAll(async () => {
  ids.push(await givenApplication(api, { companyName: 'Beta', companySize: 'SIZE_1_10' }));
  ids.push(await givenApplication(api, { companyName: 'Alpha', companySize: 'SIZE_501_PLUS' }));
  ids.push(await givenApplication(api, { companyName: 'Gamma', partnershipType: 'REFERRAL' }));
  await changeStatus(api, api.admin, { id: ids[1] ?? '', status: 'REVIEWING' });
});

const namesFor = async (query: string) => {
  const { body } = await callRest<Page>(api, api.admin, `${PATH}${query}`);
  return body.items.map(({ companyName }) => companyName);
};

test('lists applications with their sizes as the requirements write them, newest first', async () => {
  const { status, body } = await callRest<Page>(api, api.admin, PATH);

  expect(status).toBe(200);
  expect(body.items.map(({ companySize }) => companySize)).toEqual(['11-50', '501+', '1-10']);
  expect(body.pageInfo).toMatchObject({ totalItems: 3, totalPages: 1 });
});

test('filters by status and type, sorts, and pages', async () => {
  expect(await namesFor('?status=REVIEWING')).toEqual(['Alpha']);
  expect(await namesFor('?partnershipType=REFERRAL')).toEqual(['Gamma']);
  expect(await namesFor('?sortBy=createdAt&sortOrder=asc')).toEqual(['Beta', 'Alpha', 'Gamma']);
  expect(await namesFor('?sortBy=companyName&sortOrder=asc&limit=2&page=2')).toEqual(['Gamma']);
  expect(await namesFor('?sortBy=status')).toEqual(['Alpha', 'Gamma', 'Beta']);
  expect(await namesFor('?sortBy=partnershipType&sortOrder=asc&limit=1')).toEqual(['Gamma']);
  expect(await namesFor('?sortBy=updatedAt&limit=1')).toEqual(['Alpha']);
});

describe('400 names the parameter', () => {
  test.each([
    ['limit=101', 'limit'],
    ['sortBy=CREATED_AT', 'sortBy'],
    ['sortBy=motivation', 'sortBy'],
    ['sortOrder=DESC', 'sortOrder'],
    ['status=pending', 'status'],
    ['partnershipType=', 'partnershipType'],
    ['search=x', 'search'],
    ['sortOrder=asc&sortOrder=asc', 'sortOrder'],
  ])('%s', async (query, name) => {
    const answer = await refusedRest(api, api.admin, `${PATH}?${query}`);

    expect([answer.status, answer.body.code]).toEqual([400, 'BAD_USER_INPUT']);
    expect(namesIn(answer)).toEqual([name]);
  });
});

test('only admins can list applications', async () => {
  const { actor } = await givenPartner(api);
  const statuses = [undefined, actor].map(async (caller) => (await refusedRest(api, caller, PATH)).status);
  expect(await Promise.all(statuses)).toEqual([401, 403]);
});
