import { v7 as uuid } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { useApi, type Actor } from '../support/api.ts';
import { whileChanged } from '../support/database.changes.ts';
import { givenClient, givenClientThatIs, stored } from '../support/given/client-accounts.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { actionsOn } from '../support/given/people.ts';

const api = useApi();
let reseller: Partner;

beforeAll(async () => {
  reseller = await givenPartner(api, { tier: 'GOLD' });
});

const UPDATE = `mutation ($input: ClientSubscriptionsInput!) {
  updateClientSubscriptions(input: $input) {
    id client { version subscriptionStatus subscriptionTier } error { code message reason version }
  }
}`;

interface Result {
  id: string;
  client: { version: number; subscriptionStatus: string; subscriptionTier: string } | null;
  error: { code: string; message: string; reason: string | null; version: number | null } | null;
}

const update = (input: object, actor: Actor | undefined = reseller.actor) =>
  api.ask<{ updateClientSubscriptions: Result[] }>(actor, UPDATE, { input });

const suspend = { subscriptionStatus: 'SUSPENDED' };

test('suspends each client, and audits each', async () => {
  const ids = [(await givenClient(api, reseller.actor)).id, (await givenClient(api, reseller.actor)).id];

  const { data, errors } = await update({ clients: ids.map((id) => ({ id, expectedVersion: 1 })), ...suspend });

  expect(errors).toBeUndefined();
  expect(data?.updateClientSubscriptions).toEqual(
    ids.map((id) => ({ id, client: { version: 2, ...suspend, subscriptionTier: 'BASIC' }, error: null })),
  );
  for (const id of ids) expect(await actionsOn(api, id)).toContain('client.subscription_changed');
});

test('changes the plan of each client, and keeps the status', async () => {
  const { id } = await givenClientThatIs(api, reseller.actor, 'SUSPENDED');

  const { data } = await update({ clients: [{ id }], subscriptionTier: ' GOLD ' });

  expect(data?.updateClientSubscriptions).toMatchObject([
    { id, client: { ...suspend, subscriptionTier: 'GOLD' }, error: null },
  ]);
});

test('a stale version and a canceled subscription fail alone, and stay as they are', async () => {
  const { id: good } = await givenClient(api, reseller.actor);
  const { id: stale } = await givenClient(api, reseller.actor);
  const { id: canceled } = await givenClientThatIs(api, reseller.actor, 'CANCELED');
  const before = [await stored(api, stale), await stored(api, canceled)];

  const { data } = await update({
    clients: [{ id: stale, expectedVersion: 7 }, { id: canceled }, { id: good }],
    ...suspend,
  });

  expect(data?.updateClientSubscriptions).toMatchObject([
    { id: stale, client: null, error: { code: 'CONFLICT', reason: 'STALE_VERSION', version: 1 } },
    { id: canceled, client: null, error: { code: 'CONFLICT', reason: 'SUBSCRIPTION_STATUS' } },
    { id: good, client: suspend, error: null },
  ]);
  expect([await stored(api, stale), await stored(api, canceled)]).toEqual(before);
});

test('another reseller’s client gets the same answer as a random ID, and stays as it is', async () => {
  const { id: foreign } = await givenClient(api, (await givenPartner(api, { tier: 'GOLD' })).actor);
  const before = await stored(api, foreign);

  const { data } = await update({ clients: [foreign, uuid(), 'no-uuid'].map((id) => ({ id })), ...suspend });

  const answers = data?.updateClientSubscriptions.map(({ client, error }) => ({ client, error }));
  expect(answers?.[0]).toEqual({
    client: null,
    error: { code: 'NOT_FOUND', message: 'ClientAccount not found.', reason: null, version: null },
  });
  expect(answers?.[1]).toEqual(answers?.[0]);
  expect(answers?.[2]).toEqual(answers?.[0]);
  expect(await stored(api, foreign)).toEqual(before);
});

test.each([0, 101])('refuses %i clients, and changes nothing', async (many) => {
  const { id } = await givenClient(api, reseller.actor);
  const before = await stored(api, id);

  const { errors } = await update({ clients: Array.from({ length: many }, () => ({ id })), ...suspend });

  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'input.clients' }] } }]);
  expect(await stored(api, id)).toEqual(before);
});

test.each([
  { who: 'an anonymous caller', actorOf: () => undefined, code: 'UNAUTHENTICATED' },
  { who: 'an admin', actorOf: () => api.admin, code: 'FORBIDDEN' },
])('refuses $who with $code, and changes nothing', async ({ actorOf, code }) => {
  const { id } = await givenClient(api, reseller.actor);
  const before = await stored(api, id);

  const { errors } = await api.ask(actorOf(), UPDATE, { input: { clients: [{ id }], ...suspend } });

  expect(errors).toMatchObject([{ extensions: { code } }]);
  expect(await stored(api, id)).toEqual(before);
});

test('a session that ends between two clients leaves the later ones as they are, and says so', async () => {
  const { actor } = await givenPartner(api, { tier: 'GOLD' });
  const [first, second] = [await givenClient(api, actor), await givenClient(api, actor)];
  const before = await stored(api, second.id);
  const change = `
    create function end_sessions() returns trigger language plpgsql security definer as $$
      begin
        update user_session set revoked_at = now() where user_id in (
          select id from user_account where reseller_id = new.reseller_id);
        return null;
      end $$;
    create trigger ending after update on client_account for each row when (new.id = '${first.id}') execute function end_sessions()`;
  const back = 'drop trigger ending on client_account; drop function end_sessions()';

  const { data, errors } = await whileChanged(api, { change, back }, () =>
    update({ clients: [first, second].map(({ id }) => ({ id })), ...suspend }, actor),
  );

  expect(errors).toBeUndefined();
  expect(data?.updateClientSubscriptions).toMatchObject([
    { id: first.id, client: suspend, error: null },
    { id: second.id, client: null, error: { code: 'UNAUTHENTICATED' } },
  ]);
  expect(await stored(api, second.id)).toEqual(before);
});
