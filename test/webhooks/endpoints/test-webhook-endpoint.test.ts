import { expect, test } from 'vitest';
import { useApi } from '../../support/api.ts';
import { givenPartner } from '../../support/given/partners.ts';
import { auditOf } from '../../support/given/people.ts';
import {
  deliveriesOf,
  endpointOf,
  givenEndpoint,
  storedWebhooks,
  testEndpoint,
  updateEndpoint,
} from '../../support/given/webhooks.ts';
import { accepts, useReceiver } from '../../support/outbound/receiver.ts';

const api = useApi();
const receiver = useReceiver(api);

test('a test arrives signed, and its outcome is in the list', async () => {
  const { actor } = await givenPartner(api);
  const { endpoint, secret } = await givenEndpoint(api, actor, { url: receiver().url('/tested'), types: [] });
  receiver().answer('/tested', (response) => response.writeHead(202).end(`Grüße\0${'x'.repeat(2_000)}`));

  const { data } = await testEndpoint(api, actor, endpoint.id);

  expect(data?.testWebhookEndpoint).toMatchObject({ type: 'webhook.test', status: 'PENDING', tries: [] });
  await expect.poll(() => deliveriesOf(api, actor, endpoint.id)).toMatchObject([{ status: 'DELIVERED' }]);
  const [delivery] = await deliveriesOf(api, actor, endpoint.id);
  const [arrived] = receiver().at('/tested');
  expect(arrived && accepts(secret, arrived)).toBe(true);
  expect(arrived?.headers).toMatchObject({
    'content-type': 'application/json',
    'user-agent': 'ReachGenie-Webhooks/1',
    'webhook-id': delivery?.messageId,
  });
  expect(arrived?.body).toBe(delivery?.payload);
  expect(receiver().events('/tested')).toEqual([
    { type: 'webhook.test', timestamp: expect.any(String), data: { object: { id: endpoint.id }, changes: null } },
  ]);
  expect(delivery).toMatchObject({
    failure: null,
    error: null,
    nextTryAt: null,
    tries: [{ at: expect.stringMatching(/Z$/), milliseconds: expect.any(Number), status: 202, failure: null }],
  });
  expect(delivery?.tries[0]?.answer).toMatch(/^Grüße\ufffdx+$/);
  expect(Buffer.byteLength(delivery?.tries[0]?.answer ?? '')).toBeLessThanOrEqual(1_026);
  expect((await auditOf(api, endpoint.id)).map(({ action }) => action)).toEqual([
    'webhook.endpoint_created',
    'webhook.endpoint_tested',
  ]);
});

test('a test that fails is not tried again, and does not count against the endpoint', async () => {
  const { actor } = await givenPartner(api);
  const { endpoint } = await givenEndpoint(api, actor, { url: receiver().url('/refusing') });
  receiver().answerWith('/refusing', 401);

  await testEndpoint(api, actor, endpoint.id);

  await expect.poll(() => deliveriesOf(api, actor, endpoint.id)).toMatchObject([{ status: 'FAILED' }]);
  expect(await deliveriesOf(api, actor, endpoint.id)).toMatchObject([
    { error: 'the status is not 200 to 299', tries: [{ status: 401, answer: 'Status 401' }], nextTryAt: null },
  ]);
  expect(await endpointOf(api, actor, endpoint.id)).toMatchObject({ failuresInARow: 0, failingSince: null });
});

test('a redirect is a failure, and not followed', async () => {
  const { actor } = await givenPartner(api);
  const { endpoint } = await givenEndpoint(api, actor, { url: receiver().url('/moved') });
  receiver().answerWith('/moved', 307, { location: receiver().url('/inner') });

  await testEndpoint(api, actor, endpoint.id);

  await expect
    .poll(() => deliveriesOf(api, actor, endpoint.id))
    .toMatchObject([{ status: 'FAILED', failure: 'STATUS', tries: [{ status: 307 }] }]);
  expect(receiver().at('/inner')).toEqual([]);
});

test('a disabled endpoint gets none', async () => {
  const { actor } = await givenPartner(api);
  const { endpoint } = await givenEndpoint(api, actor);
  await updateEndpoint(api, actor, { id: endpoint.id, input: { isEnabled: false } });
  const before = await storedWebhooks(api);

  const { errors } = await testEndpoint(api, actor, endpoint.id);

  expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', reason: 'ENDPOINT_STATUS' } }]);
  expect(await storedWebhooks(api)).toEqual(before);
});

test('C1: a foreign endpoint is refused as a missing one', async () => {
  const [stranger, { actor }] = [await givenPartner(api), await givenPartner(api)];
  const { endpoint } = await givenEndpoint(api, stranger.actor);
  const before = await storedWebhooks(api);

  for (const caller of [actor, api.admin]) {
    expect((await testEndpoint(api, caller, endpoint.id)).errors).toMatchObject([
      { message: 'WebhookEndpoint not found.', extensions: { code: 'NOT_FOUND' } },
    ]);
  }
  expect(await storedWebhooks(api)).toEqual(before);
});
