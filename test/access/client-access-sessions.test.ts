import { beforeAll, expect, test } from 'vitest';
import { useApi, type Actor } from '../support/api.ts';
import { access, exchange, revoke, type Access } from '../support/given/callers/client-access.ts';
import { givenClient, type Client } from '../support/given/client-accounts.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { statementsOf } from '../support/statements.ts';

const api = useApi();
const clients: Client[] = [];
const accesses: Access[] = [];
let reseller: Partner;
let stranger: Partner;

const LIST = `query List($clientId: ID) {
  clientAccessSessions(clientId: $clientId) {
    items { id reason userEmail createdAt expiresAt exchangedAt revokedAt clientAccount { id companyName } }
    pageInfo { totalItems }
  }
}`;

interface Listed {
  clientAccessSessions: {
    items: { id: string; reason: string }[];
    pageInfo: { totalItems: number };
  };
}

async function list(variables: object, actor: Actor | undefined = reseller.actor) {
  const { data, errors } = await api.ask<Listed>(actor, LIST, variables);
  const { items, pageInfo } = data?.clientAccessSessions ?? {};
  return { errors, items, reasons: items?.map(({ reason }) => reason), pageInfo };
}

beforeAll(async () => {
  reseller = await givenPartner(api);
  stranger = await givenPartner(api);
  for (const companyName of ['Alpha', 'Bravo']) clients.push(await givenClient(api, reseller.actor, { companyName }));
  for (const [index, reason] of ['first', 'second', 'third'].entries()) {
    const { data } = await access(api, reseller.actor, clients[index % 2]?.id ?? '', reason);
    if (data) accesses.push(data.accessClientAccount);
  }
  await access(api, stranger.actor, (await givenClient(api, stranger.actor)).id, 'foreign');
});

test('lists the reseller’s own access sessions with their outcome, newest first', async () => {
  await exchange(api, accesses[1]?.accessToken ?? '');
  await revoke(api, reseller.actor, accesses[2]?.sessionId ?? '');

  const { errors, items, reasons, pageInfo } = await list({});

  expect(errors).toBeUndefined();
  expect(reasons).toEqual(['third', 'second', 'first']);
  expect(pageInfo?.totalItems).toBe(3);
  const time = expect.stringMatching(/^2\d{3}-.*Z$/);
  const [alpha, bravo] = clients.map(({ id, companyName }) => ({ id, companyName }));
  expect(items).toMatchObject([
    { id: accesses[2]?.sessionId, userEmail: reseller.email, clientAccount: alpha, exchangedAt: null, revokedAt: time },
    { id: accesses[1]?.sessionId, clientAccount: bravo, exchangedAt: time, revokedAt: null, createdAt: time },
    {
      id: accesses[0]?.sessionId,
      clientAccount: alpha,
      exchangedAt: null,
      revokedAt: null,
      expiresAt: accesses[0]?.expiresAt,
    },
  ]);
});

test.each([
  { clientId: () => clients[0]?.id, reasons: ['third', 'first'] },
  { clientId: () => null, reasons: ['third', 'second', 'first'] },
])('filters by client: $reasons', async ({ clientId, reasons }) => {
  const listed = await list({ clientId: clientId() });

  expect(listed.errors).toBeUndefined();
  expect(listed.reasons).toEqual(reasons);
  expect(listed.pageInfo?.totalItems).toBe(reasons.length);
});

test('C1: another reseller’s client has no access sessions', async () => {
  expect((await list({ clientId: clients[0]?.id }, stranger.actor)).reasons).toEqual([]);
  expect((await list({}, stranger.actor)).reasons).toEqual(['foreign']);
});

test('reads all clients and all users in one statement each', async () => {
  const statements = await statementsOf(() => list({}));

  expect(
    statements.filter((text) => /from "(client_access_session|client_account|user_account)"/.test(text)),
  ).toHaveLength(3);
});

test.each([
  { who: 'an anonymous caller', actor: () => undefined, code: 'UNAUTHENTICATED' },
  { who: 'an admin', actor: () => api.admin, code: 'FORBIDDEN' },
])('refuses $who with $code', async ({ actor, code }) => {
  expect((await api.ask(actor(), LIST)).errors).toMatchObject([{ extensions: { code } }]);
});
