import { v7 as uuid } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { givenClient, stored } from '../support/given/client-accounts.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { callRest, namesIn, refusedRest } from '../support/rest.ts';

const api = useApi();
let reseller: Partner;

beforeAll(async () => {
  reseller = await givenPartner(api);
});

const pathOf = ({ id }: { id: string }) => `PATCH /api/partner/clients/${id}/subscription`;

test('changes plan and status, and answers with the subscription', async () => {
  const client = await givenClient(api, reseller.actor);
  const sent = { subscriptionTier: 'GOLD', subscriptionStatus: 'SUSPENDED' };

  const { status, headers, body } = await callRest(api, reseller.actor, pathOf(client), { body: sent });

  expect(status).toBe(200);
  expect(body).toEqual({
    ...sent,
    id: client.id,
    billingOwnedByReseller: true,
    updatedAt: expect.any(String),
    version: 2,
  });
  expect(headers.get('etag')).toBe('"2"');
});

test('an omitted field stays as it is', async () => {
  const client = await givenClient(api, reseller.actor);

  const { body } = await callRest(api, reseller.actor, pathOf(client), { body: { subscriptionTier: 'GOLD' } });

  expect(body).toMatchObject({ subscriptionTier: 'GOLD', subscriptionStatus: 'ACTIVE' });
});

test('a status that cannot follow is 409, an unknown one 400, and a stale version 412', async () => {
  const client = await givenClient(api, reseller.actor);
  await callRest(api, reseller.actor, pathOf(client), { body: { subscriptionStatus: 'CANCELED' } });
  const before = await stored(api, client.id);
  const refusal = (subscriptionStatus: string, headers = {}) =>
    refusedRest(api, reseller.actor, pathOf(client), { body: { subscriptionStatus }, headers });

  const final = await refusal('ACTIVE');
  const unknown = await refusal('PAUSED');
  const stale = await refusal('CANCELED', { 'if-match': '"1"' });

  expect([final.status, final.body.reason]).toEqual([409, 'SUBSCRIPTION_STATUS']);
  expect(unknown.status).toBe(400);
  expect(unknown.body.fields).toEqual([
    { field: 'subscriptionStatus', message: 'must be one of: ACTIVE, SUSPENDED, CANCELED', rule: 'TYPE' },
  ]);
  expect([stale.status, stale.body.reason, stale.body.version]).toEqual([412, 'STALE_VERSION', 2]);
  expect(await stored(api, client.id)).toEqual(before);
});

test('fields of the client itself cannot be set here', async () => {
  const answer = await refusedRest(api, reseller.actor, pathOf({ id: uuid() }), { body: { companyName: 'X' } });
  expect(namesIn(answer)).toEqual(['companyName']);
});
