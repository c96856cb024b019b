import { v7 as uuid } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { givenClient, type Client } from '../support/given/client-accounts.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';

const api = useApi();
let reseller: Partner;
let mine: Client;
let theirs: Client;

const GET = 'query ($id: ID!) { clientAccount(id: $id) { id companyName createdAt } }';

beforeAll(async () => {
  reseller = await givenPartner(api);
  mine = await givenClient(api, reseller.actor);
  theirs = await givenClient(api, (await givenPartner(api)).actor);
});

test('returns one of the reseller’s own clients', async () => {
  const { id, companyName, createdAt } = mine;

  expect(await api.ask(reseller.actor, GET, { id })).toEqual({
    data: { clientAccount: { id, companyName, createdAt } },
  });
});

test.each(['foreign', 'random', 'malformed'])('C1: returns null for a %s ID', async (kind) => {
  const id = { foreign: theirs.id, random: uuid(), malformed: 'no-uuid' }[kind];

  expect(await api.ask(reseller.actor, GET, { id })).toEqual({ data: { clientAccount: null } });
});

test('B5: each of two aliases gets its own permission check', async () => {
  const query =
    'query ($mine: ID!, $theirs: ID!) { a: clientAccount(id: $mine) { id } b: clientAccount(id: $theirs) { id } }';

  expect(await api.ask(reseller.actor, query, { mine: mine.id, theirs: theirs.id })).toEqual({
    data: { a: { id: mine.id }, b: null },
  });
});

test.each([
  { who: 'an anonymous caller', actor: () => undefined, code: 'UNAUTHENTICATED' },
  { who: 'an admin', actor: () => api.admin, code: 'FORBIDDEN' },
])('refuses $who with $code', async ({ actor, code }) => {
  const { data, errors } = await api.ask(actor(), GET, { id: mine.id });

  expect(data).toEqual({ clientAccount: null });
  expect(errors).toMatchObject([{ extensions: { code } }]);
});
