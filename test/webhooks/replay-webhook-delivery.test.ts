import { expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { givenPartner } from '../support/given/partners.ts';
import { auditOf } from '../support/given/people.ts';
import {
  deliveriesOf,
  givenDeliveries,
  givenEndpoint,
  replay,
  storedWebhooks,
  testEndpoint,
  updateEndpoint,
} from '../support/given/webhooks.ts';
import { useReceiver } from '../support/outbound/receiver.ts';

const api = useApi();
const receiver = useReceiver(api);

test('an event is sent again with the same ID, once', async () => {
  const { actor } = await givenPartner(api);
  const { endpoint } = await givenEndpoint(api, actor, { url: receiver().url('/again') });
  receiver().answerWith('/again', 500);
  await testEndpoint(api, actor, endpoint.id);
  await expect.poll(() => deliveriesOf(api, actor, endpoint.id)).toMatchObject([{ status: 'FAILED' }]);
  const [failed] = await deliveriesOf(api, actor, endpoint.id);
  receiver().answerWith('/again', 204);

  const { data } = await replay(api, actor, failed?.id ?? '');

  expect(data?.replayWebhookDelivery).toMatchObject({ replayOf: failed?.id, status: 'PENDING', tries: [] });
  await expect
    .poll(() => deliveriesOf(api, actor, endpoint.id))
    .toMatchObject([
      { id: failed?.id, status: 'FAILED', replayedAs: data?.replayWebhookDelivery.id },
      { id: data?.replayWebhookDelivery.id, status: 'DELIVERED' },
    ]);
  expect(
    new Set(
      receiver()
        .at('/again')
        .map(({ headers }) => headers['webhook-id']),
    ),
  ).toEqual(new Set([failed?.messageId]));
  expect((await auditOf(api, endpoint.id)).map(({ action }) => action)).toContain('webhook.deliveries_replayed');
  const before = await storedWebhooks(api);
  expect((await replay(api, actor, failed?.id ?? '')).errors).toMatchObject([
    { extensions: { code: 'CONFLICT', reason: 'DELIVERY_STATUS' } },
  ]);
  expect(await storedWebhooks(api)).toEqual(before);
});

test('a delivery that is not over is not sent again', async () => {
  const { actor } = await givenPartner(api);
  const { endpoint } = await givenEndpoint(api, actor, { url: receiver().url('/open') });
  receiver().answer('/open', () => undefined);
  const { data } = await testEndpoint(api, actor, endpoint.id);
  await expect.poll(() => receiver().at('/open')).toHaveLength(1);

  const { errors } = await replay(api, actor, data?.testWebhookEndpoint.id ?? '');

  expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', reason: 'DELIVERY_STATUS' } }]);
  expect(await deliveriesOf(api, actor, endpoint.id)).toHaveLength(1);
});

test('a disabled endpoint gets nothing again', async () => {
  const { actor } = await givenPartner(api);
  const { endpoint } = await givenEndpoint(api, actor, { url: receiver().url('/disabled') });
  await testEndpoint(api, actor, endpoint.id);
  await expect.poll(() => deliveriesOf(api, actor, endpoint.id)).toMatchObject([{ status: 'DELIVERED' }]);
  const [delivery] = await deliveriesOf(api, actor, endpoint.id);
  await updateEndpoint(api, actor, { id: endpoint.id, input: { isEnabled: false } });
  const before = await storedWebhooks(api);

  const { errors } = await replay(api, actor, delivery?.id ?? '');

  expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', reason: 'ENDPOINT_STATUS' } }]);
  expect(await storedWebhooks(api)).toEqual(before);
});

test('C1: a foreign delivery is refused as a missing one, to the letter', async () => {
  const [stranger, { actor }] = [await givenPartner(api), await givenPartner(api)];
  const [foreign] = await deliveriesOf(api, stranger.actor, await givenDeliveries(api, stranger, 1));
  const before = await storedWebhooks(api);

  const answers = [await replay(api, actor, foreign?.id ?? ''), await replay(api, api.admin, foreign?.id ?? '')];
  answers.push(await replay(api, actor, '01a1e9dd-b612-74f7-b5cf-ed74457a7661'));

  for (const { errors } of answers) {
    expect(errors).toMatchObject([{ message: 'WebhookDelivery not found.', extensions: { code: 'NOT_FOUND' } }]);
  }
  expect(await storedWebhooks(api)).toEqual(before);
});
