import { beforeAll, describe, expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { changeSubscription, givenClient, type Client } from '../support/given/client-accounts.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { callRest, namesIn, refusedRest } from '../support/rest.ts';

interface Page {
  items: Client[];
  pageInfo: { page: number; limit: number; totalItems: number; totalPages: number; hasNextPage: boolean };
}

const api = useApi();
let reseller: Partner;
let clients: Client[];

beforeAll(async () => {
  reseller = await givenPartner(api);
  clients = [];
  for (let count = 0; count < 3; count++) clients.unshift(await givenClient(api, reseller.actor));
  await givenClient(api, (await givenPartner(api)).actor);
  const id = clients[0]?.id ?? '';
  await changeSubscription(api, reseller.actor, { id, input: { subscriptionStatus: 'SUSPENDED' } });
});

const list = (query = '') => callRest<Page>(api, reseller.actor, `GET /api/partner/clients${query}`);

test('lists the caller’s clients, newest first, with totals', async () => {
  const { status, body } = await list();

  expect(status).toBe(200);
  expect(body.items.map(({ id }) => id)).toEqual(clients.map(({ id }) => id));
  expect(body.pageInfo).toMatchObject({ page: 1, limit: 20, totalItems: 3, totalPages: 1, hasNextPage: false });
});

test('filters by status, and pages by number', async () => {
  const active = await list('?status=ACTIVE&limit=1&page=2');

  expect(active.body.items.map(({ id }) => id)).toEqual([clients[2]?.id]);
  expect(active.body.pageInfo).toMatchObject({ page: 2, limit: 1, totalItems: 2, totalPages: 2, hasNextPage: false });
  expect((await list('?page=2147483647')).body.items).toEqual([]);
});

describe('400 names the parameter', () => {
  test.each([
    ['limit=101', 'limit'],
    ['limit=0', 'limit'],
    ['limit=ten', 'limit'],
    ['limit=1e1', 'limit'],
    ['limit=', 'limit'],
    ['page=0', 'page'],
    ['page=2147483648', 'page'],
    ['page=1&page=2', 'page'],
    ['status=active', 'status'],
    ['status=ACTIVE,SUSPENDED', 'status'],
    ['status=ACTIVE&status=SUSPENDED', 'status'],
    ['status[]=ACTIVE', 'status[]'],
    ['sortBy=createdAt', 'sortBy'],
    ['__proto__=x', '__proto__'],
    ['constructor=x', 'constructor'],
  ])('%s', async (query, name) => {
    const answer = await refusedRest(api, reseller.actor, `GET /api/partner/clients?${query}`);

    expect([answer.status, answer.body.code]).toEqual([400, 'BAD_USER_INPUT']);
    expect(namesIn(answer)).toEqual([name]);
  });
});

test('a caller without clients gets none', async () => {
  const anonymous = await refusedRest(api, undefined, 'GET /api/partner/clients');
  const admin = await refusedRest(api, api.admin, 'GET /api/partner/clients');

  expect([anonymous.status, admin.status]).toEqual([401, 403]);
});
