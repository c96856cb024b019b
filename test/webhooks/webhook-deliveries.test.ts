import { beforeAll, expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { deliveriesOf, deliveryOf, givenDeliveries, givenEndpoint, testEndpoint } from '../support/given/webhooks.ts';

const api = useApi();
let partner: Partner;

beforeAll(async () => {
  partner = await givenPartner(api);
});

test('a delivery says what was sent, and how each try ended', async () => {
  const endpointId = await givenDeliveries(api, partner, 1);

  const [delivery] = await deliveriesOf(api, partner.actor, endpointId);

  expect(delivery).toMatchObject({
    endpointId,
    type: 'client.created',
    status: 'FAILED',
    failure: 'REFUSED',
    error: 'the connection was refused',
    payload: '{"type":"client.created"}',
    replayOf: null,
    replayedAs: null,
    tries: [
      {
        at: '2026-12-01T10:30:00.120Z',
        milliseconds: 4,
        status: null,
        failure: 'REFUSED',
        error: 'the connection was refused',
        answer: null,
      },
    ],
  });
});

test('the list is filtered by status, type and time', async () => {
  const { endpoint } = await givenEndpoint(api, partner.actor);
  const { data } = await testEndpoint(api, partner.actor, endpoint.id);
  const { id, createdAt } = data?.testWebhookEndpoint ?? expect.fail('no test');
  const idsOf = async (filter: object) =>
    (await deliveriesOf(api, partner.actor, endpoint.id, filter)).map((delivery) => delivery.id);

  expect(await idsOf({ status: ['PENDING'] })).toEqual([id]);
  expect(await idsOf({ status: ['FAILED', 'DELIVERED'] })).toEqual([]);
  expect(await idsOf({ types: ['webhook.test'] })).toEqual([id]);
  expect(await idsOf({ types: ['client.created'] })).toEqual([]);
  expect(await idsOf({ createdFrom: createdAt })).toEqual([id]);
  expect(await idsOf({ createdTo: createdAt })).toEqual([]);
});

test('C1: an endpoint of another account has no deliveries', async () => {
  const stranger = await givenPartner(api);
  const foreign = await givenDeliveries(api, stranger, 1);
  const ofPlatform = await givenDeliveries(api, { resellerId: null }, 1);

  const [one] = await deliveriesOf(api, stranger.actor, foreign);
  for (const actor of [partner.actor, api.admin]) expect(await deliveryOf(api, actor, one?.id ?? '')).toBeNull();
  expect(await deliveryOf(api, stranger.actor, one?.id ?? '')).toEqual(one);
  for (const id of [foreign, ofPlatform, 'x']) expect(await deliveriesOf(api, partner.actor, id)).toEqual([]);
  expect(await deliveriesOf(api, api.admin, foreign)).toEqual([]);
  expect(await deliveriesOf(api, api.admin, ofPlatform)).toHaveLength(1);
});
