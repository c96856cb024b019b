import { v7 as uuid } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { changeSubscription, givenClient, type Client } from '../support/given/client-accounts.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { callRest, refusedRest } from '../support/rest.ts';

const api = useApi();
let reseller: Partner;

beforeAll(async () => {
  reseller = await givenPartner(api);
});

test('returns a client with its version as the ETag', async () => {
  const client = await givenClient(api, reseller.actor);

  const { status, headers, body } = await callRest<Client>(
    api,
    reseller.actor,
    `GET /api/partner/clients/${client.id}`,
  );

  expect([status, body]).toEqual([200, client]);
  expect(headers.get('etag')).toBe('"1"');
});

test('If-None-Match gets 304 until the client changes', async () => {
  const { id } = await givenClient(api, reseller.actor);
  const statusFor = async (etag: string) => {
    const sent = { headers: { 'if-none-match': etag } };
    return (await callRest(api, reseller.actor, `GET /api/partner/clients/${id}`, sent)).status;
  };

  expect([await statusFor('"1"'), await statusFor('W/"1"'), await statusFor('"7", "1"')]).toEqual([304, 304, 304]);
  await changeSubscription(api, reseller.actor, { id, input: { subscriptionTier: 'GOLD' } });
  expect([await statusFor('"1"'), await statusFor('"2"')]).toEqual([200, 304]);
});

test('HEAD has the headers of GET without a body', async () => {
  const { id } = await givenClient(api, reseller.actor);

  const { status, headers, body } = await callRest(api, reseller.actor, `HEAD /api/partner/clients/${id}`);

  expect([status, headers.get('etag'), body]).toEqual([200, '"1"', undefined]);
});

test('C1: another reseller’s client gets the answer of an unknown one', async () => {
  const foreign = await givenClient(api, (await givenPartner(api)).actor);
  const answerFor = async (id: string) => {
    const { body } = await refusedRest(api, reseller.actor, `GET /api/partner/clients/${id}`);
    return { ...body, requestId: undefined };
  };

  const unknown = await answerFor(uuid());

  expect(unknown).toMatchObject({ status: 404, title: 'Not Found', code: 'NOT_FOUND' });
  expect(await answerFor(foreign.id)).toEqual(unknown);
  expect(await answerFor('no-id')).toEqual(unknown);
});
