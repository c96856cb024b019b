import { expect, test } from 'vitest';
import { useApi, type Actor } from '../support/api.ts';
import { withoutTriggers } from '../support/database.changes.ts';
import { givenAccess } from '../support/given/callers/client-access.ts';
import { givenClient, givenClientThatIs } from '../support/given/client-accounts.ts';
import { givenPartner } from '../support/given/partners.ts';

import { statementsOf } from '../support/statements.ts';

const api = useApi();

interface Attention {
  reason: string;
  client: { id: string };
}

const LIST = 'query ($first: Int) { clientsNeedingAttention(first: $first) { reason client { id companyName } } }';

const ask = (actor: Actor | undefined, first?: number) =>
  api.ask<{ clientsNeedingAttention: Attention[] }>(actor, LIST, { first });

async function found(actor: Actor, first?: number): Promise<[string, string][]> {
  const { data, errors } = await ask(actor, first);
  expect(errors).toBeUndefined();
  return (data?.clientsNeedingAttention ?? []).map(({ reason, client }) => [reason, client.id]);
}

/** Moves the creation of a client into the past. */
const age = (id: string, days: number) =>
  withoutTriggers(api, `update client_account set created_at = now() - $2 * interval '1 day' where id = $1`, [
    id,
    days,
  ]);

test('finds suspended clients, then new ones that nobody has opened', async () => {
  const { actor } = await givenPartner(api);
  const suspended = await givenClientThatIs(api, actor, 'SUSPENDED');
  await givenClientThatIs(api, actor, 'CANCELED');
  const unopened = await givenClient(api, actor);
  const opened = await givenClient(api, actor);
  const today = await givenClient(api, actor);
  const old = await givenClient(api, actor);
  await givenAccess(api, actor, opened.id);
  for (const { id } of [unopened, opened, suspended]) await age(id, 10);
  await age(today.id, 1);
  await age(old.id, 100);

  expect(await found(actor)).toEqual([
    ['SUSPENDED', suspended.id],
    ['NOT_OPENED', unopened.id],
  ]);
  expect(await found(actor, 1)).toEqual([['SUSPENDED', suspended.id]]);
  expect(await statementsOf(() => ask(actor))).toHaveLength(1);
});

test('C1: shows nothing of another reseller', async () => {
  const { actor } = await givenPartner(api);
  await givenClientThatIs(api, (await givenPartner(api)).actor, 'SUSPENDED');

  expect(await found(actor)).toEqual([]);
});

test.each([0, 51])('refuses %i clients', async (first) => {
  const { actor } = await givenPartner(api);

  const { errors } = await ask(actor, first);

  expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
});
